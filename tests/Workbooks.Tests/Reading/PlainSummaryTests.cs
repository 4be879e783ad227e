using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Checks;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>The sheet やさしい日本語 (plain summaries), which only the coordinator fills in and which a workbook need not have.</summary>
public sealed class PlainSummaryTests
{
    private const string Sheet = "やさしい日本語", Coordinator = "kenkofukushi";
    private static readonly object?[] Headers = ["管理番号", "ページ", "やさしい文章"];
    private static readonly PlainSummary Summary = new("kenkofukushi-0901", Source.Read("", "", ""), SectionPage.Home, "市がしていることです。");

    [Fact]
    public void PlainSummariesFilledInByOpenpyxlAreRead()
    {
        var reading = Some.Read(Some.Fixture("plain-summaries/filled.xlsx"), Coordinator);
        Assert.Empty(reading.Problems);
        Assert.Equal(
            [
                ("home", "このページでは、川崎市がしていることがわかります。", "A2:C2"), ("wards/kawasaki", "川崎区でしていることです。", "A3:C3"),
                ("wards/kawasaki", "だれでも相談できます。\nお金はかかりません。", "A4:C4"), ("viewpoints/1", "みんなで考えることです。", "A5:C5"),
                ("viewpoints/1/elderly", "年をとった人のためにしていることです。", "A6:C6"), ("report/資料1-1", "これまでにしたことです。", "A7:C7"),
                ("home", "むずかしい言葉には、説明があります。", "A8:C8"),
            ],
            reading.Records.PlainSummaries.Select(s => (s.Page.Key, s.Text, s.Source.Cell)));
    }

    [Fact]
    public void EachFaultOnThePlainSummariesSheetIsReportedAtItsCell()
    {
        var problems = Some.Read(Some.Fixture("plain-summaries/slips.xlsx"), Coordinator).Problems;
        Assert.Equal(
            [("not-in-list", "B2"), ("not-in-list", "B3"), ("not-in-list", "B4"), ("required", "C5"), ("required", "B6"),
                ("text-too-long", "C7")],
            problems.Select(p => (p.Code, p.Cell)));
        Assert.All(problems, p => Assert.Equal((Severity.Error, Sheet), (p.Severity, p.Sheet)));
        Assert.Equal(
            ["「ページ」が一覧にない値です。「トップページ」のことでしょうか。", "「ページ」が一覧にない値です。「視点1＞高齢者施策」のことでしょうか。", "「ページ」が一覧にない値です。"],
            problems.Take(3).Select(p => p.Message));
        Assert.Equal("一覧から選んでください。例：トップページ", problems[0].Remedy);
    }

    [Theory]
    [InlineData("home", "トップページ", "ホーム", "ﾄｯﾌﾟﾍﾟｰｼﾞ")]
    [InlineData("viewpoints/2", "視点2", "視点２　住まいと住まい方", "安心して暮らせる住まいと住まい方の実現")]
    [InlineData("viewpoints/2/housing", "視点2＞住宅施策", "視点2>住宅施策", "視点２ 住宅施策")]
    [InlineData("collaborations", "連携取組", "連携取組の一覧")]
    [InlineData("wards/kawasaki", "川崎区", "川崎区役所")]
    [InlineData("report/資料2", "資料2", "資料２　地域包括ケアシステム構築に向けた第2段階における方向性")]
    public void ThePageOfAPlainSummaryMayBeWrittenInSeveralWays(string key, params string[] typed) => Assert.All(
        typed, page => Assert.Equal(key, Assert.Single(Some.Read(Filled([null, page, "文です。"])).Records.PlainSummaries).Page.Key));

    [Fact]
    public void RecordNumbersOfOtherDepartmentsAndUnknownOnesAreReported()
    {
        var known = new WorkbookRequest(Some.Register, Some.Year, Coordinator) { Known = DepartmentRecords.Of([Summary]) };
        var reading = WorkbookReader.Read(Filled(["zaisei-0001", "川崎区", "一つ目です。"], ["kenkofukushi-0999", "川崎区", "二つ目です。"]), known);
        Assert.Equal([("number-malformed", "A2"), ("number-unknown", "A3")], reading.Problems.Select(p => (p.Code, p.Cell)));
    }

