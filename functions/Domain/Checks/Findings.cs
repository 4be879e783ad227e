namespace KawasakiServerless.Domain;

/// <summary>The action that a finding asks of the clerk.</summary>
public enum FindingClass
{
    /// <summary>直してください: an error that the clerk must correct.</summary>
    Mend,

    /// <summary>確認してください: a warning whose value the clerk must confirm.</summary>
    Confirm,

    /// <summary>参考: for information; the clerk need not do anything.</summary>
    Note,
}

/// <summary>Findings of one class with the same code and message (同じ指摘).</summary>
/// <param name="First">The group's first finding in the order of the workbook; the screens show its message for the whole group.</param>
/// <param name="All">All findings of the group, in the order of the workbook.</param>
public sealed record FindingGroup(FindingClass Class, Problem First, EquatableList<Problem> All);

/// <summary>How many findings one sheet has, by <see cref="FindingClass"/>.</summary>
/// <param name="Sheet">The name of the sheet; null for findings about the workbook as a whole.</param>
public sealed record SheetTally(string? Sheet, int Mend, int Confirm, int Note);

/// <summary>Groups, counts and sorts the findings of a workbook for the lists that clerks see (指摘の一覧).</summary>
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

    /// <summary>Counts the findings of each sheet. The sheets are in the order of their first findings.</summary>
    public static EquatableList<SheetTally> BySheet(this IEnumerable<Problem> problems) =>
    [
        .. problems.GroupBy(p => p.Sheet)
            .Select(g => new SheetTally(g.Key, g.Count(FindingClass.Mend), g.Count(FindingClass.Confirm), g.Count(FindingClass.Note))),
    ];

    /// <summary>Sorts findings by sheet, in the order of the sheets' first findings, and within a sheet by class, errors first.</summary>
    public static EquatableList<Problem> InOrder(this IReadOnlyList<Problem> problems)
    {
        var sheets = problems.Select(p => p.Sheet ?? "").Distinct().ToList();
        return [.. problems.OrderBy(p => sheets.IndexOf(p.Sheet ?? "")).ThenBy(p => p.ClassOf())];
    }
}
