using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Reporting;

/// <summary>How much a department has reported for a reporting year, and which required figures it has left blank (報告の状況).</summary>
internal sealed record DepartmentStatus(
    Department Department, DepartmentSubmission? Submission, int Initiatives, int Collaborations, int Activities)
{
    /// <summary>Indicators that lack a figure for at least one of the fiscal years that the report must cover.</summary>
    public IReadOnlyList<Indicator> Incomplete { get; private init; } = [];

    public bool ReportedNothing => Submission is not null && Initiatives + Collaborations + Activities + Others == 0;

    /// <summary>The number of records of other kinds, such as directions, passages and statistics; indicators are not counted.</summary>
    public int Others { get; private init; }

    public static IReadOnlyList<DepartmentStatus> AllOf(ReportView view)
    {
        var due = ExpectedYears.Due(view.Report.ReportingYear);
        var records = view.Report.Records.All.ToLookup(r => r.Source.Department);
        return [.. view.Departments.Select(d => Of(d, view.SubmissionOf(d), [.. records[d.Code]], due))];
    }

    private static DepartmentStatus Of(
        Department department, DepartmentSubmission? submission, IReadOnlyList<Record> records, IReadOnlyList<FiscalYear> due)
    {
        var (initiatives, collaborations, activities) = (
            Count<Initiative>(records), Count<Collaboration>(records), Count<WardActivity>(records));
        return new(department, submission, initiatives, collaborations, activities)
        {
            Incomplete = [.. records.OfType<Indicator>()
                .Where(i => due.Any(y => i.FigureOf(y) is null or { Status: FigureStatus.NotReported }))],
            Others = records.Count - initiatives - collaborations - activities - Count<Indicator>(records),
        };
    }

    private static int Count<T>(IEnumerable<Record> records) => records.OfType<T>().Count();
}
