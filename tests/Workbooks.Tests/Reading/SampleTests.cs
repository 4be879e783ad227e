using KawasakiServerless.Domain;
using KawasakiServerless.MakeSamples;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Reading;

public sealed class SampleTests
{
    private static readonly string[] Codes =
    [
        "soumukikaku", "shiminbunka", "keizairodo", "kankyo", "kenkofukushi", "kodomomirai", "machizukuri", "kensetsuryokusei", "rinkaibu",
        "kawasaki", "saiwai", "nakahara", "takatsu", "miyamae", "tama", "asao", "jogesuido", "byoin", "kyoiku",
    ];

    private static readonly Dictionary<string, WorkbookReading> Readings = Codes.ToDictionary(c => c, c => Some.Read(Some.Sample(c), c));

    private static readonly DepartmentRecords All = DepartmentRecords.Of([.. Readings.Values.SelectMany(r => r.Records.All)]);

    [Fact]
    public void TheSamplesCheckedInAreThoseThatAreMade()
    {
        var made = Samples.Make(Some.Dataset).ToList();
        Assert.Equal(Codes.Select(c => Source.CanonicalFile(Some.Year, Some.Department(c))), made.Select(m => m.File));
        Assert.All(
            Codes.Zip(made), pair => Assert.True(Some.Sample(pair.First).AsSpan().SequenceEqual(pair.Second.Content), pair.Second.File));
    }

    [Fact]
    public void NoSampleHasAnError() => Assert.All(Readings.Values, r => Assert.True(r.IsAccepted));

    [Theory]
    [MemberData(nameof(EveryCode))]
    public void TheProblemsReportedForASampleMatchTheApprovedText(string code) => Approved.Matches(
        string.Concat(
            Readings[code].Problems.Select(p => $"{p.Severity} {p.Code} {p.Sheet} {p.Cell}\n  {p.Message}\n  {p.Remedy}\n  {p.Found}\n")),
        "tests",
        "Workbooks.Tests",
        "SampleProblems",
        Path.ChangeExtension(Source.CanonicalFile(Some.Year, Some.Department(code)), ".approved.txt"));

    public static TheoryData<string> EveryCode => [.. Codes];

    [Fact]
    public void TheSamplesTogetherContainAllRecordsOfTheReport() =>
        Assert.Equal(new([160, 112, 156, 47, 33 + 28 + 79, 7, 112]), All.Counts);

    [Fact]
    public void TheSamplesTogetherContainAllFiguresOfTheReport() =>
        Assert.Equal(209, All.Indicators.SelectMany(i => i.Figures).Count(f => f.Status is FigureStatus.Reported or FigureStatus.Text));

    [Fact]
    public void TheInitiativesOfTheSamplesAreThoseOfThePrintedReport() => AssertSame(
        Areas()
            .SelectMany(a => a.Area.Initiatives, (a, i) => $"{a.Viewpoint} {a.Area.Name} {string.Join('|', a.Area.Departments)} {i.Text}"),
        All.Initiatives.Select(
            i => $"{i.Viewpoint} {Some.Register.PolicyArea(i.PolicyArea).Name} {string.Join('|', i.Divisions)} {i.Text}"));

    [Fact]
    public void TheDirectionsOfTheSamplesAreThoseOfThePrintedReport() => AssertSame(
        Areas().SelectMany(a => a.Area.Directions, (a, d) => $"{a.Viewpoint} {a.Area.Name} {string.Join('|', a.Area.Departments)} {d}"),
        All.Directions.Select(
            d => $"{d.Viewpoint} {Some.Register.PolicyArea(d.PolicyArea).Name} {string.Join('|', d.Divisions)} {d.Text}"));

