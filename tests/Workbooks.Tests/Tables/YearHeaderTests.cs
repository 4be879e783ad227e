using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>A header names its year in many forms; where it does not do so clearly, the finding suggests what to write.</summary>
public sealed class YearHeaderTests
{
    [Theory]
    [InlineData("平成二十八年度")]
    [InlineData("平成二八年度")]
    [InlineData("平成28年度※1")]
    [InlineData("平成28年度（※）")]
    [InlineData("平成28年度*")]
    [InlineData("平成28年度（注１）")]
    [InlineData("平成28年度 注2)")]
    [InlineData("２０１６年度（実績）")]
    [InlineData("2016 年度")]
    [InlineData("平成 28 年度")]
    [InlineData("平成28年度【実績】")]
    [InlineData("平成28年度決算")]
    [InlineData("平成28年度の実績値※2")]
    [InlineData("平成28年度分")]
    [InlineData("平成28年度計")]
    [InlineData("(平成28年度)")]
    [InlineData("実績（平成28年度）")]
    [InlineData("平成28年度末時点")]
    [InlineData("H.28")]
    [InlineData("平成28年度／2016")]
    [InlineData("2016/H28")]
    [InlineData("H28FY")]
    public void AnUnambiguousHeaderIsRead(string header)
    {
        var reading = Read(header);

        Assert.Empty(reading.Problems);
        Assert.Equal([10, 12], Assert.Single(reading.Records.Indicators).Figures.Select(f => f.Value ?? 0));
    }

    [Theory]
    [InlineData("平成28年度上半期", 28)]
    [InlineData("平成28年度（4月～9月）", 28)]
    [InlineData("平成28年度比", 28)]
    [InlineData("2017年3月末", 28)]
    public void AnUnclearHeaderThatBeginsWithAYearIsReportedWithTheYear(string header, int year)
    {
        var problem = Assert.Single(Read(header).Problems);

        Assert.Equal(
            ("not-a-year", "F1", $"見出し「{header}」は年度として読み取れません。", $"一つの列に一年度の数値を書き、見出しは年度だけにしてください。例：平成{year}年度"),
            (problem.Code, problem.Cell, problem.Message, problem.Remedy));
    }

    [Theory]
    [InlineData("H29.3.31", 28)]
    [InlineData("平成28年10月1日現在", 28)]
    [InlineData("2016/12/31時点", 28)]
    public void AHeaderThatIsADateIsReportedWithTheYearOfThatDay(string header, int year) => Assert.Equal(
        ($"見出し「{header}」は日付のため、年度として読み取れません。", $"その日が含まれる年度の数値であれば、見出しを年度だけにしてください。例：平成{year}年度"),
        FindingAt(header));

    // The figures on the first day of a year are often those of the end of the year before.
    [Theory]
    [InlineData("H28.4.1")]
    [InlineData("平成28年4月1日")]
    [InlineData("2016-04-01")]
    public void AHeaderThatIsTheFirstDayOfAYearIsReportedWithBothYears(string header) => Assert.Equal(
        ($"見出し「{header}」は日付のため、年度として読み取れません。",
            "平成28年度の数値であれば「平成28年度」、前の年度の末の数値であれば「平成27年度」とだけ書いてください。例：平成28年度"),
        FindingAt(header));

    [Fact]
    public void AColumnBesideThatOfTheSameYearIsOnlyNotRead() => Assert.Equal(
        ["column-not-read G1"],
        Read("平成28年度", "平成28年度比", "平成29年度").Problems.Select(p => $"{p.Code} {p.Cell}"));

    private static (string Message, string Remedy) FindingAt(string header)
    {
        var problem = Assert.Single(Read(header).Problems);

        Assert.Equal(("not-a-year", "F1"), (problem.Code, problem.Cell));
        return (problem.Message, problem.Remedy);
    }

    private static WorkbookReading Read(string header) => Read(header, "平成29年度");

    private static WorkbookReading Read(params string[] years) => Some.Read(TestBook.Of("zaisei", "視点別取組",
        ["視点", "施策", "取組", "指標名", "単位", .. years], [1, "その他", "文", "男", "人", .. years.Select((_, i) => (object)(10 + (2 * i)))]).ToBytes());
}
