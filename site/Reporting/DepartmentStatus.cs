using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Reporting;

/// <summary>What a department has reported for a year, and which due figures it has left blank (報告の状況).</summary>
internal sealed record DepartmentStatus(
    Department Department, DepartmentSubmission? Submission, int Initiatives, int Collaborations, int Activities)
{
    /// <summary>Indicators with a blank figure for a year that is due.</summary>
    public IReadOnlyList<Indicator> Incomplete { get; private init; } = [];

    public bool ReportedNothing => Submission is not null && Initiatives + Collaborations + Activities + Others == 0;

    /// <summary>Records of other kinds: directions, passages, statistics.</summary>
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
