using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>Figures that are no actual ones, or no figures at all, are reported before they are published.</summary>
public sealed class PlannedRowTests
{
    [Theory]
    [InlineData("目標")]
    [InlineData("計画値")]
    [InlineData("見込 み")]
    [InlineData("（見込み）")]
    [InlineData("受講者（目標値）")]
    public void ARowOfGoalsIsReported(string group) => Assert.Equal(
        ["planned-figures F2"], Codes([1, "その他", "文", "講座", "回", group, 100, 110], [null, null, null, "講座", "回", "実績", 90, 99]));

    [Theory]
    [InlineData("計画相談支援")]
    [InlineData("実績")]
    [InlineData("目標達成者")]
    public void AnotherGroupIsNotReported(string group) => Assert.Empty(Codes([1, "その他", "文", "講座", "回", group, 100, 110]));

    [Theory]
    [InlineData("目標")]
    [InlineData("受講者数（目標）")]
    public void AnIndicatorThatIsNamedAsAGoalIsReported(string name) =>
        Assert.Equal(["planned-figures D2"], Codes([1, "その他", "文", name, "回", null, 100, 110]));

    [Theory]
    [InlineData("・甲（目標 H29：50人、実績 H29：20人）")]
    [InlineData("・甲（H29：20人、H30：7人(見込)）")]
    [InlineData("・甲（見込み H28：5人、H29：6人）")]
    public void FiguresOfAGoalInTheReportLayoutAreReported(string item) => Assert.Contains(
        "planned-figures B3",
        Some.Read(new TestBook().Sheet("視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", item, null]).ToBytes(), "zaisei")
            .Problems.Select(p => $"{p.Code} {p.Cell}"));

    [Fact]
    public void ADashForAYearInTheReportLayoutIsReported() => Assert.Equal(
        ["figure-in-words B3"],
        Some.Read(
            new TestBook().Sheet("視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", "・甲（H28：－、H29：20人）", null])
                .ToBytes(), "zaisei").Problems.Select(p => $"{p.Code} {p.Cell}"));

    [Fact]
    public void AnUnclearDittoMarkInPlaceOfAFigureIsReported() =>
        Assert.Equal(["figure-in-words H2"], Codes([1, "その他", "文", "講座", "回", null, 100, "同"]));

    private static IEnumerable<string> Codes(params object?[][] rows) =>
        Read([["視点", "施策", "取組", "指標名", "単位", "区分", "平成28年度", "平成29年度"], .. rows]).Problems.Select(p => $"{p.Code} {p.Cell}");

    private static WorkbookReading Read(object?[][] rows) => Some.Read(TestBook.Of("zaisei", "視点別取組", rows).ToBytes());
}
