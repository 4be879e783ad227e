using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>The data that is shared while all tables of one workbook are read.</summary>
internal sealed class WorkbookScope(LayoutContext context, DepartmentRecords known, ReadingProgress progress)
{
    public LayoutContext Context => context;

    public ProblemLog Log => progress.Log;

    public DepartmentRecords Known => known;

    public WorkbookUses Uses => progress.Uses;

    public Budget Budget => progress.Budget;

    /// <summary>The record ids (管理番号) in the rows that were read so far, to detect an id that is used twice.</summary>
    public HashSet<string> Numbers { get; } = new(StringComparer.Ordinal);

    /// <summary>The record ids (管理番号) in the department's last report; null when there are none to compare with.</summary>
    public IReadOnlySet<string>? KnownNumbers { get; } = known.All.Where(r =>
        r is not Indicator).Select(r => r.Id).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } numbers ? numbers : null;

    public TextFaultsMemory Faults { get; } = new();
}
