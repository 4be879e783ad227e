using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Reading;

public sealed class CellProblemTests
{
    private const string Areas = "高齢者施策、障害児者施策、健康づくり施策、地域福祉施策、子ども施策、教育施策、医療施策、住宅施策、その他";

    [Theory]
    [InlineData("高齢施策", "高齢者施策")]
    [InlineData("障がい児者施策", "障害児者施策")]
    [InlineData("子供施策", "子ども施策")]
    [InlineData("医療", "医療施策")]
    public void AValueNotInTheListIsReportedWithTheNearestEntry(string typed, string nearest) => Expect.Only(
        Direction(1, typed, "財政局", "文"),
        new("not-in-list", Severity.Error, "課題と方向性", "B2",
            typed, $"「施策」が一覧にない値です。「{nearest}」のことでしょうか。", $"次のいずれかを選んでください：{Areas}。例：{nearest}"));

    [Theory]
    [InlineData("視点9")]
    [InlineData("0")]
    [InlineData("とても長くて一覧のどれにも似ていない文が、うっかりこの欄に貼り付けられている")]
    public void AValueUnlikeAnyEntryIsReportedWithoutASuggestion(string typed) =>
        Assert.Equal("「視点」が一覧にない値です。", Assert.Single(Some.Read(Direction(typed, "その他", "財政局", "文").ToBytes()).Problems).Message);

    [Theory]
    [InlineData("健康福社局地域包括ケア推進室", "「健康福祉局」のことでしょうか。", "健康福祉局")]
    [InlineData("総務局", "「総務企画局」のことでしょうか。", "総務企画局")]
    [InlineData("宇宙開発部", "", "財政局宇宙開発部")]
    [InlineData("宇宙局開発部", "", "財政局○○室")]
    public void ADivisionOfNoDepartmentIsAWarning(string division, string suggestion, string example) => Expect.Only(
        Direction(1, "その他", $"財政局、{division}", "文"),
        new(
            "division-unknown", Severity.Warning, "課題と方向性", "C2", $"財政局、{division}", $"「担当部署」の「{division}」は、どの局・区のものか分かりません。{suggestion}",
            $"局・区名から書き、複数のときは「、」で区切ってください。例：{example}"));

    [Theory]
    [InlineData("健康福社局", "「健康福祉局」のことでしょうか。", "健康福祉局")]
    [InlineData("社会福祉協議会", "", "○○局")]
    public void AnUnknownPartnerIsAWarning(string partner, string suggestion, string example) => Expect.Only(
        TestBook.Of("zaisei", "連携取組", ["主な連携先", "事業名等", "事業概要", "今後の方向性"], [$"区役所、{partner}", "名", "概要", "方向"]),
        new(
            "partner-unknown", Severity.Warning, "連携取組", "A2", $"区役所、{partner}", $"「主な連携先」の「{partner}」は、局・区名の一覧にありません。{suggestion}",
            $"局・区のときは正式な名称に直してください。市の外の団体などのときは、このままで構いません。例：{example}"));

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#N/A")]
    [InlineData("#DIV/0!")]
    public void AnErrorThatWasPastedAsTextIsAnError(string pasted)
    {
        var problem = Assert.Single(Some.Read(Direction(1, "その他", "財政局", pasted).ToBytes()).Problems);
        Assert.Equal(("error-value", "D2"), (problem.Code, problem.Cell));
    }

    [Fact]
    public void ControlCharactersAreTakenOut()
    {
        var reading = Expect.Only(
            Direction(1, "その他", "財政局", new RawCell("t=\"inlineStr\"", "<is><t>認_x0001_知_x001B_[31m症\n_x0007_</t></is>")),
            new(
                "control-characters", Severity.Warning, "課題と方向性", "D2", "認\uFFFD知\uFFFD[31m症\n\uFFFD",
                "「課題と今後の方向性」に目に見えない文字（制御文字や、文字の向きを変える文字）が含まれていたため、取り除いて読み取りました。", "文が途中で切れていないか確かめ、入力し直してください。例：ほかのソフトから貼り付けるときは「値」として貼り付ける"));
        Assert.Equal("認知[31m症", reading.Records.Directions[0].Text);
    }

    [Fact]
    public void ControlCharactersAloneAreABlankCell() =>
        Assert.Equal("required", Assert.Single(
            Some.Read(Direction(1, "その他", "財政局", new RawCell("t=\"inlineStr\"", "<is><t>_x0001_</t></is>")).ToBytes()).Problems).Code);

