using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.ReportLayout;

/// <summary>A fault in the report layout is reported once, at its cell, and the message names the item that it concerns.</summary>
public sealed class ReportLayoutProblemTests
{
    private static readonly object?[] Title = ["視点3"], Header = ["施策等", "これまでの主な取組", "課題と今後の方向性"];

    [Theory]
    [InlineData(null, "「課題と今後の方向性」の列がありません。この列は見出しが空です。")]
    [InlineData("課題", "「課題と今後の方向性」の列がありません。この列の見出し「課題」のことでしょうか。")]
    public void ATableWithAMissingOrMisspeltHeaderIsAnError(string? header, string message)
    {
        var problem = Assert.Single(Read("視点3", Title, ["施策等", "これまでの主な取組", header], ["その他", "・甲", "・乙"]).Problems);

        Assert.Equal((Severity.Error, "column-missing", "C2", message), (problem.Severity, problem.Code, problem.Cell, problem.Message));
    }

    [Fact]
    public void AnUnknownPolicyAreaIsNotAlsoReportedAsMissingInTheTableBelow()
    {
        var problem = Assert.Single(Read("視点3", Title, Header, ["高令者施策", "・甲", "・乙"], Header, [null, "・丙", "・丁"]).Problems);

        Assert.Equal(("not-in-list", "A3", "「施策等」が一覧にない値です。「高齢者施策」のことでしょうか。"), (problem.Code, problem.Cell, problem.Message));
    }

    [Fact]
    public void AMissingViewpointIsReportedOnce()
    {
        var problem = Assert.Single(Read("視点3", Header, ["その他", "・甲", null], ["教育施策", "・乙", null]).Problems);

        Assert.Equal(("A2", "表の見出し行より上の行に、視点の番号を書いてください。例：視点3"), (problem.Cell, problem.Remedy));
    }

    [Fact]
    public void AProblemQuotesTheItemAndNotTheWholeCell()
    {
        var problems = Read("視点3", Title, Header, ["その他", "・甲\n・乙（開催数 H28：1 H29：1）\n・丙（H28：2,431人(見込 H29：2 501人）", "・丁"]).Problems;

        Assert.Equal(
            [
                ("B3", "・丙（H28：2,431人(見込 H29：2 501人）", "かっこを組にしてください。例：（…）"),
                ("B3", "開催数", "何を数えたかが伝わるように、数のすぐ後に単位を書いてください。例：5回、5人、5か所、5%"),
                ("B3", "丙（H28：2,431人(見込 H29：2 501人）", "「指標名 年度：数値」の形で書いてください。例：配布部数 H28：1,000部 H29：7,700部"),
            ],
            problems.OrderBy(p => p.Code, StringComparer.Ordinal).Reverse().Select(p => (p.Cell, p.Found, p.Remedy)));
    }

    [Theory]
    [InlineData("高律区", "高津区")]
    [InlineData("全区", "全区共通")]
    public void AMisspeltWardIsReportedWithASuggestion(string typed, string ward) => Assert.Equal(
        $"「区名」が一覧にない値です。「{ward}」のことでしょうか。",
        Assert.Single(Read("区", ["区名", "取組"], [typed, "・甲"]).Problems).Message);

    [Fact]
    public void ATableOfTheTemplateOnASheetNamedAfterAWardIsReadByItsHeaders()
    {
        var reading = Some.Read(TestBook.Of("kawasaki", "川崎区",
            ["視点", "施策", "担当部署", "取組", "指標名", "区分", "単位", "平成28年度", "平成29年度"],
            [1, "その他", "川崎区役所", "講座の開催", "受講者数", "大人", "人", 10, 12]).ToBytes());

        Assert.Empty(reading.Problems);
        var records = reading.Records;
        Assert.Equal((1, 1, 0), (records.Initiatives.Count, records.Indicators.Count, records.WardActivities.Count));
    }

    [Theory]
    [InlineData("区分", "取組")]
    [InlineData("区分", "取組", "備考")]
    [InlineData("区分", "取組", "担当部署", "備考")]
    [InlineData("区分", "取組", "見出し", "年度")]
    [InlineData("区分", "取組", "見出し", "管理番号")]
    public void ATableOfActivitiesOnASheetNamedAfterAWardNeedsNoColumnForTheWard(params string[] headers) => Assert.Equal(
        [("kawasaki", "講座を開催")],
        Some.Read(new TestBook().Sheet("川崎区", headers, ["地域づくり", "・講座を開催"]).ToBytes(), "kawasaki").Records.WardActivities
            .Select(a => (a.Ward!, a.Text)));

    [Theory]
    [InlineData("【平成82年度】", "era-ended")]
    [InlineData("【平成2 9の年度】", "not-a-year")]
    public void AHeadingWithAnInvalidOrOutdatedYearIsReported(string typed, string code)
    {
        var problem = Assert.Single(Read("区", ["区名", "取組"], [typed], ["高津区", "・甲"]).Problems);

        Assert.Equal((code, "A2", typed), (problem.Code, problem.Cell, problem.Found));
    }

    [Fact]
    public void AMisspeltPartnerIsReportedWithASuggestion() => Assert.Equal(
        "「主な連携先」の「総務企画曲」は、局・区名の一覧にありません。「総務企画局」のことでしょうか。",
        Assert.Single(Read("関係部署一覧", ["担当局・区名", "主な連携先", "事業名等", "事業概要", "今後の方向性"], ["健康福祉局", "総務企画曲", "甲", "乙", "丙"]).Problems).Message);

