namespace KawasakiServerless.Domain;

/// <summary>The action that a finding asks of the clerk.</summary>
public enum FindingClass
{
    /// <summary>直してください.</summary>
    Mend,

    /// <summary>確認してください.</summary>
    Confirm,

    /// <summary>参考.</summary>
    Note,
}

/// <summary>Findings with the same code and message (同じ指摘), sorted by the first of each group.</summary>
/// <param name="First">The first finding, which represents all of them.</param>
/// <param name="All">All findings, in the order of the workbook.</param>
public sealed record FindingGroup(FindingClass Class, Problem First, EquatableList<Problem> All);

/// <summary>The number of findings of a sheet, by class.</summary>
/// <param name="Sheet">Null for findings about the workbook as a whole.</param>
public sealed record SheetTally(string? Sheet, int Mend, int Confirm, int Note);

/// <summary>Lists of findings in the order in which a clerk works through them (指摘の一覧).</summary>
public static class FindingLists
{
    public static FindingClass ClassOf(this Problem problem) => problem switch
    {
        { Severity: Severity.Error } => FindingClass.Mend,
        { AsksForConfirmation: true } => FindingClass.Confirm,
        _ => FindingClass.Note,
    };

    public static int Count(this IEnumerable<Problem> problems, FindingClass of) => problems.Count(p => p.ClassOf() == of);

    /// <summary>Groups the findings of one class that have the same code and message.</summary>
    public static EquatableList<FindingGroup> Groups(this IEnumerable<Problem> problems, FindingClass of) =>
    [
        .. problems.Where(p => p.ClassOf() == of).GroupBy(p => (p.Code, p.Message))
            .Select(g => new FindingGroup(of, g.First(), g.ToEquatableList())),
    ];

    /// <summary>Counts the findings of each sheet, in the order in which the sheets first have one.</summary>
    public static EquatableList<SheetTally> BySheet(this IEnumerable<Problem> problems) =>
    [
        .. problems.GroupBy(p => p.Sheet)
            .Select(g => new SheetTally(g.Key, g.Count(FindingClass.Mend), g.Count(FindingClass.Confirm), g.Count(FindingClass.Note))),
    ];

    /// <summary>Sorts all findings by sheet; within a sheet, those that must be corrected come first.</summary>
    public static EquatableList<Problem> InOrder(this IReadOnlyList<Problem> problems)
    {
        var sheets = problems.Select(p => p.Sheet ?? "").Distinct().ToList();
        return [.. problems.OrderBy(p => sheets.IndexOf(p.Sheet ?? "")).ThenBy(p => p.ClassOf())];
    }
}
