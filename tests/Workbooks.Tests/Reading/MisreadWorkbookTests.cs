using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>
/// Workbooks of kinds that other programs were reported to misread (Fixtures/cases) are read as a clerk sees them, or a finding reports the
/// difference.
/// </summary>
public sealed class MisreadWorkbookTests
{
    /// <summary>Each case gives the file and all its findings, each as "code cell", or as "code" if it concerns no cell.</summary>
    public static TheoryData<string, string[]> Findings => new()
    {
        { "duplicate-entries/in.xlsx", ["ambiguous-workbook"] },
        { "full-calc-on-load/in.xlsx", ["formula-without-value J2", "formula-without-value K2"] },
        { "full-width-formula/in.xlsx", ["formula-like E2", "formula-like E3", "formula-like E4"] },
        { "height-zero/column.xlsx", ["hidden J1"] },
        { "height-zero/row.xlsx", ["hidden B3"] },
        { "optional-column-renamed/cumulative.xlsx", ["column-not-read I1"] },
        { "optional-column-renamed/division.xlsx", ["column-not-read D1"] },
        { "optional-column-renamed/name.xlsx", ["column-not-read F1"] },
        { "optional-column-renamed/note.xlsx", ["column-not-read M1"] },
        { "optional-column-renamed/unit.xlsx", ["column-not-read H1", "unit-missing B2"] },
        { "percent-encoded-part/in.xlsx", [] },
        { "period-reversed/in.xlsx", ["period-reversed D2"] },
        { "radicals-from-pdf/partner.xlsx", [] },
        { "range-became-date/document.xlsx", ["date-for-text A2"] },
        { "range-became-date/group.xlsx", ["date-for-text G2"] },
        { "range-became-date/label.xlsx", ["date-for-text F2"] },
        { "sheet-not-recognised/plain.xlsx", ["sheet-not-read A1"] },
        { "sheet-not-recognised/version.xlsx", ["sheet-missing", "sheet-not-read A1"] },
        { "report-layout-unchecked/in.xlsx",
            ["division-unknown A3", "control-characters B3", "private-characters B3", "unpaired B3", "hidden A4"] },
        { "strike-within-cell/layout.xlsx", ["struck-out B3", "sudden-change B3"] },
        { "strike-within-cell/template.xlsx", ["struck-out J2", "sudden-change K2"] },
        { "strike-within-cell/template.xls", ["struck-out J2", "sudden-change K2"] },
        { "strike-within-cell/text.xlsx", ["struck-out E2"] },
        { "two-header-rows/in.xlsx", [] },
        { "year-header-variants/era-short.xlsx", [] },
        { "year-header-variants/results.xlsx", [] },
        { "year-header-variants/western-first.xlsx", [] },
        { "year-header-variants/format.xlsx", [] },
        { "years-in-running-text/omitted.xlsx", ["figure-in-doubt B3"] },
        { "years-in-running-text/short.xlsx", [] },
        { "years-in-running-text/western.xlsx", [] },
        { "zero-width/department.xlsx", [] },
        { "zero-width/figure.xlsx", [] },
        { "zero-width/partner.xlsx", [] },
        { "zero-width/required.xlsx", ["required E2–E3"] },
        { "zero-width/ward.xlsx", [] },
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public void EachCaseHasExactlyTheExpectedFindings(string file, string[] findings) =>
        Assert.Equal(findings, Read(file).Problems.Select(p => $"{p.Code} {p.Cell}".TrimEnd()));

    [Fact]
    public void ActivitiesOnASheetNamedForAllWardsBelongToNoSingleWard() => Assert.Equal(
        [("意識づくり", "普及啓発イベント"), ("意識づくり", "職員向け研修"), ("仕組みづくり", "区推進本部会議"), ("地域づくり", "多世代交流の推進")],
        Read("common-to-all-wards/in.xlsx", "kenkofukushi").Records.WardActivities.Select(
            a => a.Ward is null ? (a.Category!, a.Text) : default));

    [Fact]
    public void AFigureMergedOverTwoYearsCountsForBoth()
    {
        var reading = Read("merged-across-years/in.xlsx");

        Assert.Equal(["対象外", "対象外", "70"], FiguresOf(reading)[0]);
        Assert.Equal(["merged-across J2"], reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
    }

    [Fact]
    public void DittoMarksStandForTheRowAbove()
    {
        var reading = Read("ditto-marks/in.xlsx");

        Assert.Single(reading.Records.Initiatives);
        Assert.Equal(["人", "人"], reading.Records.Indicators.Select(i => i.Unit));
        Assert.DoesNotContain(reading.Problems, p => p.Severity > Severity.Info && p.Code != "ditto-of-nothing");
    }

    [Theory]
    [InlineData("circled-and-superscript-marks/in.xlsx")]
    [InlineData("circled-and-superscript-marks/in.xls")]
    public void MarksBesideDigitsAreNoDigits(string file)
    {
        var reading = Read(file);

        Assert.Equal(["5①", "120²", "①", "1㊿"], FiguresOf(reading).Select(f => f[0]));
        Assert.Equal(["J2", "J3", "J4", "J5"], reading.Problems.Where(p => p.Severity == Severity.Warning)
            .SelectMany(p => p.Cell!.Split(", ")).Order());
    }

    [Theory]
    [InlineData("year-header-variants/era-short.xlsx")]
    [InlineData("year-header-variants/results.xlsx")]
    [InlineData("year-header-variants/western-first.xlsx")]
    [InlineData("two-header-rows/in.xlsx")]
    public void FiguresOfBothYearsAreReadUnderEveryFormOfYearHeader(string file) =>
        Assert.Equal([FiscalYear.Of(2016), FiscalYear.Of(2017)], Read(file).Records.Indicators[0].Figures.Where(f => f.Value is not null)
            .Select(f => f.Year).Take(2));

    [Theory]
    [InlineData("conditional-section/in.xlsx", new[] { "52", "61" }, new[] { "unit-missing H2" })]
    [InlineData("scaled-by-format/in.xlsx", new[] { "52", "61" }, new[] { "shown-differs J2", "shown-differs K2" })]
    public void AFigureIsReadAsItsNumberFormatShowsIt(string file, string[] figures, string[] findings)
    {
        var reading = Read(file);

        Assert.Equal(figures, FiguresOf(reading)[0]);
        Assert.Equal(findings, reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
    }

    [Theory]
    [InlineData("shown-blank/format.xlsx")]
    [InlineData("shown-blank/sheet-option.xlsx")]
    public void AFigureThatTheSheetDoesNotShowIsReadAsNotReported(string file) =>
        Assert.All(FiguresOf(Read(file)), figures => Assert.Contains("", figures));

    [Theory]
    [InlineData("strike-within-cell/template.xlsx")]
    [InlineData("strike-within-cell/template.xls")]
    [InlineData("strike-within-cell/layout.xlsx")]
    public void StruckOutCharactersAreLeftOutOfAFigure(string file) => Assert.Equal(["7", "60"], FiguresOf(Read(file))[0].Take(2));

    [Theory]
    [InlineData("years-in-running-text/short.xlsx")]
    [InlineData("years-in-running-text/western.xlsx")]
    public void FiguresAfterShortAndWesternYearsInRunningTextAreRead(string file) =>
        Assert.Equal(["50", "60"], FiguresOf(Read(file))[0].Take(2));

    [Fact]
    public void StruckOutCharactersAreLeftOutOfAText() =>
        Assert.Equal("講座を共催した。", Read("strike-within-cell/text.xlsx").Records.Directions[0].Text);

    [Fact]
    public void InvisibleCharactersArePartOfNoFigure() => Assert.Equal(["1234", "1300"], FiguresOf(Read("zero-width/figure.xlsx"))[0]);

    private static List<string[]> FiguresOf(WorkbookReading reading) =>
        [.. reading.Records.Indicators.Select(i => i.Figures.Select(Shown).ToArray())];

    private static string Shown(Figure figure) => figure switch
    {
        { Value: { } value } => $"{value}",
        { Status: FigureStatus.NotApplicable } => TemplateWords.NotApplicable,
        _ => figure.Text ?? "",
    };

    private static WorkbookReading Read(string file, string? department = null) =>
        Some.Read(Some.Fixture(Path.Combine("cases", file)), department);
}