    [Theory]
    [InlineData("健康福祉局総務部", "")]
    [InlineData("健康福祉局\n（総務部）", "")]
    [InlineData("健康福祉局・病院局", "not-in-list A2")]
    [InlineData("病院局総務部", "other-department A2")]
    [InlineData("総務部", "not-in-list A2")]
    public void TheLeadOfACollaborationMayNameItsDivision(string lead, string finding) => Assert.Equal(
        finding.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(f => string.Join(' ', f)),
        Read("関係部署一覧", ["担当局・区名", "主な連携先", "事業名等", "事業概要", "今後の方向性"], [lead, "環境局", "甲", "乙", "丙"])
            .Problems.Select(p => $"{p.Code} {p.Cell}"));

    [Fact]
    public void TwoPolicyAreasInOneCellAreReported()
    {
        var reading = Read("視点3", Title, Header, ["高齢者施策\n（健康福祉局総務部）\n教育施策\n（健康福祉局企画課）", "・甲", "・乙"]);

        Assert.Equal(
            ["A3 「施策等」の一つの欄に、施策が二つ以上書かれています。 施策ごとに行を分け、それぞれの取組と方向性を書いてください。例：高齢者施策"],
            reading.Problems.Select(p => $"{p.Cell} {p.Message} {p.Remedy}"));
    }

    [Fact]
    public void AHeadingBetweenItemsIsReportedAndJoinedToNoItem()
    {
        var reading = Read("視点3", Title, Header, ["その他", "・甲\n【連携】\n・乙", "・丙\n（人権）\n・丁"], [null, "【啓発】\n・戊\n■平成29年度\n・己", "＜人材＞\n庚"]);

        Assert.Equal(["甲", "乙", "戊", "己"], reading.Records.Initiatives.Select(i => i.Text));
        Assert.Equal(["丙 （人権）", "丁", "庚"], reading.Records.Directions.Select(d => d.Text));
        Assert.Equal(
            [("B3", "【連携】"), ("B4", "【啓発】"), ("B4", "■平成29年度"), ("C4", "＜人材＞")],
            reading.Problems.Where(p => p.Code == "cell-not-read").Select(p => (p.Cell!, p.Found!)));
    }

    [Theory]
    [InlineData("（普及啓発）\n・甲\n（連携）\n・乙", "甲|乙", 2)]
    [InlineData("・甲\n（区役所と共催）\n・乙", "甲 （区役所と共催）|乙", 0)]
    [InlineData("・甲（次の冊子を配布）\n「地域の絆」\n・乙", "甲（次の冊子を配布） 「地域の絆」|乙", 0)]
    [InlineData("・甲\n〔2か所〕\n・乙", "甲 〔2か所〕|乙", 0)]
    [InlineData("・甲\n★連携\n・乙", "甲|乙", 1)]
    public void ALineInParenthesesIsAHeadingOnlyIfTheCellBeginsWithOne(string cell, string items, int findings)
    {
        var reading = Read("視点3", Title, Header, ["その他", cell, "・丙"]);

        Assert.Equal(items.Split('|'), reading.Records.Initiatives.Select(i => i.Text));
        Assert.Equal(findings, reading.Problems.Count(p => p.Code == "cell-not-read"));
    }

    [Fact]
    public void DittoMarksInTheReportLayoutMeanTheRowAbove()
    {
        var reading = Read("視点3", Title, Header, ["その他", "・甲", "・乙"], Header, ["〃", "・丙", "・同　上"], ["同上", "仝", "丁"]);

        Assert.Equal(["甲", "丙", "丙"], reading.Records.Initiatives.Select(i => i.Text));
        Assert.Equal(["乙", "乙", "丁"], reading.Records.Directions.Select(d => d.Text));
        Assert.Equal(["A5", "A6", "B6", "C5"], reading.Problems.Where(p => p.Code == "ditto").SelectMany(p => p.Cell!.Split(", ")).Order());
    }

    [Fact]
    public void DittoMarksInACollaborationMeanTheRowAboveOrTheCellToTheLeft()
    {
        var reading = Read("関係部署一覧", ["担当局・区名", "主な連携先", "事業名等", "事業概要", "今後の方向性"],
            ["健康福祉局", "病院局", "甲", "乙", "丙"], ["〃", "同上", "丁", "同左", "〃"]);

        Assert.Equal(
            ["病院局 甲 乙 丙", "病院局 丁 丁 丙"],
            reading.Records.Collaborations.Select(c => $"{c.PartnersText} {c.Name} {c.Outline} {c.Direction}"));
        Assert.DoesNotContain(reading.Problems, p => p.Severity > Severity.Info);
    }

    [Fact]
    public void ADittoMarkWithNothingAboveIsReportedAndReadAsBlank() => Assert.Contains(
        Read("視点3", Title, Header, ["その他", "・甲", "同上"]).Problems, p => (p.Code, p.Cell) == ("ditto-of-nothing", "C3"));

    private static WorkbookReading Read(string sheet, params object?[][] rows) =>
        Some.Read(new TestBook().Sheet(sheet, rows).ToBytes(), "kenkofukushi");
}
