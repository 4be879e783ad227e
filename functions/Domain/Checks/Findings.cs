namespace KawasakiServerless.Domain;

/// <summary>What a finding asks of the clerk.</summary>
public enum FindingClass
{
    /// <summary>直してください.</summary>
    Mend,

    /// <summary>確認してください.</summary>
    Confirm,

    /// <summary>参考.</summary>
    Note,
}

/// <summary>Findings that say the same (同じ指摘), in the order of the first of each.</summary>
/// <param name="First">For what all of them say.</param>
/// <param name="All">In the order of the workbook.</param>
public sealed record FindingGroup(FindingClass Class, Problem First, EquatableList<Problem> All);

/// <summary>How many findings a sheet has, by class.</summary>
/// <param name="Sheet">Null for the workbook as a whole.</param>
public sealed record SheetTally(string? Sheet, int Mend, int Confirm, int Note);

/// <summary>Findings as a clerk works through them (指摘の一覧).</summary>
public static class FindingLists
{
    public static FindingClass ClassOf(this Problem problem) => problem switch
    {
        { Severity: Severity.Error } => FindingClass.Mend,
        { AsksForConfirmation: true } => FindingClass.Confirm,
        _ => FindingClass.Note,
    };

    public static int Count(this IEnumerable<Problem> problems, FindingClass of) => problems.Count(p => p.ClassOf() == of);

    /// <summary>Groups of one class, with what they say alike.</summary>
    public static EquatableList<FindingGroup> Groups(this IEnumerable<Problem> problems, FindingClass of) =>
    [
        .. problems.Where(p => p.ClassOf() == of).GroupBy(p => (p.Code, p.Message))
            .Select(g => new FindingGroup(of, g.First(), g.ToEquatableList())),
    ];

    /// <summary>A line for each sheet, in the order in which they first have one.</summary>
    public static EquatableList<SheetTally> BySheet(this IEnumerable<Problem> problems) =>
    [
        .. problems.GroupBy(p => p.Sheet)
            .Select(g => new SheetTally(g.Key, g.Count(FindingClass.Mend), g.Count(FindingClass.Confirm), g.Count(FindingClass.Note))),
    ];

    /// <summary>All findings sheet by sheet, what has to be mended first within each.</summary>
    public static EquatableList<Problem> InOrder(this IReadOnlyList<Problem> problems)
    {
        var sheets = problems.Select(p => p.Sheet ?? "").Distinct().ToList();
        return [.. problems.OrderBy(p => sheets.IndexOf(p.Sheet ?? "")).ThenBy(p => p.ClassOf())];
    }
}
