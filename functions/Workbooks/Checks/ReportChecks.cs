using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>Checks all submissions of a year together, for problems that no single workbook shows.</summary>
public static class ReportChecks
{
    /// <returns>The departments that have not submitted, in official order; then collaborations with the same name from several lead
    /// departments, one problem per collaboration; then plain summaries whose page does not exist on the site.</returns>
    public static EquatableList<Problem> Of(Report report) =>
    [
        .. report.Register.Departments.OrderBy(d => d.Order).Where(d => report.Submissions.All(s => s.Department != d.Code))
            .Select(d => ReportFindings.NotSubmitted(d).At(null, null, d.Name)),
        .. report.Collaborations.Select(c => c.Collaboration).GroupBy(c => c.Name.Fold())
            .Where(g => g.DistinctBy(c => c.Lead).Count() > 1)
            .SelectMany(g => g.Select(c => TwiceAt(c, [.. g.Where(o => o.Lead != c.Lead)], report.Register))),
        .. report.PlainSummaries.Where(s => !report.Has(s.Page))
            .Select(s => ReportFindings.PageMissing(SectionPageNames.NameOf(s.Page, report.Register)).At(s.Source.Sheet, s.Source.Cell,
                s.Text)),
    ];

    private static Problem TwiceAt(Collaboration collaboration, IReadOnlyList<Collaboration> others, Register register) =>
        ReportFindings.CollaborationTwice(
            register.Department(collaboration.Lead), [.. others.Select(o => register.Department(o.Lead)).Distinct()])
            .At(collaboration.Source.Sheet, collaboration.Source.Cell, collaboration.Name);
}