    [Theory]
    [InlineData("認知\u202E症\u202Cの講座")]
    [InlineData("認知\u2067症\u2069の講座")]
    [InlineData("認知\U000E0041\U000E0042症の講座")]
    public void CharactersThatReverseOrHideTextAreTakenOutAndReported(string text)
    {
        var reading = Some.Read(Direction(1, "その他", "財政局", text).ToBytes());

        Assert.Equal("control-characters", Assert.Single(reading.Problems).Code);
        Assert.DoesNotContain(reading.Problems[0].Found!, c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');
        Assert.Equal("認知症の講座", reading.Records.Directions[0].Text);
    }

    [Theory]
    [InlineData("認知\u200B症の講座", "認知症の講座")]
    [InlineData("\uFEFF認知症\u00ADの\u200E講座", "認知症の講座")]
    [InlineData("葛\U000E0100飾", "葛\U000E0100飾")]
    [InlineData("👩\u200D⚕の講座", "👩\u200D⚕の講座")]
    public void UnseenCharactersWithoutAMeaningAreTakenOutAndOthersKept(string text, string read)
    {
        var reading = Some.Read(Direction(1, "その他", "財政局", text).ToBytes());

        Assert.Empty(reading.Problems);
        Assert.Equal(read, reading.Records.Directions[0].Text);
    }

    [Theory]
    [InlineData("山\uE000さん", 2)]
    [InlineData("𠮷\U000F0000", 2)]
    public void APrivateUseCharacterIsReportedWithItsPosition(string text, int at) => Expect.Only(
        Direction(1, "その他", "財政局", text),
        new("private-characters", Severity.Warning, "課題と方向性", "D2",
            text, $"「課題と今後の方向性」の{at}文字目が外字です。ほかのパソコンや公開ページでは表示できません。", "外字を使わずに書き直してください。例：人名や地名は、常用漢字や仮名で書く"));

    [Theory]
    [InlineData("「ケアの意識", '「', "「…」")]
    [InlineData("ケア」の意識", '」', "「…」")]
    [InlineData("取組（仮称", '（', "（…）")]
    [InlineData("（「仮称）", '「', "「…」")]
    public void ABracketWithoutItsPartnerIsAWarning(string text, char bracket, string example) => Expect.Only(
        Direction(1, "その他", "財政局", text),
        new("unpaired", Severity.Warning, "課題と方向性", "D2", text, $"「課題と今後の方向性」に、組になっていないかっこ {bracket} があります。", $"かっこを組にしてください。例：{example}"));

    [Theory]
    [InlineData("（仮称)「『甲』と【乙】」")]
    [InlineData("次のとおり 1) 甲\n2）乙 ア）丙")]
    public void BracketPairsOfMixedWidthAndListMarksAreNotReported(string text) =>
        Assert.Empty(Some.Read(Direction(1, "その他", "財政局", text).ToBytes()).Problems);

    [Theory]
    [InlineData("=A1+B1")]
    [InlineData("+81 44")]
    [InlineData("- 講座を開催")]
    [InlineData("@home")]
    public void ATextThatLooksLikeAFormulaIsKept(string text)
    {
        var reading = Expect.Only(
            Direction(1, "その他", "財政局", text),
            new("formula-like", Severity.Info, "課題と方向性", "D2",
                text, "「課題と今後の方向性」が計算式のように見えますが、文字として読み取りました。", "計算式のつもりのときは結果の値を、箇条書きの記号のつもりのときは記号を除いて書いてください。例：「- 講座を開催」は「講座を開催」と書く"));
        Assert.Equal(text, reading.Records.Directions[0].Text);
    }

    [Theory]
    [InlineData("5 6", 56)]
    [InlineData("1 ,000", 1000)]
    [InlineData("▲ 1 2.5", -12.5)]
    public void DigitsSplitByASpaceAreOneNumber(string typed, double number)
    {
        var reading = Expect.Only(
            Figures("円", typed, "対象外"),
            new("digits-split", Severity.Warning, "視点別取組", "E2",
                typed, $"「平成28（2016）年度」の数字の間に空白があるため、つないで{number}と読み取りました。", $"空白を除いて書いてください。例：{number}"));
        Assert.Equal((decimal)number, reading.Records.Indicators[0].Figures[0].Value);
    }

    [Theory]
    [InlineData("92人", "92", "人")]
    [InlineData("１,０００ か所", "1,000", "か所")]
    public void ANumberTypedWithItsUnitIsAnError(string typed, string number, string unit) => Expect.Only(
        Figures("人", typed, "対象外"),
        new("not-a-number", Severity.Error, "視点別取組", "E2",
            typed, $"「平成28（2016）年度」に単位の「{unit}」が付いているため、数値として読み取れませんでした。", $"数字だけを書き、「{unit}」は「単位」の欄に書いてください。例：{number}"));

    [Theory]
    [InlineData("平成32年度", "令和2（2020）年度")]
    [InlineData("Ｈ３３", "令和3（2021）年度")]
    public void AYearOfAnEraThatHadEndedIsReadAsTheYearMeant(string typed, string meant)
    {
        var reading = Expect.Only(
            TestBook.Of("takatsu", "区の取組", ["区", "年度", "取組"], ["高津区", typed, "文"]),
            new("era-ended", Severity.Warning, "区の取組", "B2",
                typed, $"「年度」の元号はその年には終わっているため、{meant}と読み取りました。", $"年が正しいか確かめ、今の元号で書いてください。例：{meant}"));
        Assert.Equal(meant, reading.Records.WardActivities[0].Year?.Label);
    }

    [Fact]
    public void HeiseiIsAcceptedUntilApril2019()
    {
        Assert.Empty(Some.Read(TestBook.Of("takatsu", "区の取組", ["区", "年度", "取組"], ["高津区", "平成31年度", "文"]).ToBytes()).Problems);
        Assert.Equal(["D2"], Some.Read(TestBook.Of("kenkofukushi", "活動統計", ["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合"],
            ["相談", "年齢", "H31.4", "平成31年5月", 100, "幼児", 20]).ToBytes()).Problems.Select(p => p.Cell));
    }

    [Fact]
    public void ACellMayHaveTwoWarningsButAnErrorIsItsOnlyProblem()
    {
        Assert.Equal(
            ["private-characters", "unpaired"], Some.Read(Direction(1, "その他", "財政局", "（\uE000").ToBytes()).Problems.Select(p => p.Code));
        Assert.Equal(["not-in-list"], Some.Read(Direction(1, "（\uE000", "財政局", "文").ToBytes()).Problems.Select(p => p.Code));
    }

    private static TestBook Direction(params object?[] row) => TestBook.Of("zaisei", "課題と方向性", ["視点", "施策", "担当部署", "課題と今後の方向性"], row);

    private static TestBook Figures(string unit, params object?[] figures) =>
        TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "単位", "平成28年度", "平成29年度"], [1, "その他", "文", unit, .. figures]);
}
