using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.ReportLayout;

/// <summary>The items of a list in a cell of the report layout, with the marks and numbers that departments put before them.</summary>
public sealed class ReportItemTests
{
    private static readonly object?[] Title = ["視点3"], Header = ["施策等", "これまでの主な取組", "課題と今後の方向性"];

    [Theory]
    [InlineData("➢講座を\n開催\n➢冊子を配布", "講座を 開催", "冊子を配布")]
    [InlineData("✓講座を\n開催\n✓冊子を配布", "講座を 開催", "冊子を配布")]
    [InlineData("❖ 講座を\n開催\n❖ 冊子を配布", "講座を 開催", "冊子を配布")]
    [InlineData("◦講座を\n開催\n◦冊子を配布", "講座を 開催", "冊子を配布")]
    [InlineData("①講座を\n開催\n②冊子を配布", "①講座を 開催", "②冊子を配布")]
    [InlineData("1. 講座を\n開催\n2. 冊子を配布", "1. 講座を 開催", "2. 冊子を配布")]
    [InlineData("１．講座を\n開催\n２．冊子を配布", "１．講座を 開催", "２．冊子を配布")]
    [InlineData("1)講座を\n開催\n2)冊子を配布", "1)講座を 開催", "2)冊子を配布")]
    public void ALineBeginsAnItemOnlyIfItHasTheMarkOfItems(string cell, string first, string second)
    {
        var reading = Read("視点3", Title, Header, ["その他", cell, cell]);

        Assert.Equal([first, second], reading.Records.Initiatives.Select(i => i.Text));
        Assert.Equal([first, second], reading.Records.Directions.Select(d => d.Text));
    }

    [Theory]
    [InlineData("講座を開催\n①冊子を配布\n②見学会を開催")]
    [InlineData("10か所で講座を開催\n20か所で冊子を配布\n2.5倍に増やした")]
    [InlineData("①講座を開催\n冊子を配布\n見学会を開催")]
    public void WithoutMarksEveryLineIsAnItem(string cell) =>
        Assert.Equal(3, Read("視点3", Title, Header, ["その他", cell, null]).Records.Initiatives.Count);

    [Theory]
    [InlineData("－")]
    [InlineData("―")]
    [InlineData("特になし")]
    [InlineData("・特になし")]
    [InlineData("なし")]
    public void ADashOrAWordForNothingAloneIsNoItem(string none)
    {
        var reading = Read("視点3", Title, Header, ["その他", "・甲", none], ["教育施策", none, "・乙"]);

        Assert.Empty(reading.Problems);
        Assert.Equal(("甲", "乙"), (Assert.Single(reading.Records.Initiatives).Text, Assert.Single(reading.Records.Directions).Text));
    }

    [Theory]
    [InlineData("－")]
    [InlineData("特になし")]
    public void AWordForNothingInACollaborationIsReportedLikeABlankCell(string none) => Assert.Equal(
        ["required E2"],
        Read("関係部署一覧", ["担当局・区名", "主な連携先", "事業名等", "事業概要", "今後の方向性"], ["財政局", "病院局", "甲", "乙", none])
            .Problems.Select(p => $"{p.Code} {p.Cell}"));

    [Fact]
    public void AWardWithoutActivitiesHasNoRecord() =>
        Assert.Empty(Some.Read(new TestBook().Sheet("区", ["区名", "取組"], ["川崎区", "特になし"]).ToBytes(), "kawasaki").Records.WardActivities);

    [Fact]
    public void TheViewpointMayBeInAColumnOfItsOwn()
    {
        var reading = Read("視点", ["視点", .. Header], ["視点1", "その他", "・甲", "・乙"], [null, "教育施策", "・丙", "・丁"],
            ["視点2", "その他", "・戊", "・己"], ["視点2", null, "・庚", "・辛"]);

        Assert.Empty(reading.Problems);
        Assert.Equal(
            ["1 other 甲", "1 education 丙", "2 other 戊", "2 other 庚"],
            reading.Records.Initiatives.Select(i => $"{i.Viewpoint} {i.PolicyArea} {i.Text}"));
    }

    [Theory]
    [InlineData("Ⅲ　多様な主体の活躍")]
    [InlineData("3.多様な主体の活躍")]
    [InlineData("視点三「多様な主体の活躍」")]
    [InlineData("（視点３）多様な主体の活躍")]
    [InlineData("＜視点3＞")]
    [InlineData("視点（３）")]
    [InlineData("視点Ⅲ")]
    [InlineData("第３視点")]
    public void TheViewpointInAHeadingIsWrittenInManyWays(string heading) => Assert.Equal(
        3, Assert.Single(Read("表", [heading], Header, ["その他", "・甲", "・乙"]).Records.Initiatives).Viewpoint);

    [Theory]
    [InlineData("１ 高齢者施策")]
    [InlineData("①高齢者施策")]
    [InlineData("・高齢者施策")]
    public void ThePolicyAreaMayBeNumbered(string area) =>
        Assert.Equal("elderly", Assert.Single(Read("視点3", Title, Header, [area, "・甲", "・乙"]).Records.Initiatives).PolicyArea);

    [Theory]
    [InlineData("・甲\n・=講座を開催", "formula-like ・=講座を開催")]
    [InlineData("・甲\n・乙\u202Eの開催", "control-characters ・甲\n・乙の開催")]
    [InlineData("・甲（東部\n・西部の乙）の開催", "unpaired ・甲（東部", "unpaired ・西部の乙）の開催")]
    [InlineData("・甲（東部、\n西部）の開催\n・乙")]
    [InlineData("-甲\n-乙")]
    public void TheFaultsOfEachItemAreReported(string cell, params string[] expected) => Assert.Equal(
        expected,
        Read("視点3", Title, Header, ["その他", cell, null]).Problems.Select(p => $"{p.Code} {p.Found}").Order());

    [Theory]
    [InlineData("これまでの主な取り組み")]
    [InlineData("これまでの主な取組み")]
    [InlineData("主な取組内容")]
    public void TheHeaderOfInitiativesIsSpeltInManyWays(string header) => Assert.Equal(
        "甲", Assert.Single(Read("視点3", Title, ["施策等", header, "課題と今後の方向性"], ["その他", "・甲", "・乙"]).Records.Initiatives).Text);

    private static WorkbookReading Read(string sheet, params object?[][] rows) => Some.Read(TestBook.Of("zaisei", sheet, rows).ToBytes());
}
