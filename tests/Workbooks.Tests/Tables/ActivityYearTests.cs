using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>The column 年度 of a ward's activities contains one year, or nothing for an activity that continues every year.</summary>
public sealed class ActivityYearTests
{
    [Theory]
    [InlineData("毎年")]
    [InlineData("毎年度")]
    [InlineData("－")]
    [InlineData("なし")]
    public void AWordForEveryYearIsABlankYear(string typed) => Assert.All([Read(typed), ReadReport(typed)], reading =>
    {
        Assert.DoesNotContain(reading.Problems, p => p.Code != "sheet-missing");
        Assert.Null(Assert.Single(reading.Records.WardActivities).Year);
    });

    [Theory]
    [InlineData("H28・29")]
    [InlineData("平成28～29年度")]
    [InlineData("平成28年度～")]
    [InlineData("平成28年度から")]
    [InlineData("28、29")]
    public void APeriodIsReportedWithItsFirstYear(string typed) => Assert.All([Read(typed), ReadReport(typed)], reading => Assert.Equal(
        ["「年度」に、一つの年度ではなく期間などが書かれています。 年度ごとに行を分け、一つの年度だけを書いてください。毎年続けている取組では空にしてください。例：平成28年度"],
        reading.Problems.Where(p => p.Code == "not-a-year").Select(p => $"{p.Message} {p.Remedy}")));

    [Theory]
    [InlineData("28", "平成28年度")]
    [InlineData("28年度", "平成28年度")]
    [InlineData("2016/5/1", "平成28年度")]
    [InlineData("昨年", "平成29年度")]
    public void AnotherTextIsReportedWithTheYearThatIsProbablyMeant(string typed, string meant) => Assert.EndsWith(
        $"例：{meant}", Assert.Single(Read(typed).Problems, p => p.Code == "not-a-year").Remedy, StringComparison.Ordinal);

    [Theory]
    [InlineData("2", "令和2年度")]
    [InlineData("元年度", "令和元年度")]
    [InlineData("30", "平成30年度")]
    public void AYearWithoutItsEraIsOfTheEraThatIsCloserToTheReportingYear(string typed, string meant)
    {
        var book = new TestBook().Sheet("はじめに", ["局・区名", "川崎区役所"], ["報告年度", "令和4年度"])
            .Sheet("区の取組", ["区", "年度", "取組"], ["川崎区", typed, "文"]);
        var problems = WorkbookReader.Read(book.ToBytes(), new(Some.Register, FiscalYear.Of(2022), "kawasaki")).Problems;

        Assert.EndsWith($"例：{meant}", Assert.Single(problems, p => p.Code == "not-a-year").Remedy, StringComparison.Ordinal);
    }

    private static WorkbookReading Read(string year) => Some.Read(TestBook.Of("kawasaki", "区の取組",
        ["区", "年度", "取組"], ["川崎区", year, "文"]).ToBytes());

    private static WorkbookReading ReadReport(string year) => Some.Read(TestBook.Of("kawasaki", "区",
        ["区名", "年度", "取組"], ["川崎区", year, "文"]).ToBytes());
}
