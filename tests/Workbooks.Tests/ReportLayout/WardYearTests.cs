using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.ReportLayout;

/// <summary>
/// The year of a ward's activities may be in a column that names it once for several rows, or in the headers of several columns.
/// </summary>
public sealed class WardYearTests
{
    [Fact]
    public void ABlankYearIsTheYearAboveUntilARowNamesItsWard()
    {
        var reading = Read(["区名", "年度", "取組"], ["川崎区", "平成28年度", "・甲"], [null, null, "・乙"], [null, "平成29年度", "・丙"],
            [null, null, "・丁"], ["川崎区", null, "・戊"], [null, null, "・己"]);

        Assert.Equal(["2016 甲", "2016 乙", "2017 丙", "2017 丁", " 戊", " 己"], Printed(reading));
        Assert.Equal(
            [
                "ditto B3 「年度」が空のため、上の行と同じ「平成28年度」として読み取りました。",
                "ditto B5 「年度」が空のため、上の行と同じ「平成29年度」として読み取りました。",
            ],
            reading.Problems.Select(p => $"{p.Code} {p.Cell} {p.Message}"));
    }

    [Fact]
    public void ABlankYearIsTheYearAboveOnASheetOfOneWard() => Assert.Equal(
        ["2016 甲", "2016 乙", "2017 丙"],
        Printed(Read("川崎区", ["年度", "取組"], ["平成28年度", "・甲"], [null, "・乙"], ["平成29年度", "・丙"])));

    [Fact]
    public void ABlankYearBelowAnotherHeaderIsNotTheYearAbove() => Assert.Equal(
        ["2016 甲", " 乙"],
        Printed(Read(["区名", "年度", "取組"], ["川崎区", "平成28年度", "・甲"], [], ["区名", "年度", "取組"], [null, null, "・乙"])));

    [Theory]
    [InlineData("平成28年度の取組", "平成29年度の取組")]
    [InlineData("H28取組内容", "H29取組内容")]
    [InlineData("取組（平成28年度）", "取組（平成29年度）")]
    public void EachOfSeveralColumnsOfActivitiesIsReadUnderItsOwnYear(string first, string second)
    {
        var reading = Read(["区名", first, second], ["川崎区", "・甲", "・乙"], [null, "・丙", "〃"], [null, "・丁", "同左"]);

        Assert.Equal(["2016 甲", "2017 乙", "2016 丙", "2017 乙", "2016 丁", "2017 丁"], Printed(reading));
        Assert.Equal(["ditto C3", "ditto C4"], reading.Problems.Where(p => p.Code != "record-repeated").Select(p => $"{p.Code} {p.Cell}"));
    }

    [Fact]
    public void TheYearsOfSeveralColumnsMayBeBelowTheHeaderOfActivities()
    {
        var rows = TestBook.Rows([["区名", "取組", null], [null, "平成28年度", "平成29年度"], ["川崎区", "・甲", "・乙"], [null, "・丙", null]]);
        var merges = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>";
        var reading = Some.Read(new TestBook().Raw("区", "", rows + merges).ToBytes(), "kawasaki");

        Assert.Empty(reading.Problems);
        Assert.Equal(["2016 甲", "2017 乙", "2016 丙"], Printed(reading));
    }

    [Fact]
    public void AColumnOfPlannedActivitiesIsNotRead()
    {
        var reading = Read(["区名", "平成29年度の取組", "平成30年度の取組（予定）"], ["川崎区", "・甲", "・乙"]);

        Assert.Equal(["2017 甲"], Printed(reading));
        Assert.Equal(["column-not-read C1"], reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
    }

    [Fact]
    public void ActivitiesMayBeInColumnsWhoseHeadersNameOnlyTheirYears()
    {
        var reading = Read(["区名", "平成28年度", "平成29年度"], ["川崎区", "・甲\n・乙", "・丙"], [null, null, "・丁"]);

        Assert.Empty(reading.Problems);
        Assert.Equal(["2016 甲", "2016 乙", "2017 丙", "2017 丁"], Printed(reading));
    }

    [Fact]
    public void ActivitiesOfOneWardMayBeInColumnsWhoseHeadersNameOnlyTheirYears()
    {
        var reading = Read("川崎区", ["区分", "H28", "H29"], ["意識づくり", "・甲", "・乙"]);

        Assert.Empty(reading.Problems);
        Assert.Equal(["2016 甲", "2017 乙"], Printed(reading));
    }

    [Theory]
    [InlineData(10, 12)]
    [InlineData("１０", "12人")]
    [InlineData(null, null)]
    [InlineData("-", 12)]
    public void AColumnOfAYearWithFiguresContainsNoActivities(object? first, object? second)
    {
        var reading = Read(["区名", "平成28年度", "平成29年度"], ["川崎区", first, second]);

        Assert.Empty(reading.Records.WardActivities);
        Assert.Contains(reading.Problems, p => p.Code is "no-known-table" or "nothing-reported");
    }

    [Theory]
    [InlineData("取組（平成29年度）")]
    [InlineData("主な取組(H29)")]
    [InlineData("取組内容【平成29年度】")]
    [InlineData("取組の内容（２０１７年度）")]
    public void TheHeaderOfActivitiesMayNameItsYearInBrackets(string header) =>
        Assert.Equal(["2017 甲"], Printed(Read(["区名", header], ["川崎区", "・甲"])));

    [Fact]
    public void OfSeveralColumnsOfInitiativesTheNewestIsReadAndTheOtherIsReported()
    {
        var reading = Some.Read(new TestBook().Sheet("視点3", ["視点3"],
            ["施策等", "平成28年度の主な取組", "平成29年度の主な取組", "課題と今後の方向性"], ["その他", "・甲", "・乙", "・丙"]).ToBytes(), "kenkofukushi");

        Assert.Equal("乙", Assert.Single(reading.Records.Initiatives).Text);
        Assert.Equal(
            ["column-twice B2 「これまでの主な取組」の列が二つあります。C列を読み取り、この列は読み取りませんでした。"],
            reading.Problems.Select(p => $"{p.Code} {p.Cell} {p.Message}"));
    }

    private static IEnumerable<string> Printed(WorkbookReading reading) =>
        reading.Records.WardActivities.Select(a => $"{a.Year?.Year} {a.Text}");

    private static WorkbookReading Read(params object?[][] rows) => Read("区", rows);

    private static WorkbookReading Read(string sheet, params object?[][] rows) =>
        Some.Read(new TestBook().Sheet(sheet, rows).ToBytes(), "kawasaki");
}
