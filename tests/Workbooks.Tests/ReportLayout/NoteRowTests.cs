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

    private static WorkbookReading Read(string sheet, params object?[][] rows) =>
        Some.Read(new TestBook().Sheet(sheet, rows).ToBytes(), "kawasaki");
}
