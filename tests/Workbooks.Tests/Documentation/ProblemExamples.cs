using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.Documentation;

/// <summary>An example of every finding, as a clerk may receive it.</summary>
internal static class ProblemExamples
{
    private static readonly Department Office = Some.Department("takatsu"), Bureau = Some.Department("kenkofukushi");
    private static readonly TemplateColumn Figures = FigureKind.ColumnOf(Some.Year.Previous);
    private static readonly string Text = DirectionSheet.Text.Header, Year = Figures.Header;

    public static EquatableList<Finding> All { get; } = [.. Files(), .. Cells(), .. Records(), .. Reports()];

    private static IEnumerable<Finding> Files() =>
    [
        Findings.NotAWorkbook(),
        FileFindings.AmbiguousWorkbook(),
        Findings.Encrypted(),
        Findings.TooLarge(WorkbookLimit.Rows),
        SubmissionFindings.ReadingNotFinished(),
        SubmissionFindings.ReportOverLimit(ReportLimits.Records + 120, ReportLimits.Records),
        Findings.NoKnownTable(),
        Findings.NothingReported(),
        FileFindings.NothingContradicted(),
        FileFindings.EmptiesReport(),
        Findings.OtherDepartment(Office),
        Findings.SheetOfOthers(PassageSheet.Layout.Name, PassageSheet.Layout.Reporters, Office),
        Findings.OtherWard(Office),
        Findings.OtherYear(Some.Year),
        Findings.UnknownDepartment(Office.Name),
        Findings.FileOfUnknownDepartment(),
        FileFindings.DepartmentAssumed(Office),
        FileFindings.YearAssumed(Some.Year),
        FileFindings.OlderTemplate("0"),
        FileFindings.SheetMissing(CollaborationSheet.Layout.Name),
        FileFindings.SheetNotRead(),
        FileFindings.SheetNotRead(CollaborationSheet.Layout.Name, CollaborationSheet.Partners.Header),
        FileFindings.Macros(),
        Findings.ColumnMissing(SharedColumns.PolicyArea.Header, 1),
        Findings.ColumnMisspelt(Year, "平成92（2017）年度"),
        Findings.ColumnUnnamed(SharedColumns.PolicyArea.Header),
        FileFindings.ColumnNotRead("備考欄", InitiativeSheet.Notes.Header),
        FileFindings.ColumnNotRead("確認済", null),
        FileFindings.RowNotRead(),
        FileFindings.CellNotRead(InitiativeSheet.Notes.Header),
        FileFindings.CellsNotRead(1_234),
        FileFindings.DivisionsNotRead(12),
        FileFindings.NoteNotRead(),
        FileFindings.FooterRowNotRead(),
        FileFindings.FooterNotRead(),
        FileFindings.HeadingNotRead("(1) 町内会・自治会"),
        FileFindings.HeadingInList("【普及啓発】"),
        FileFindings.ShapeNotRead("平成29年度の実績は暫定値です。"),
        FileFindings.ColumnTwice(InitiativeSheet.Unit.Header, "H"),
        FileFindings.SheetCopied(InitiativeSheet.Layout.Name),
        FileFindings.SheetOfExample(),
        FileFindings.EarlierYears(Some.Year, Some.Year.Previous),
        FileFindings.HiddenRow(),
        FileFindings.HiddenColumn(SharedColumns.Divisions.Header),
    ];

