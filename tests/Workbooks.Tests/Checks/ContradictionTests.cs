using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Checks;

/// <summary>A figure in a text that disagrees with the same figure in its cell is reported with both cells.</summary>
public sealed class ContradictionTests
{
    private const string Differs = "「受講者数」の平成29（2017）年度の数値は130人（J2）ですが、文章では120人（D2）になっています。";

    private static readonly object?[] Columns = ["管理番号", "視点", "施策", "取組", "指標名", "区分", "単位", "累計", "平成28年度", "平成29年度", "備考"];

    [Fact]
    public void AFigureInTheTextThatDiffersIsNamedAtBothPlaces() => Expect.Only(
        Initiative([null, 1, "その他", "養成講座を開催（受講者数 H28：100人 H29：120人）", "受講者数", null, "人", null, 100, 130]),
        new("text-differs", Severity.Warning, "視点別取組", "J2, D2", "130",
            Differs, "どちらが正しいか確かめ、違っている方を直してください。数えているものが違うときは、そのことが分かるように書いてください。例：文章の「120人」を「130人」に直す"));

    [Theory]
    [InlineData("養成講座を開催（受講者数 H28：100人 H29：120人）", "受講者数", "人")]
    [InlineData("養成講座を開催\n受講者数 H28：100人 H29：120人", "受講者数", "人")]
    [InlineData("養成講座を開催（受講者数 H28：100名 H29：120名）", "受講者数", "人")]
    [InlineData("養成講座を開催（受講者数 H28：100 H29：120）", "受講者数", "人")]
    [InlineData("養成講座を開催（H28：100人 H29：120人）", "受講者数", "人")]
    [InlineData("養成講座を開催（受講者数 H28：100人 H29：120人）", "養成講座の受講者数", "人")]
    [InlineData("養成講座を開催。平成29年度は120人が受講した。", "受講者数", "人")]
    [InlineData("平成29年度の受講者数は120人だった。", "受講者数", "人")]
    [InlineData("平成29年度の受講者数は、120人である。", "講座の受講者数", "人")]
    [InlineData("講座の受講者数は、平成28年度は100人、平成29年度は120人となった。", "受講者数", "人")]
    [InlineData("Ｈ２９に講座を１２０回開催", "開催回数", "回")]
    [InlineData("2017年度に、講座を120回、開催した", "講座の開催数", "回")]
    [InlineData("平成29年度は、講座を5回開催し、120人が受講した。", "受講者数", "人")]
    [InlineData("平成29（2017）年度に120か所を設置", "設置数", "箇所")]
    public void AFigureStatedClearlyInATextIsComparedWithTheIndicator(string text, string name, string unit) =>
        Assert.Equal(["text-differs J2, D2"], Found(Initiative([null, 1, "その他", text, name, null, unit, null, 100, 130])));

    [Theory]
    [InlineData("養成講座を開催（受講者数 H28：100人 H29：130人）")]
    [InlineData("養成講座を開催（修了者数 H28：90人 H29：120人）")]
    [InlineData("養成講座を開催（うち新規の受講者数 H28：90人 H29：120人）")]
    [InlineData("養成講座を開催（受講者数 川崎病院 H28：90人 H29：120人）")]
    [InlineData("養成講座を開催（受講者数（累計） H28：90人 H29：120人）")]
    [InlineData("養成講座を開催（受講者数 H28：約90人 H29：120人以上）")]
    [InlineData("平成29年度は130人が受講した。")]
    [InlineData("平成29年は120人が受講した。")]
    [InlineData("平成29年度から120人が受講した。")]
    [InlineData("平成29年度までに120人が受講した。")]
    [InlineData("平成29年度は約120人が受講した。")]
    [InlineData("平成29年度は延べ120人が受講した。")]
    [InlineData("平成29年度は120人以上が受講した。")]
    [InlineData("平成29年度は目標の120人が受講した。")]
    [InlineData("平成29年度は、130人のうち120人が受講した。")]
    [InlineData("平成29年度は新たに120人が受講した。")]
    [InlineData("平成29年度は毎月120人が受講した。")]
    [InlineData("平成29年度は川崎区で120人が受講した。")]
    [InlineData("平成29年度は川崎病院で120人が受講した。")]
    [InlineData("平成29年度は小学生の120人が受講した。")]
    [InlineData("平成29年度は職員120人が受講した。")]
    [InlineData("平成29年度は小学生は120人が受講した。")]
    [InlineData("平成29年度の小学生の受講者数は120人。")]
    [InlineData("平成29年度は120人に通知した。")]
    [InlineData("平成29年度は120人が受講し、10人が修了した。")]
    [InlineData("平成29年度は10月に120人が受講した。")]
    [InlineData("平成28年度及び平成29年度に120人が受講した。")]
    [InlineData("平成28年度と平成29年度に120人が受講した。")]
    [InlineData("平成28年度、29年度に120人が受講した。")]
    [InlineData("平成29年度は120回開催した。")]
    [InlineData("平成29年度計画に基づき120人が受講した。")]
    [InlineData("平成25年度は50人が受講した。")]
    [InlineData("平成29年度は120人が参加した。")]
    public void ATextThatDoesNotClearlyContradictAFigureIsNotReported(string text) =>
        Assert.Empty(Found(Initiative([null, 1, "その他", text, "受講者数", null, "人", null, 100, 130])));

