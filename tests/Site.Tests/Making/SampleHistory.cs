using KawasakiServerless.Domain;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Makes a history of three publications: the first one, one that corrects an indicator, and one with changes of several kinds. The last
/// one contains the newest of the given reports.
/// </summary>
public static class SampleHistory
{
    private static readonly DateTimeOffset First = new(2018, 8, 1, 10, 0, 0, TimeSpan.FromHours(9));

    public static History Of(params Report[] years)
    {
        var newest = years.MaxBy(y => y.ReportingYear)!;
        var before = Edited(newest, Unfinished(newest));
        var first = Edited(before, Mistyped(before));
        var others = years.Where(y => y != newest);
        return History.Empty
            .With(new(1, "first", First, [Changes.Between(null, first), .. others.Select(y => Changes.Between(null, y))]))
            .With(new(2, "second", First.AddDays(5), [Changes.Between(first, before)]))
            .With(new(3, "third", First.AddDays(30), [Changes.Between(before, newest)]));
    }

    /// <summary>Returns the report with edited records. A record for which the function returns nothing is left out.</summary>
    public static Report Edited(Report report, Func<Record, IEnumerable<Record>> edit) => Report.Compose(
        report.ReportingYear, report.Register,
        report.Submissions.Select(s => s with { Records = DepartmentRecords.Of([.. s.Records.All.SelectMany(edit)]) }));

    private static Func<Record, IEnumerable<Record>> Mistyped(Report report) => record =>
        record == report.Indicators[0]
            ? [report.Indicators[0] with { Figures = [.. report.Indicators[0].Figures.Select(Tenfold)] }]
            : [record];

    private static Func<Record, IEnumerable<Record>> Unfinished(Report report)
    {
        var (initiative, direction, collaboration) = (report.Initiatives[^1], report.Directions[0], report.Collaborations[0].Collaboration);
        return record => record switch
        {
            Initiative r when r.Id == report.Initiatives[1].Id => [r with { Text = $"{r.Text}の検討", Divisions = [.. r.Divisions.Take(1)] }],
            Initiative r when r.Id == initiative.Id && report.IndicatorsOf(r).All(_ => false) => [],
            Indicator r when r.Id == report.Indicators[^1].Id =>
                [r with { Figures = [.. r.Figures.Select(f => Figure.NotReported(f.Year))], Unit = null }],
            Direction r when r.Id == direction.Id =>
                [r, r with { Id = new RecordId(r.Source.Department, 8000).ToString(), Text = "取り下げられた方向性" }],
            Collaboration r when r.Id == collaboration.Id => [r with { PartnersText = "川崎区役所", Outline = $"当初は{r.Outline}" }],
            _ => [record],
        };
    }

    private static Figure Tenfold(Figure figure) => figure.Value is { } value ? Figure.Reported(figure.Year, value * 10) : figure;
}
