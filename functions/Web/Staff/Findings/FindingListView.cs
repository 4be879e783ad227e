using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Findings;

/// <summary>One page of the list of all findings (problems found in a workbook).</summary>
/// <param name="Screen">The department screen to which the findings belong.</param>
/// <param name="Back">The link back to the screen that led to this one.</param>
/// <param name="Page">The findings on this page.</param>
public sealed record FindingListView(DepartmentScreen Screen, Crumb Back, Paged<Problem> Page)
{
    /// <summary>
    /// Whether a finding that asks for confirmation asks no longer. It is then called <see cref="SettledWord"/> instead of 確認してください.
    /// </summary>
    public Func<Problem, bool> IsSettled { get; init; } = _ => false;

    public string SettledWord { get; init; } = "確認済み";

    public string WordOf(Problem problem) =>
        problem.ClassOf() == FindingClass.Confirm && IsSettled(problem) ? SettledWord : problem.ClassOf().Word();
}