    [Fact]
    public void AFigureInATextThatMayBelongToEitherOfTwoIndicatorsIsNotCompared() => Assert.Empty(Found(Initiative(
        [null, 1, "その他", "養成講座を開催（H28：100人 H29：120人）", "受講者数", null, "人", null, 100, 130],
        [null, null, null, null, "参加者数", null, "人", null, 90, 95])));

    [Fact]
    public void AFigureAfterAPlaceNameIsComparedWithTheIndicatorOfThatPlace() => Assert.Equal(["text-differs J3, D2"], Found(Initiative(
        [null, 1, "その他", "受講者数 川崎病院 H28：50人 H29：60人 井田病院 H28：70人 H29：80人", "受講者数", "川崎病院", "人", null, 50, 60],
        [null, null, null, null, "受講者数", "井田病院", "人", null, 70, 81])));

    [Fact]
    public void AFigureRoundedInATextIsNotReported() =>
        Assert.Empty(Found(Initiative([null, 1, "その他", "検診（受診率 H28：46% H29：47%）", "受診率", null, "%", null, 45.9, 47.2])));

    [Fact]
    public void ACumulativeFigureIsNotComparedWithAYearlyFigureInTheText() =>
        Assert.Empty(Found(Initiative([null, 1, "その他", "平成29年度は120人が受講した。", "受講者数", null, "人", "累計", 100, 130])));

    [Theory]
    [InlineData("H29：120人", "text-differs J2, K2")]
    [InlineData("平成29年度は120人", "text-differs J2, K2")]
    [InlineData("うち新規 H29：12人", null)]
    [InlineData("H29：120人は速報値", null)]
    [InlineData("平成29年度は120人に定員を変更", null)]
    [InlineData("平成29年度は11月末現在", null)]
    public void AFigureInANoteIsComparedWithTheIndicatorOfItsRow(string note, string? found) =>
        Assert.Equal(found is null ? [] : [found], Found(Initiative([null, 1, "その他", "養成講座", "受講者数", "川崎病院", "人", null, 100, 130, note])));

    [Fact]
    public void AYearThatTheFiguresLackIsNamedAtBothPlaces() => Expect.Only(
        Initiative([null, 1, "その他", "養成講座を開催（受講者数 H28：100人 H29：120人）", "受講者数", null, "人", null, 100]),
        new("text-year-missing", Severity.Warning, "視点別取組", "J2, D2",
            null, "「受講者数」の平成29（2017）年度の数値がありません（J2）が、文章には120人とあります（D2）。", "文章の数値が正しければ、その年度の欄にも書いてください。欄がないときは、年度の列を加えてください。例：120"));

    [Theory]
    [InlineData("養成講座を開催（受講者数 H27：90人 H28：100人）", "対象外", "text-year-missing E2, D2")]
    [InlineData("平成29年度は120人が受講した。", "対象外", "text-year-missing J2, D2")]
    [InlineData("平成27年度は90人が受講した。", 130, null)]
    [InlineData("平成29年度は120人が受講した。", "実施", null)]
    public void AMissingFigureIsReportedUnlessItsCellHasWordsOrASentenceNamesAYearWithNoColumn(string text, object figure, string? found) =>
        Assert.Equal(found is null ? [] : [found], Found(Initiative([null, 1, "その他", text, "受講者数", null, "人", null, 100, figure])));

    [Fact]
    public void AnItemOfTheReportLayoutThatContradictsItselfIsReported()
    {
        var problem = Assert.Single(Report("・平成29年度は、講座を13回開催した（開催回数 H28：10回 H29：12回）").Problems);

        Assert.Equal(
            ("text-differs", "B3", "開催回数", "「開催回数」の平成29（2017）年度の数値は12回ですが、同じセルの文では13回になっています。"),
            (problem.Code, problem.Cell, problem.Found, problem.Message));
        Assert.Empty(Report("・平成29年度は、講座を12回開催した（開催回数 H28：10回 H29：12回）").Problems);
    }

    [Theory]
    [InlineData("平成29年度の養成講座の受講者数は120人でした。", "text-differs J2")]
    [InlineData("平成29年度の養成講座の受講者数は130人でした。", null)]
    [InlineData("平成29年度の受講者数は120人でした。", null)]
    public void APassageThatNamesAnIndicatorIsCompared(string passage, string? found)
    {
        var reading = Some.Read(TestBook.Of("kenkofukushi", "視点別取組", Columns, [null, 1, "その他", "文", "養成講座の受講者数", null, "人", null, 100, 130])
            .Sheet("本文", ["資料", "見出し", "種別", "本文"], ["資料1-1", "はじめに", "段落", passage]).ToBytes());

        Assert.Equal(found is null ? [] : [found], reading.Problems.Select(p => $"{p.Code} {p.Cell}"));
        Assert.All(reading.Problems, p => Assert.Equal("「養成講座の受講者数」の平成29（2017）年度の数値は130人（J2）ですが、文章では120人（「本文」のD2）になっています。", p.Message));
    }

    private static IEnumerable<string> Found(TestBook book) =>
        Some.Read(book.ToBytes()).Problems.Select(p => $"{p.Code} {p.Cell}").Where(p => p.StartsWith("text-", StringComparison.Ordinal));

    private static WorkbookReading Report(string item) =>
        Some.Read(TestBook.Of("zaisei", "視点3", ["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", item, "・方向"]).ToBytes());

    private static TestBook Initiative(params object?[][] rows) => TestBook.Of("zaisei", "視点別取組", [Columns, .. rows]);
}