    [Fact]
    public void AnOlderWorkbookWithoutThePlainSummariesSheetIsNotReported()
    {
        var sheets = SpreadsheetReader.Read(Some.Sample(Coordinator), Budget.New()).Workbook!.Sheets;
        Assert.DoesNotContain(sheets, s => s.Name == Sheet);
        Assert.DoesNotContain(Some.Read(Some.Sample(Coordinator)).Problems, p => p.Code == "sheet-missing");
    }

    [Fact]
    public void ThePlainSummariesSheetMayBeEmpty() =>
        Assert.DoesNotContain(
            Some.Read(Some.Fixture("filled/openpyxl-kenkofukushi.xlsx")).Problems, p => p.Sheet == Sheet || p.Code == "sheet-missing");

    [Fact]
    public void AMissingPlainSummariesSheetIsReportedIfThereWereSummariesBefore()
    {
        var request = new WorkbookRequest(Some.Register, Some.Year, Coordinator) { Known = DepartmentRecords.Of([Summary]) };
        Assert.Contains($"「{Sheet}」", Assert.Single(WorkbookReader.Read(Some.Sample(Coordinator), request).Problems,
            p => p.Code == "sheet-missing").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AHiddenPlainSummariesSheetIsReportedAsMissing()
    {
        var book = new TestBook().Sheet("はじめに", ["局・区名", "健康福祉局"], ["報告年度", "平成30年度"], ["様式の版", 1])
            .Sheet("本文", ["資料", "種別", "本文"], ["資料1-1", "段落", "文"]).Hidden(Sheet, Headers, [null, "川崎区", "文です。"]);
        Assert.Contains(
            Some.Read(book.ToBytes()).Problems, p => p.Code == "sheet-missing" && p.Message.Contains(Sheet, StringComparison.Ordinal));
    }

    [Fact]
    public void PlainSummariesOfADepartmentOtherThanTheCoordinatorAreAnError() => Expect.Only(
        TestBook.Of("zaisei", Sheet, Headers, [null, "トップページ", "文です。"]),
        new("other-department", Severity.Error,
            Sheet, "B2", "トップページ", "「やさしい日本語」は財政局が記入する表ではありません。", "この表に書いた行を削除し、担当の局・区に報告を依頼してください。例：「やさしい日本語」は報告の取りまとめ担当の局が報告します"));

    [Fact]
    public void TheTemplateIsPrefilledAndOffersEveryPage()
    {
        var sheets = SpreadsheetReader.Read(Some.Template(Coordinator, DepartmentRecords.Of([Summary])), Budget.New()).Workbook!.Sheets;
        var row = sheets.Single(s => s.Name == Sheet).Rows[1];
        Assert.Equal(["kenkofukushi-0901", "トップページ", "市がしていることです。"], row.Cells.Select(c => c.Cell.Text));
        var offered = sheets.Single(s => s.IsHidden).Rows.SelectMany(r => r.Cells).Select(c => c.Cell.Text).ToHashSet();
        Assert.Superset(SectionPageNames.AllOf(Some.Register).Select(p => p.Names[0]).ToHashSet(), offered);
    }

    [Fact]
    public void APlainSummaryOfAPageThatTheSiteDoesNotHaveIsReported()
    {
        var lost = Summary with { Page = SectionPage.Of(2, "medical"), Source = Source.Read(Coordinator, Sheet, "A3:C3") };
        var report = Report.Compose(Some.Year, Some.Register, [new(Coordinator, "", Some.Time, DepartmentRecords.Of([Summary, lost]))]);
        Assert.Equal(
            new("page-missing", Severity.Warning, Sheet, "A3:C3",
                Summary.Text, "「視点2＞医療施策」のページがサイトにないため、この文章は表示されません。", "ページは、報告があるとできます。報告がないときは、別のページを選んでください。例：トップページ"),
            Assert.Single(ReportChecks.Of(report), p => p.Code != "not-submitted"));
    }

    private static byte[] Filled(params object?[][] rows) => TestBook.Of(Coordinator, Sheet, [Headers, .. rows]).ToBytes();
}
