using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.ReportLayout;

/// <summary>
/// The printed report in the report layout, as departments have it in their own files, is read as the same records as the samples. The
/// files are written with openpyxl in two styles, which the tests call habits (Fixtures/report-layout/make.py).
/// </summary>
public sealed class ReportLayoutTests
{
    [Theory]
    [InlineData("【その他】")]
    [InlineData("■「その他」（財政局）")]
    public void APolicyAreaMayBeInBrackets(string area) => Assert.Equal("other", InitiativeOf(area).PolicyArea);

    [Theory]
    [InlineData("（１）その他（財政局）")]
    [InlineData("(1) その他\n財政局")]
    public void TheNumberOfAPolicyAreaInBracketsIsNoDivision(string area)
    {
        var initiative = InitiativeOf(area);

        Assert.Equal(("other", "財政局"), (initiative.PolicyArea, Assert.Single(initiative.Divisions)));
    }

    private static Initiative InitiativeOf(string area) => Assert.Single(Some.Read(
        new TestBook().Sheet("視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], [area, "・甲", null]).ToBytes(), "kenkofukushi")
        .Records.Initiatives);

    private static readonly string SamplesFolder = Path.Combine(AppContext.BaseDirectory, "Samples");
    private static readonly DepartmentRecords Samples = Records(SamplesFolder);

    public static TheoryData<string> Habits => ["bulleted", "plain"];

    [Theory]
    [MemberData(nameof(Habits))]
    public void FilesInTheReportLayoutHaveTheirDepartmentAndNoError(string habit) => Assert.All(FilesOf(habit), file =>
    {
        var reading = Read(file);
        Assert.Equal(WorkbookLayout.Report, reading.Layout);
        Assert.Equal(Path.GetFileNameWithoutExtension(file)["2018-".Length..], Some.Department(reading.Department!).Name);
        Assert.DoesNotContain(reading.Problems, p => p.Severity == Severity.Error);
    });

    [Theory]
    [MemberData(nameof(Habits))]
    public void InitiativesAndDirectionsInTheReportLayoutEqualThoseOfTheSamples(string habit)
    {
        var records = Records(FolderOf(habit));

        AssertSame(Samples.Initiatives.Select(Line), records.Initiatives.Select(Line));
        AssertSame(Samples.Directions.Select(Line), records.Directions.Select(Line));
    }

    [Theory]
    [MemberData(nameof(Habits))]
    public void CollaborationsAndWardActivitiesInTheReportLayoutEqualThoseOfTheSamples(string habit)
    {
        var records = Records(FolderOf(habit));

        AssertSame(
            Samples.Collaborations.Select(c => $"{c.Lead} {c.PartnersText} {c.Name} {c.Outline} {c.Direction}"),
            records.Collaborations.Select(c => $"{c.Lead} {c.PartnersText} {c.Name} {c.Outline} {c.Direction}"));
        AssertSame(
            Samples.WardActivities.Select(a => $"{a.Ward} {a.Year} {a.Category} {a.Heading} {a.Text}"),
            records.WardActivities.Select(a => $"{a.Ward} {a.Year} {a.Category} {a.Heading} {a.Text}"));
    }

    [Theory]
    [MemberData(nameof(Habits))]
    public void IndicatorsAndFiguresInTheReportLayoutEqualThoseOfTheSamples(string habit)
    {
        var records = Records(FolderOf(habit));

        Assert.Equal(112, records.Indicators.Count);
        Assert.Equal(209, records.Indicators.SelectMany(i => i.Figures).Count(f => f.Status is FigureStatus.Reported or FigureStatus.Text));
        AssertSame(IndicatorLines(SamplesFolder), IndicatorLines(FolderOf(habit)));
    }

    [Theory]
    [MemberData(nameof(Habits))]
    public void NoUnitInTheReportLayoutDiffersFromTheSamplesExceptInWidth(string habit) => Assert.All(FilesOf(habit), file =>
    {
        var known = Read(Path.Combine(SamplesFolder, Path.GetFileName(file))).Records;
        var reading = WorkbookReader.Read(
            File.ReadAllBytes(file), new(Some.Register, Some.Year, null) { FileName = Path.GetFileName(file), Known = known });
        // The files in the style "plain" contain ％ instead of %, which is reported as a changed unit.
        Assert.DoesNotContain(reading.Problems, p => p.Code == "unit-changed" && !p.Message.Contains('％', StringComparison.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Habits))]
    public void ThePrintedReportCausesNoFindingOfAContradiction(string habit) => Assert.All(FilesOf(habit), file =>
        Assert.DoesNotContain(Read(file).Problems, p => p.Code is "text-differs" or "text-year-missing" or "total-differs"));

    [Fact]
    public void EveryItemOfTheReportLayoutNamesItsCell()
    {
        var reading = Read(FilesOf("plain").Single(f => f.Contains("病院局", StringComparison.Ordinal)));

        Assert.All(reading.Records.Initiatives, i => Assert.Matches("^C[0-9]+$", i.Source.Cell));
        Assert.All(reading.Records.Directions, d => Assert.Matches("^D[0-9]+$", d.Source.Cell));
        Assert.Equal(reading.Records.All.Count(), reading.Records.All.Select(r => (r.GetType(), r.Id)).Distinct().Count());
    }

    private static string Line(Initiative i) => $"{i.Viewpoint} {i.PolicyArea} {string.Join('|', i.Divisions)} {i.Text}";

    private static string Line(Direction d) => $"{d.Viewpoint} {d.PolicyArea} {string.Join('|', d.Divisions)} {d.Text}";

    // Ids are unique only within a workbook, so the initiative of an indicator is looked up in the same workbook.
    private static IEnumerable<string> IndicatorLines(string folder) => Directory.EnumerateFiles(folder, "*.xlsx")
        .Select(f => Read(f).Records).SelectMany(r => r.Indicators.Select(i => Line(i, r)));

    // Folds the line (normalizes its characters), so that figures in full-width digits equal the same figures in ASCII digits.
    private static string Line(Indicator i, DepartmentRecords records) =>
        ($"{records.Initiatives.First(x => x.Id == i.Initiative).Text} {i.Name} {i.Group} {i.Unit} {i.IsCumulative} "
            + $"{string.Join('|', i.Figures)} {string.Join('|', i.Notes)}").Fold();

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

    private static DepartmentRecords Records(string folder) =>
        DepartmentRecords.Of([.. Directory.EnumerateFiles(folder, "*.xlsx").SelectMany(f => Read(f).Records.All)]);

    private static WorkbookReading Read(string file) =>
        WorkbookReader.Read(File.ReadAllBytes(file), new(Some.Register, Some.Year, null) { FileName = Path.GetFileName(file) });

    private static IEnumerable<string> FilesOf(string habit) => Directory.EnumerateFiles(FolderOf(habit), "*.xlsx");

    private static string FolderOf(string habit) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "report-layout", habit);
}
