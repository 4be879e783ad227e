using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>The months and the rows of the sheet 活動統計, and rows of 本文 that were copied.</summary>
public sealed class StatisticRowTests
{
    private static readonly object?[] Headers = ["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合", "注"];

    [Theory]
    [InlineData("2017/4/1", "2018/3/31")]
    [InlineData("平成29年4月1日", "平成30年3月31日")]
    [InlineData("H29.4.1", "H30.3.31")]
    [InlineData("2017-04-01", "2018-03-31")]
    public void ADayInTextIsReadAsItsMonth(string from, string to)
    {
        var reading = Read(Row(from, to, "電話", 60));

        Assert.Empty(reading.Problems);
        var statistic = Assert.Single(reading.Records.Statistics);
        Assert.Equal(("2017-04", "2018-03"), (statistic.From.ToString(), statistic.To.ToString()));
    }

    [Theory]
    [InlineData("平成29年4月31日", "平成29（2017）年4月")]
    [InlineData("平成30年度", "平成30（2018）年4月")]
    public void TheExampleForAMonthIsOfTheYearThatWasTyped(string from, string example) => Assert.EndsWith(
        $"例：{example}", Read(Row(from, "平成30年3月", "電話", 60)).Problems.Single(p => p.Code == "not-a-year").Remedy, StringComparison.Ordinal);

    [Fact]
    public void CopiedRowsAreReportedAndNotAddedUp() => Assert.Equal(
        ["record-repeated F2, F4", "record-repeated F3, F5"],
        Read(Row("電話", 60), Row("来所", 40), Row("電話", 60), Row("来所", 40)).Problems.Select(p => $"{p.Code} {p.Cell}"));

    [Fact]
    public void ACopiedPassageIsReported() => Assert.Equal(
        ["record-repeated D2–D3"],
        Some.Read(TestBook.Of("kenkofukushi", "本文", ["資料", "見出し", "種別", "本文"], ["資料1", "甲", "段落", "文"], ["資料1", "甲", "段落", "文"],
            ["資料1", "乙", "段落", "文"]).ToBytes()).Problems.Where(p => p.Code != "sheet-missing").Select(p => $"{p.Code} {p.Cell}"));

    private static object?[] Row(string label, int percent) => Row("平成29年4月", "平成30年3月", label, percent);

    private static object?[] Row(string from, string to, string label, int percent) => ["相談", "方法", from, to, 100, label, percent, null];

    private static WorkbookReading Read(params object?[][] rows) =>
        Some.Read(TestBook.Of("kenkofukushi", "活動統計", [Headers, .. rows]).ToBytes());
}
