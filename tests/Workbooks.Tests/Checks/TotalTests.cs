using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tests.Checks;

/// <summary>A total is compared with the sum of its parts.</summary>
public sealed class TotalTests
{
    private static readonly object?[] Columns = ["視点", "施策", "取組", "指標名", "区分", "単位", "平成28年度", "平成29年度"];

    [Fact]
    public void ATotalThatIsNotTheSumOfItsPartsIsNamedWithThem() => Expect.Only(
        Rows(["受講者数", "川崎病院", "人", 100, 110], ["受講者数", "井田病院", "人", 50, 50], ["受講者数", "合計", "人", 150, 170]),
        new(
            "total-differs", Severity.Warning, "視点別取組", "H4, H2–H3", "170", "「合計 受講者数」の平成29（2017）年度は170人（H4）ですが、内訳（H2–H3）を足すと160人になります。",
            "合計と内訳のどちらが正しいか、確かめてください。ほかにも内訳があるときは、「その他」として書き加えてください。例：合計を160に直す"));

    [Theory]
    [InlineData("受講者数", "男性", "受講者数", "女性", "受講者数", "計")]
    [InlineData("受講者数（男性）", null, "受講者数（女性）", null, "受講者数（合計）", null)]
    [InlineData("受講者数", "男性", "受講者数", "女性", "受講者数合計", null)]
    [InlineData("粗大ごみ", "ふれあい収集", "普通ごみ", "ふれあい収集", "合計", "ふれあい収集")]
    [InlineData("男性", null, "女性", null, "合計", null)]
    public void ATotalIsKnownByItsName(
        string first, string? firstGroup, string second, string? secondGroup, string total, string? totalGroup)
    {
        TestBook With(int sum) =>
            Rows([first, firstGroup, "人", 10, 10], [second, secondGroup, "人", 20, 20], [total, totalGroup, "人", 30, sum]);

        Assert.Equal(["total-differs H4, H2–H3"], Found(With(31)));
        Assert.Empty(Found(With(30)));
    }

    [Theory]
    [InlineData("受講者数", "%", 31)]
    [InlineData("受講者の平均", "人", 31)]
    [InlineData("受講者の実人数", "人", 25)]
    [InlineData("費用", "千円", 31)]
    [InlineData("満足度", "点", 15)]
    public void ATotalOfRatesAveragesDistinctPeopleOrRoundedAmountsMayDifferFromTheSum(string name, string unit, double total) =>
        Assert.Empty(Found(Rows([name, "男性", unit, 10, 10], [name, "女性", unit, 20, 20], [name, "合計", unit, 30, total])));

    [Fact]
    public void ATotalMayExceedTheSumOfItsPartsWhenAPartIsNotReported()
    {
        TestBook With(int sum) =>
            Rows(["受講者数", "男性", "人", 10, 10], ["受講者数", "女性", "人", 20, 20], ["受講者数", "その他", "人", 5, null], ["受講者数", "合計", "人", 35, sum]);

        Assert.Empty(Found(With(40)));
        Assert.Equal(["total-differs H5, H2–H3"], Found(With(25)));
    }

    [Fact]
    public void APartOfAPartIsNotAddedAgain() =>
        Assert.Empty(Found(Rows(["受講者数", "男性", "人", 10, 10], ["受講者数", "うち高齢者", "人", 4, 4], ["受講者数", "女性", "人", 20, 20],
            ["受講者数", "合計", "人", 30, 30])));

    [Theory]
    [InlineData("受講者数", "小計")]
    [InlineData("受講者数", "総計")]
    public void ATotalIsNotCheckedWhenThereIsASubtotalOrAnotherTotal(string name, string group) =>
        Assert.Empty(
            Found(Rows(["受講者数", "男性", "人", 10, 10], ["受講者数", "女性", "人", 20, 20], [name, group, "人", 30, 30], ["受講者数", "合計", "人", 60, 61])));

    [Fact]
    public void ATotalWithOnlyOnePartIsNotChecked() => Assert.Empty(Found(Rows(["受講者数", "男性", "人", 10, 10], ["受講者数", "合計", "人", 30, 30])));