    [Fact]
    public void TheIndicatorsOfTheSamplesAreThoseOfThePrintedReport()
    {
        var initiatives = All.Initiatives.ToDictionary(i => i.Id);
        AssertSame(
            Some.Dataset.Indicators.SelectMany(i => i.Series, (i, s) =>
                $"{i.Viewpoint} {i.Initiative} {s.Name} {s.Group} {s.Unit} {s.Cumulative} "
                    + $"{string.Join('|', s.Values.Select(v => $"{v.FiscalYear} {v.Value:0.###}{v.Text}"))} {string.Join('|', s.Notes)}"),
            All.Indicators.Select(i =>
                $"{initiatives[i.Initiative].Viewpoint} {initiatives[i.Initiative].Text} {i.Name} {i.Group} {i.Unit} {i.IsCumulative} "
                    + $"{string.Join('|', Said(i).Select(f => $"{f.Year.Year} {f.Value:0.###}{f.Text}"))} {string.Join('|', i.Notes)}"));
    }

    [Fact]
    public void TheCollaborationsOfTheSamplesAreThoseOfThePrintedReport() => AssertSame(
        Some.Dataset.Collaborations.Select(c => $"{c.LeadNormalized} {c.PartnersText} {c.Name} {c.Outline} {c.Direction}"),
        All.Collaborations.Select(c => $"{Some.Department(c.Lead).Name} {c.PartnersText} {c.Name} {c.Outline} {c.Direction}"));

    [Fact]
    public void TheWardActivitiesOfTheSamplesAreThoseOfThePrintedReport() => AssertSame(
        [
            .. Some.Dataset.Wards.Wards.SelectMany(w => w.Items, (w, i) => $"{w.Name}    {i}"),
            .. Some.Dataset.Wards.CommonEfforts.SelectMany(e => e.Items, (e, i) => $"  {e.Category}  {i}"),
            .. Some.Dataset.WardHistory.SelectMany(
                y => y.Groups.SelectMany(g => g.Items, (g, i) => $"{y.Ward} {y.FiscalYear}  {g.Heading} {i}")),
        ],
        All.WardActivities.Select(
            a => $"{(a.Ward is null ? "" : Some.Department(a.Ward).Ward)} {a.Year?.Year} {a.Category} {a.Heading} {a.Text}"));

    [Fact]
    public void TheStatisticsOfTheSamplesAreThoseOfThePrintedReport() => Assert.Equal(
        Some.Dataset.Statistics.Select(
            s =>
                $"{s.Section} {s.Name} {s.Period.From} {s.Period.To} {s.Total:0} "
                    + $"{string.Join('|', s.Shares.Select(x => $"{x.Label} {x.Percent:0.0} {x.Note}"))}"),
        All.Statistics.Select(s => $"{s.Section} {s.Name} {s.From} {s.To} {s.Total:0} "
            + $"{string.Join('|', s.Shares.Select(x => $"{x.Label} {x.Percent:0.0} {x.Note}"))}"));

    [Fact]
    public void ThePassagesOfTheSamplesAreThoseOfThePrintedReport() => Assert.Equal(
        Some.Dataset.Narrative.SelectMany(p => p.Blocks, (p, b) => $"{p.Document} {string.Join('|', p.Path)} {b.Type} {b.Text}"),
        All.Passages.Select(p => $"{p.Document} {string.Join('|', p.Path)} {p.Kind.ToString().ToLowerInvariant()} {p.Text}"));

    [Fact]
    public void ARecordNamesTheSheetAndTheCellsItWasReadFrom()
    {
        var records = Readings["kenkofukushi"].Records;
        Assert.Equal(("視点別取組", "A2:E2"), (records.Initiatives[0].Source.Sheet, records.Initiatives[0].Source.Cell));
        Assert.Equal(("kenkofukushi-0001", "F2:M2"), (records.Indicators[0].Initiative, records.Indicators[0].Source.Cell));
        Assert.Equal(("A2:H4", "A2:D2"), (records.Statistics[0].Source.Cell, records.Passages[0].Source.Cell));
        Assert.All(records.All, r => Assert.Equal("kenkofukushi", r.Source.Department));
    }

    [Theory]
    [InlineData("openpyxl-kenkofukushi.xlsx", "kenkofukushi")]
    [InlineData("openpyxl-takatsu.xlsx", "takatsu")]
    [InlineData("libreoffice-kenkofukushi.xlsx", "kenkofukushi")]
    [InlineData("libreoffice-takatsu.xlsx", "takatsu")]
    public void ASampleSavedAgainByAnotherProgramReadsTheSame(string fixture, string department)
    {
        var again = Some.Read(Some.Fixture(fixture));
        Assert.Equal(Readings[department].Problems, again.Problems);
        Assert.Equal(Readings[department].Records, again.Records);
    }

    private static IEnumerable<(int Viewpoint, DatasetArea Area)> Areas() =>
        Some.Dataset.Viewpoints.SelectMany(v => v.PolicyAreas.Select(a => (v.Number, a)));

    private static IEnumerable<Figure> Said(Indicator indicator) => indicator.Figures.Where(f => f.Status != FigureStatus.NotReported);

    // The order is ignored, because the departments' workbooks contain the lines of the printed report in another order.
    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
