using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.ReportLayout;

/// <summary>A note alone in the first column is neither the ward nor the lead department of the rows below.</summary>
public sealed class NoteRowTests
{
    [Theory]
    [InlineData("※速報値")]
    [InlineData("注1）速報値")]
    public void ActivitiesBelowANoteBelongToTheWardAboveIt(string note)
    {
        var reading = Read("区", ["区名", "取組"], ["川崎区", "・甲"], [note], [null, "・乙"]);

        Assert.Equal([("kawasaki", "甲"), ("kawasaki", "乙")], reading.Records.WardActivities.Select(a => (a.Ward!, a.Text)));
        Assert.Equal(["cell-not-read A3"], reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
    }

    [Fact]
    public void ANoteDoesNotEndTheYearOfTheWardAboveIt() => Assert.Equal(
        [2016, 2016],
        Read("区", ["区名", "年度", "取組"], ["川崎区", "平成28年度", "・甲"], ["※速報値"], [null, null, "・乙"]).Records.WardActivities
            .Select(a => a.Year!.Year));

    [Fact]
    public void CollaborationsBelowANoteBelongToTheLeadAboveIt() => Assert.Equal(
        ["cell-not-read A3"],
        Read("関係部署一覧", ["担当局・区名", "主な連携先", "事業名等", "事業概要", "今後の方向性"],
            ["川崎区役所", "環境局", "甲", "乙", "丙"], ["※速報値"], [null, "環境局", "丁", "戊", "己"]).Problems.Select(p => $"{p.Code} {p.Cell}"));

    [Theory]
    [InlineData("※ 数値は速報値")]
    [InlineData("- 4 -")]
    [InlineData("1/2ページ")]
    [InlineData("出典：病院年報")]
    [InlineData("4")]
    [InlineData("（注）甲は速報値\n（注）乙も速報値")]
    public void AFooterOfAViewpointIsNoItemInAnyColumn(string footer) => Assert.All([0, 1, 2], column =>
    {
        var row = new object?[3];
        row[column] = footer;
        var reading = OfViewpoint(row);

        Assert.Equal(("甲", "乙"), (Assert.Single(reading.Records.Initiatives).Text, Assert.Single(reading.Records.Directions).Text));
        Assert.Equal([$"cell-not-read {"ABC"[column]}4"], reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
    });

    [Fact]
    public void ATotalInTheColumnOfAreasIsNoArea() =>
        Assert.Equal(["totals-row A4"], OfViewpoint("合計", null, null).Problems.Select(p => $"{p.Code} {p.Cell}"));

    [Theory]
    [InlineData("＊甲")]
    [InlineData("・4か所で開催")]
    [InlineData("甲を開催\n※速報値")]
    public void AnItemThatResemblesAFooterIsRead(string item) =>
        Assert.Equal(2, OfViewpoint(null, item, null).Records.Initiatives.Count);

    [Fact]
    public void AFooterAmongActivitiesIsNoActivity() => Assert.Equal(
        ["cell-not-read B3"],
        Read("区", ["区名", "取組"], ["川崎区", "・甲"], [null, "※平成29年度は速報値"]).Problems.Select(p => $"{p.Code} {p.Cell}"));

    private static WorkbookReading OfViewpoint(params object?[] row) =>
        Read("視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", "・甲", "・乙"], row);

    private static WorkbookReading Read(string sheet, params object?[][] rows) =>
        Some.Read(new TestBook().Sheet(sheet, rows).ToBytes(), "kawasaki");
}