    [Theory]
    [InlineData("うち新規", null)]
    [InlineData("受講者数", "うち新規")]
    [InlineData("受講者数（うち新規）", null)]
    public void APartThatExceedsTheWholeIsAWarning(string name, string? group)
    {
        var problem = Assert.Single(Some.Read(Rows(["受講者数", null, "人", 100, 110], [name, group, "人", 90, 120]).ToBytes()).Problems);

        Assert.Equal(("total-differs", "H3, H2"), (problem.Code, problem.Cell));
        Assert.EndsWith("の平成29（2017）年度は120人（H3）で、全体の110人（H2）を超えています。", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Found(Rows(["受講者数", null, "人", 100, 110], [name, group, "人", 90, 110])));
        Assert.Empty(Found(Rows(["開催回数", null, "回", 10, 11], [name, group, "人", 90, 110])));
    }

    [Fact]
    public void ATotalOfGroupsMayHaveARowOfItsOwn()
    {
        TestBook With(int sum) => Rows(["受講者数", "男性", "人", 10, 10], ["受講者数", "女性", "人", 20, 20], ["合計", null, "人", 30, sum]);

        Assert.Equal(["total-differs H4, H2–H3"], Found(With(31)));
        Assert.Empty(Found(With(30)));
        Assert.Empty(
            Found(Rows(["受講者数", "男性", "人", 10, 10], ["修了者数", "男性", "人", 9, 9], ["受講者数", "女性", "人", 20, 20], ["合計", null, "人", 30, 31])));
    }

    [Theory]
    [InlineData("相談の内訳", "その他", 20)]
    [InlineData("相談の構成比", "その他", 20)]
    [InlineData("相談", "合計", 100)]
    public void SharesThatSumToMoreThanTheirWholeAreAWarning(string name, string last, int percent)
    {
        TestBook With(double second) => Rows([name, "電話", "%", 40, 40], [name, "来所", "%", 30, second], [name, last, "%", percent, percent]);
        var (cells, rest) = last == "合計" ? ("H3, H2", 60) : ("H4, H2–H3", 40);

        Assert.Equal([$"shares-over {cells}"], Some.Read(With(rest + 0.2).ToBytes()).Problems.Select(p => $"{p.Code} {p.Cell}"));
        Assert.Empty(Some.Read(With(rest + 0.1).ToBytes()).Problems);
    }

    [Fact]
    public void RatesAreNotSummedAsShares() =>
        Assert.Empty(
            Some.Read(Rows(["受診率", "男性", "%", 60, 60], ["受診率", "女性", "%", 70, 70], ["受診率", "合計", "%", 65, 65]).ToBytes()).Problems);

    [Fact]
    public void ACumulativeFigureThatFallsOverAGapIsAWarning()
    {
        var book = TestBook.Of(
            "zaisei", "視点別取組", ["視点", "施策", "取組", "単位", "累計", "平成27年度", "平成28年度", "平成29年度"], [1, "その他", "文", "人", "累計", 1200, null, 300]);

        Assert.Equal(["cumulative-drop H2"], Some.Read(book.ToBytes()).Problems.Where(p => p.Severity == Severity.Warning)
            .Select(p => $"{p.Code} {p.Cell}"));
    }

    [Fact]
    public void OnlyTheListedKindsOfProblemsAskForConfirmation() => Assert.Equal(
        ["cumulative-drop", "shares-over", "shown-differs", "sudden-change", "total-differs", "unit-changed"],
        ProblemKinds.All.Where(k => k.AsksForConfirmation).Select(k => k.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void OnlyWarningsAskForConfirmation() =>
        Assert.All(ProblemKinds.All.Where(k => k.AsksForConfirmation), k => Assert.Equal(Severity.Warning, k.Severity));

    private static IEnumerable<string> Found(TestBook book) =>
        Some.Read(book.ToBytes()).Problems.Where(p => p.Code == "total-differs").Select(p => $"{p.Code} {p.Cell}");

    private static TestBook Rows(params object?[][] indicators) =>
        TestBook.Of("zaisei", "視点別取組",
            [Columns, .. indicators.Select((i, at) => (object?[])[.. at == 0 ? (object?[])[1, "その他", "文"] : [null, null, null], .. i])]);
}
