using System.Globalization;
using KawasakiServerless.Domain;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Makes up a report of the year before a given report, only for tests. The records have the same ids (管理番号); their sources are a year
/// earlier, some texts are marked as made up, and some figures are replaced by numbers such as 111 and 222. A few records exist only in one
/// of the two years.
/// </summary>
public static class EarlierYear
{
    private const string MadeUp = "（試験用の架空の年度）";

    public static Report Of(Report report)
    {
        var gone = report.Initiatives.Where((_, i) => i % 20 == 3).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        return Report.Compose(
            report.ReportingYear.Previous, report.Register, report.Submissions.Select(s => Of(s, gone, report.ReportingYear.Previous)));
    }

    // Leaves out the given records, which are therefore new in the later year, and adds records that exist only in the earlier year.
    private static DepartmentSubmission Of(DepartmentSubmission submission, HashSet<string> gone, FiscalYear year)
    {
        var records = submission.Records.All
            .Where(r => !gone.Contains(r is Indicator i ? i.Initiative : r.Id))
            .Select((record, index) => Of(record, index, year))
            .Concat(Ended(submission))
            .Select(r => r with
            {
                Source = r.Source with
                {
                    Submission = InYear(submission.Id, year),
                    File = $"{Number(year)}{r.Source.File[4..]}",
                    UploadedAt = r.Source.UploadedAt.AddYears(-1)
                }
            });
        return submission with
        {
            Id = InYear(submission.Id, year),
            SubmittedAt = submission.SubmittedAt.AddYears(-1),
            Records = DepartmentRecords.Of([.. records])
        };
    }

    private static Record Of(Record record, int index, FiscalYear year) => record switch
    {
        Initiative r when index % 3 == 0 => r with { Text = $"{r.Text}{MadeUp}" },
        Indicator r => r with { Figures = [.. r.Figures.Select((f, i) => FigureOf(r, f, index + i, year))] },
        Collaboration r when index % 2 == 0 => r with { Outline = $"{r.Outline}{MadeUp}" },
        WardActivity r => r with { Year = r.Year?.Previous },
        _ => record,
    };

    private static IEnumerable<Record> Ended(DepartmentSubmission submission) => submission.Records.Initiatives.Take(1).Select(r => r with
    {
        Id = new RecordId(submission.Department, 9000).ToString(),
        Text = $"この年度で終わった取組{MadeUp}",
    });

    // About half of the figures that the later report also contains are the same in both reports; the others look as if they were restated.
    private static Figure FigureOf(Indicator indicator, Figure figure, int index, FiscalYear year)
    {
        var earlier = figure.Year.Previous;
        return index % 2 == 0 && earlier < year && indicator.Figures.FirstOrDefault(f => f.Year == earlier) is { } same
            ? same
            : Figure.Reported(earlier, 111 * ((index % 5) + 1));
    }

    private static string InYear(string submission, FiscalYear year) => $"{Number(year)}{submission[4..]}";

    private static string Number(FiscalYear year) => year.Year.ToString(CultureInfo.InvariantCulture);
}
