using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>What all tables of a workbook share while it is read.</summary>
internal sealed class WorkbookScope(LayoutContext context, ProblemLog log, DepartmentRecords known, WorkbookUses uses, Budget budget)
{
    public LayoutContext Context => context;

    public ProblemLog Log => log;

    public DepartmentRecords Known => known;

    public WorkbookUses Uses => uses;

    public Budget Budget => budget;

    /// <summary>管理番号 that rows have claimed.</summary>
    public HashSet<string> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>管理番号 of what the department last reported; null when they are not to be compared.</summary>
    public IReadOnlySet<string>? KnownNumbers { get; } = known.All.Where(r =>
        r is not Indicator).Select(r => r.Id).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } numbers ? numbers : null;

    public TextFaultsMemory Faults { get; } = new();
}
