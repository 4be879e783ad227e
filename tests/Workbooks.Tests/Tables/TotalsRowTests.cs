using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>A row of totals is no initiative, and not an indicator of the initiative that happens to be above it.</summary>
public sealed class TotalsRowTests
{
    private static readonly object?[] Headers = ["管理番号", "視点", "施策", "取組", "指標名", "区分", "単位", "平成28年度", "平成29年度"];

    [Theory]
    [InlineData("合計")]
    [InlineData("合　計")]
    [InlineData("集計")]
    public void ATotalBelowAllInitiativesIsNoIndicatorOfTheLastOne(string total)
    {
        var reading = Read(
            [null, 1, "その他", "甲", "受講者数", null, "人", 10, 12], [null, 1, "その他", "乙", "参加者数", null, "人", 20, 24],
            [null, null, null, null, total, null, "人", 30, 36]);

        Assert.Equal(["totals-row E4"], reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
        Assert.Equal(["受講者数", "参加者数"], reading.Records.Indicators.Select(i => i.Name));
    }

    [Fact]
    public void ATotalOfTheIndicatorsAboveItIsAnIndicator() => Assert.Equal(["男性", "女性", "合計"], Read(
        [null, 1, "その他", "甲", "男性", null, "人", 10, 12], [null, null, null, null, "女性", null, "人", 20, 24],
        [null, null, null, null, "合計", null, "人", 30, 36]).Records.Indicators.Select(i => i.Name));

    [Fact]
    public void ATotalAboveTheIndicatorsThatItAddsUpIsAnIndicator() => Assert.Equal(["合計", "男性", "女性"], Read(
        [null, 1, "その他", "甲", null, null, null, null, null], [null, null, null, null, "合計", null, "人", 30, 36],
        [null, null, null, null, "男性", null, "人", 10, 12], [null, null, null, null, "女性", null, "人", 20, 24])
        .Records.Indicators.Select(i => i.Name));

    [Fact]
    public void TheTotalsRowOfATableInExcelIsNoInitiative() => Assert.Equal(
        ["totals-row A3"],
        Read([null, 1, "その他", "甲", "受講者数", null, "人", 10, 12], ["集計", null, null, null, null, null, null, 10, 12])
            .Problems.Select(p => $"{p.Code} {p.Cell}"));

    [Fact]
    public void ATotalInTheColumnOfDivisionsIsRecognized() => Assert.Equal(["totals-row C3"], Some.Read(TestBook.Of("zaisei", "視点別取組",
        ["視点", "施策", "担当部署", "取組", "指標名", "単位", "平成28年度", "平成29年度"],
        [1, "その他", "財政局資金課", "甲", "受講者数", "人", 10, 12], [null, null, "合　計", null, null, null, 10, 12]).ToBytes())
            .Problems.Select(p => $"{p.Code} {p.Cell}"));

    private static WorkbookReading Read(params object?[][] rows) =>
        Some.Read(TestBook.Of("zaisei", "視点別取組", [Headers, .. rows]).ToBytes());
}
