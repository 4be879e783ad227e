using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>
/// A header further down repeats the header of the table above it only if both have the same years in the same columns. Otherwise it
/// begins a table of its own.
/// </summary>
public sealed class RepeatedHeaderTests
{
    private static readonly object?[] Fixed = ["視点", "施策", "取組", "指標名", "単位"];

    [Fact]
    public void AHeaderWithTheSameYearsIsARepetition()
    {
        var reading = Read(["平成28年度", "平成29年度"], ["Ｈ２８", "2017"]);

        Assert.Empty(reading.Problems);
        Assert.Equal(["2016 10", "2017 12", "2016 7", "2017 6"], Figures(reading));
    }

    [Theory]
    [InlineData("平成29年度", "平成28年度", "2016 6", "2017 7")]
    [InlineData("平成28年度", "平成30年度", "2016 7", "2018 6")]
    [InlineData("平成27年度", "平成28年度", "2015 7", "2016 6")]
    public void AHeaderWithOtherYearsBeginsATableWithTheseYears(string first, string second, params string[] figures) =>
        Assert.Equal(["2016 10", "2017 12", .. figures], Figures(Read(["平成28年度", "平成29年度"], [first, second])));

    [Fact]
    public void YearsThatCannotBeReadInALaterHeaderAreReported() => Assert.Equal(
        ["not-a-year F3", "not-a-year G3"],
        Read(["平成28年度", "平成29年度"], ["27", "28"]).Problems.Where(p => p.Code == "not-a-year").Select(p => $"{p.Code} {p.Cell}"));

    private static WorkbookReading Read(object?[] years, object?[] later) => Some.Read(TestBook.Of("zaisei", "視点別取組",
        [.. Fixed, .. years], [1, "その他", "甲", "講座", "回", 10, 12], [.. Fixed, .. later], [1, "その他", "乙", "訪問", "件", 7, 6]).ToBytes());

    private static IEnumerable<string> Figures(WorkbookReading reading) => reading.Records.Indicators
        .SelectMany(i => i.Figures).Where(f => f.Value is not null).Select(f => $"{f.Year.Year} {f.Value}");
}