    private static IEnumerable<Finding> Cells() =>
    [
        Findings.Required(CollaborationSheet.Name.Header, CollaborationSheet.Name.Example),
        Findings.RequiredChoice(WardActivitySheet.Category.Header, WardActivity.Categories),
        Findings.NotInList(WardActivitySheet.Category.Header, WardActivity.Categories, WardActivity.Categories[0]),
        Findings.NotInOptionalList(WardActivitySheet.Category.Header, WardActivity.Categories, null),
        Findings.NotA(NumberKind.Expected, StatisticSheet.Total.Header, StatisticSheet.Total.Example),
        FigureFindings.WithUnit(Year, "92", "人"),
        FigureFindings.TrueOrFalse(Year),
        FigureFindings.TooLarge(Year, Figures.Example),
        Findings.DateForNumber(Year, Figures.Example),
        FigureFindings.ShownInWords(StatisticSheet.Total.Header, "80千", "80252"),
        Findings.NotA(FiscalYearKind.Expected, WardActivitySheet.Year.Header, Some.Year.Previous.EraLabel),
        YearHeaderFindings.WithoutEra("28", Some.Year.Previous.Previous.EraLabel),
        YearHeaderFindings.FirstDay("H28.4.1", Some.Year.Previous.Previous),
        Findings.NotA(YearMonthKind.Expected, StatisticSheet.From.Header, StatisticSheet.From.Example),
        Findings.MonthAsNumber(StatisticSheet.From.Header, YearMonth.Of(2017, 10)),
        Findings.DateForText(StatisticSheet.Label.Header, "2018/6/11", "6-11"),
        Findings.TextTooLong(Text, 10_532, RecordLimits.TextLength),
        Findings.TooManyItems(PassageSheet.Path.Header, 24, RecordLimits.PathLevels),
        Findings.FormulaWithoutValue(Year),
        Findings.ErrorValue(Year),
        Findings.NumberMalformed(),
        Findings.NumberOfOthers(Office),
        Findings.NumberTakenOver("zaisei-0007"),
        TextFindings.PartnerUnknown(CollaborationSheet.Partners.Header, ["健康福社局"], Bureau.Name),
        TextFindings.DivisionUnknown(SharedColumns.Divisions.Header, ["地域包括ケア推進室"], null, Bureau.Name),
        TextFindings.ControlCharacters(Text),
        TextFindings.PrivateCharacter(Text, 12),
        TextFindings.Unpaired(Text, '「'),
        TextFindings.FormulaLike(Text),
        TextFindings.DigitsSplit(Year, 56),
        FigureFindings.InWords(Year),
        TextFindings.EraEnded(WardActivitySheet.Year.Header, FiscalYear.Of(2020).Label),
        TextFindings.StruckOut("共催した。"),
        TextFindings.StruckOut(""),
        TextFindings.RowStruckOut(),
        FigureFindings.ShownDiffers(Year, "52千", "52345"),
        FigureFindings.ExponentForText(StatisticSheet.Label.Header, "1.00E+02", "1E2"),
        FigureFindings.DigitsHidden(Year, "52", "52.345"),
        FigureFindings.PlannedFigures("平成30年度（見込み）", Some.Year),
        FigureFindings.PlannedIndicator("目標"),
        FigureFindings.LaterYear(FiscalYear.Of(2019)),
        TextFindings.Ditto(InitiativeSheet.Unit.Header, "人"),
        TextFindings.DittoBeside(Year, "左の欄", "5"),
        TextFindings.DittoOfNothing(InitiativeSheet.Unit.Header),
        RecordFindings.TotalsRow(),
        FigureFindings.MergedAcross("52"),
        FigureFindings.MergedDown("52"),
    ];

    private static IEnumerable<Finding> Records() =>
    [
        Findings.NumberTwice($"{Bureau.Code}-0012"),
        RecordFindings.NumberUnknown($"{Bureau.Code}-0099"),
        RecordFindings.IndicatorWithoutInitiative(),
        Findings.NoteWithoutIndicator(),
        RecordFindings.InitiativeTwice(),
        FigureFindings.IndicatorTwice(),
        RecordFindings.DirectionRepeated(),
        RecordFindings.CollaborationRepeated(),
        RecordFindings.WardActivityRepeated(),
        RecordFindings.ShareRepeated(),
        RecordFindings.PassageRepeated(),
        RecordFindings.SeveralItems(DirectionSheet.Text.Header),
        RecordFindings.UnitMissing(),
        FigureFindings.UnitDecorated("（人）", "人"),
        FigureFindings.NoUnit("100"),
        RecordFindings.UnitSpelling("箇所", "か所"),
        FigureFindings.UnitChanged("か所", "箇所"),
        FigureFindings.UnitDiffers(Year, "%", "人"),
        RecordFindings.YearMissing(Some.Year.Previous, "○○回"),
        RecordFindings.SuddenChange(Reported(2016, 1000), Reported(2017, 7700)),
        RecordFindings.CumulativeDrop(Reported(2016, 1200), Reported(2017, 300)),
        FigureFindings.NegativeCount(Year, "人", "会員数"),
        FigureFindings.NegativeShare(StatisticSheet.Percent.Header, -29.4m),
        RecordFindings.PercentOver(Year, 459),
        RecordFindings.SharesOver("対応方法", 104.5m),
        RecordFindings.SharesAsFractions("対応方法", 1m),
        RecordFindings.PercentAsFraction(0.8m),
        ContradictionFindings.TotalDiffers(Indicator("合計"), Reported(2017, 170), new("K4", "K2–K3", 160)),
        ContradictionFindings.PartOver(Indicator("うち新規"), Reported(2017, 120), new("K3", "K2", 110)),
        ContradictionFindings.TextDiffers(new(Indicator(null), Some.Year.Previous, 120) { FigureCell = "K2", TextCell = "E2" }),
        ContradictionFindings.TextYearMissing(new(Indicator(null), Some.Year.Previous, 120) { FigureCell = "K2", TextCell = "E2" }),
        RecordFindings.PeriodReversed("平成29（2017）年4月", "平成29（2017）年3月"),
        FigureDoubts.Of(Some.RunningText.Read("講座の開催（H28〜H29：30回）").Doubts[0]),
        FigureDoubts.OfCell("約92", Figures.Example)!,
        FigureDoubts.OfCell("3回・50人", Figures.Example)!,
    ];

    private static IEnumerable<Finding> Reports() =>
    [
        ReportFindings.NotSubmitted(Office),
        ReportFindings.CollaborationTwice(Bureau, [Office]),
        ReportFindings.PageMissing("視点2＞医療施策"),
    ];

    private static Indicator Indicator(string? group) =>
        new("", Source.Read("", "", ""), "", "受講者数", group, "人", false, [Reported(2017, 130)], []);

    private static Figure Reported(int year, decimal value) => Figure.Reported(FiscalYear.Of(year), value);
}
