using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Reading;

public sealed class RecordProblemTests
{
    private static readonly object?[] Initiatives = ["管理番号", "視点", "施策", "取組", "指標名", "単位", "累計", "平成28年度", "平成29年度", "平成30年度"];

    [Fact]
    public void ARepeatedInitiativeIsReportedWithBothCells() => Expect.Only(
        Initiative(["zaisei-0001", 1, "その他", "文"], ["zaisei-0002", 2, "その他", "文"], ["zaisei-0003", 1, "その他", "文 "]),
        new(
            "initiative-twice", Severity.Warning, "視点別取組", "D2, D4", "文", "同じ視点・施策に、同じ取組が二つ以上あります。",
            "一つの取組であれば、「管理番号」と「担当部署」を同じにしてください。別の取組であれば、違いが分かるように書いてください。例：対象者や地区を書き加える"));

    [Fact]
    public void ARepeatedCollaborationIsReportedWithBothCells() => Expect.Only(
        TestBook.Of("zaisei", "連携取組", ["主な連携先", "事業名等", "事業概要", "今後の方向性"], ["環境局", "講座", "甲", "乙"],
            ["経済労働局", "講座 ", "丙", "丁"], ["経済労働局", "見学会", "丙", "丁"]),
        new(
            "record-repeated", Severity.Warning, "連携取組", "B2–B3", "講座", "同じ「事業名等」の連携取組が二つ以上あります。",
            "二度書いたときや、前の年度のシートが残っているときは、一方を削除してください。連携先が二つ以上あるときは、一つの欄に「、」で区切って書いてください。別の事業であれば、違いが分かる事業名等にしてください。例：二つ目を削除する"));

    [Fact]
    public void SharesThatAddUpToOneAreReported()
    {
        Assert.Equal(
            ["percent-fraction G2 「年齢」の内訳の割合を合計すると0.999になり、%ではなく小数で書かれているようです。"],
            Statistic(0.294, 0.3, 0.405).Select(p => $"{p.Code} {p.Cell} {p.Message}"));
        Assert.Empty(Statistic(29.4, 30, 40.5));
        Assert.Empty(Statistic(0.4, 0.3, 99.2));
    }

    private static EquatableList<Problem> Statistic(params double[] shares) => Some.Read(TestBook.Of("kenkofukushi", "活動統計",
        [["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合"],
            .. shares.Select((share, i) => new object?[] { "相談", "年齢", "H29.4", "H30.3", 100, $"{i}", share })]).ToBytes()).Problems;

    [Fact]
    public void PercentagesThatAreAllBelowOneAreReported()
    {
        Expect.Only(
            Initiative([null, 1, "その他", "文", "参加率", "%", null, 0.8, 0.85]),
            new(
                "percent-fraction", Severity.Warning, "視点別取組", "H2", "0.8", "単位は%ですが、数値がどの年度も1未満です。%ではなく小数で書かれているようです。",
                "%の数値に直すか、セルの表示形式を「パーセンテージ」にしてください。正しければこのままで構いません。例：80"));
        Assert.Empty(Some.Read(Initiative([null, 1, "その他", "文", "参加率", "%", null, 0.8, 1.2]).ToBytes()).Problems);
        Assert.Empty(Some.Read(Initiative([null, 1, "その他", "文", "費用", "億円", null, 0.8, 0.9]).ToBytes()).Problems);
    }

    [Fact]
    public void ASheetWithEarlierYearsThanAnotherIsReported()
    {
        object?[] before = ["視点", "施策", "取組", "指標名", "単位", "平成27年度", "平成28年度", "平成29年度"];
        var book = new TestBook().Sheet("はじめに", ["局・区名", "財政局"], ["報告年度", "平成30年度"])
            .Sheet("視点別取組", [.. before[..5], "平成28年度", "平成29年度", "平成30年度"], [1, "その他", "甲", "講座", "回", 10, 12, 13])
            .Sheet("前年度", before, [1, "その他", "乙", "講座", "回", 9, 10, 12]);

        Expect.Only(book, new(
            "earlier-years", Severity.Warning, "前年度", "H1", "平成29年度",
            "ほかのシートには平成30（2018）年度までの列がありますが、このシートは平成29（2017）年度までです。このシートも、今回の報告として読み取りました。",
            "前の年度のシートが残っているときは、シートごと削除してください。今回の報告であれば、このままで構いません。例：シートの見出しを右クリックして「削除」を選ぶ"));
    }

    [Fact]
    public void ACopiedSheetIsReported() => Assert.Equal(
        ["record-repeated C2", "record-repeated C2"],
        Some.Read(new TestBook().Sheet("はじめに", ["局・区名", "高津区役所"], ["報告年度", "平成30年度"])
            .Sheet("区の取組", ["区", "年度", "取組"], ["高津区", "平成29年度", "講座"], ["高津区", "平成28年度", "講座"])
            .Sheet("区の取組 (2)", ["区", "年度", "取組"], ["高津区", "平成29年度", "講座"]).ToBytes())
            .Problems.Where(p => p.Code == "record-repeated").Select(p => $"{p.Code} {p.Cell}"));

    [Fact]
    public void AnIndicatorWithoutAnInitiativeIsAnError() => Expect.Only(
        Initiative([null, null, null, null, "指標", "人", null, 1, 2], [null, 1, "その他", "文"]),
        new("indicator-without-initiative",
            Severity.Error, "視点別取組", "E2", "指標", "この行の指標がどの取組のものか分かりません。", "「視点」「施策」「取組」を記入するか、取組のすぐ下の行に移してください。例：認知症サポーターの養成"));

    [Fact]
    public void ANumberWithoutAUnitIsAWarning() => Expect.Only(
        Initiative([null, 1, "その他", "文", "指標", null, null, 1, 2], [null, 1, "その他", "文", "別の指標", null, null, 3, 4],
            [null, 1, "その他", "別の文", null, null, null, "実施", "実施"]),
        new("unit-missing", Severity.Warning, "視点別取組", "F2–F3", null, "数値に単位がありません。", "何を数えたかが伝わるように、「単位」の欄に書いてください。例：回、人、か所、%"));

    [Fact]
    public void AMissingUnitIsReportedAtItsRowWhenTheTableHasNoUnitColumn() =>
        Assert.Equal(("unit-missing", "A2"), Some.Read(TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "平成28年度", "平成29年度"],
            [1, "その他", "文", 1, 2]).ToBytes()).Problems.Select(p => (p.Code, p.Cell)).Single());

    [Theory]
    [InlineData("か所", "箇所")]
    [InlineData("箇所", "ヶ所")]
    [InlineData("か所", "カ所")]
    [InlineData("か月", "ｹ月")]
    [InlineData("%", "％", "全角と半角などの違いがあります。")]
    [InlineData("km", "KM")]
    public void AUnitWrittenInAnotherWayIsAWarning(string usual, string other, string hint = "") => Expect.Only(
        Initiative([null, 1, "その他", "甲", null, usual, null, 1, 2], [null, 1, "その他", "乙", null, other, null, 1, 2],
            [null, 1, "その他", "丙", null, usual, null, 1, 2]),
        new("unit-spelling", Severity.Warning, "視点別取組", "F3",
            other, $"単位「{other}」は、ほかの行では「{usual}」と書かれています。{hint}", $"同じ単位であれば、書き方をそろえてください。例：{usual}"));

    [Fact]
    public void UsingBothUnitsForPeopleIsNotReported() =>
        Assert.Empty(Some.Read(Initiative([null, 1, "その他", "甲", null, "人", null, 1, 2], [null, 1, "その他", "乙", null, "名", null, 1, 2])
            .ToBytes()).Problems);

    [Fact]
    public void AYearWithoutAFigureIsReportedAsInformation() => Expect.Only(
        Initiative([null, 1, "その他", "文", null, "人", null, null, 2]),
        new("year-missing", Severity.Info, "視点別取組", "H2",
            null, "平成28（2016）年度の数値がないため、「未報告」と表示されます。", "分かる数値は記入してください。その年度に当てはまらないときは「対象外」と書いてください。例：対象外"));

    [Theory]
    [InlineData(1000, 3000, "1,000から3,000に増え、3倍以上")]
    [InlineData(30, 10, "30から10に減り、3分の1以下")]
    public void AChangeOfThreeTimesIsAWarning(int before, int after, string change) => Expect.Only(
        Initiative([null, 1, "その他", "文", null, "人", null, before, after]),
        new(
            "sudden-change", Severity.Warning, "視点別取組", "I2", $"{after}", $"平成28（2016）年度の{change}になっています。",
            "桁や数え方が前の年度と同じか、確かめてください。正しければこのままで構いません。数え方を変えたときは「備考」に書いてください。例：平成29年度から数え方を変更"));

    [Theory]
    [InlineData(1000, 2999)]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(-1, 5, "円")]
    public void AChangeBelowThreeTimesOrOfAZeroOrNegativeFigureIsNotReported(int before, int after, string unit = "人") =>
        Assert.Empty(Some.Read(Initiative([null, 1, "その他", "文", null, unit, null, before, after]).ToBytes()).Problems);

    [Fact]
    public void ACumulativeFigureThatFallsIsAWarning() => Expect.Only(
        Initiative([null, 1, "その他", "文", null, "人", "累計", 1200, 300]),
        new(
            "cumulative-drop", Severity.Warning, "視点別取組", "I2", "300", "累計なのに、平成28（2016）年度の1,200から300に減っています。",
            "前の年度までを含む数値を書いてください。その年度だけの数値のときは、「累計」を空にしてください。例：1,200以上の数値"));

    [Theory]
    [InlineData("％")]
    [InlineData("パーセント")]
    public void APercentageOverAHundredIsAWarning(string unit) => Expect.Only(
        Initiative([null, 1, "その他", "文", null, unit, null, 100, 100.1]),
        new(
            "percent-over", Severity.Warning, "視点別取組", "I2", "100.1", "「平成29（2017）年度」が100%を超えています。",
            "小数点の位置や単位が正しいか、確かめてください。正しければこのままで構いません。例：100以下の数値"));

    [Fact]
    public void AShareOverAHundredIsAWarning() => Expect.Only(
        Statistic(["相談", "年齢", "H29.4", "H30.3", 100, "幼児", 110]),
        new("percent-over", Severity.Warning, "活動統計", "G2", "110", "「割合」が100%を超えています。", "小数点の位置や単位が正しいか、確かめてください。正しければこのままで構いません。例：11"));

    [Fact]
    public void AShareBelowZeroIsAWarning() => Assert.Equal(
        [("negative-count", Severity.Warning, "G2", "「割合」が負の数ですが、割合は0以上です。")],
        Some.Read(Statistic(["相談", "年齢", "H29.4", "H30.3", 100, "幼児", -20.5], [null, null, null, null, null, "乳児", 30]).ToBytes()).Problems
            .Select(p => (p.Code, p.Severity, p.Cell, p.Message)));

    [Fact]
    public void SharesThatSumToMoreThanAHundredPercentAreAWarning() => Expect.Only(
        Statistic(["相談", "年齢", "H29.4", "H30.3", 100, "幼児", 60], [null, null, null, null, null, "乳児", 40.2]),
        new("shares-over", Severity.Warning, "活動統計", "G2",
            null, "「年齢」の内訳の割合を合計すると100.2%になり、100%を超えています。", "割合が正しいか、確かめてください。複数回答のときは「注」や「備考」に書いてください。例：複数回答のため合計は100%を超える"));

    [Fact]
    public void AShareOfAShareIsNotAddedAgain() =>
        Assert.Empty(Some.Read(Statistic(["相談", "年齢", "H29.4", "H30.3", 100, "成人", 60], [null, null, null, null, null, "うち高齢者", 50],
            [null, null, null, null, null, "幼児", 40]).ToBytes()).Problems);

    [Fact]
    public void SharesThatAreRoundedMayExceedAHundred() =>
        Assert.Empty(Some.Read(Statistic(["相談", "年齢", "H29.4", "H30.3", 100, "幼児", 60], [null, null, null, null, null, "乳児", 40.1])
            .ToBytes()).Problems);

    [Fact]
    public void ARepeatedDirectionIsReportedWithAllItsCells() => Expect.Only(
        TestBook.Of("zaisei", "課題と方向性", ["視点", "施策", "課題と今後の方向性"], [1, "その他", "文"], [1, "その他", "別の文"], [2, "その他", "文"], [1, "教育施策", "文"]),
        new(
            "direction-repeated", Severity.Warning, "課題と方向性", "C2, C4–C5", "文", "同じ「課題と今後の方向性」が繰り返されています。",
            "同じ施策に二度書いたときは、一方を削除してください。別の施策にも掲げるときは、このままで構いません。例：二つ目を削除する"));

    [Fact]
    public void ANumberThatTheDepartmentNeverHadIsAWarning()
    {
        var book = TestBook.Of(
            "zaisei", "課題と方向性", ["管理番号", "視点", "施策", "課題と今後の方向性"], ["zaisei-0001", 1, "その他", "甲"], ["zaisei-0099", 1, "その他", "乙"])
            .ToBytes();
        Expect.Only(
            WorkbookReader.Read(book, new(Some.Register, Some.Year,
                null)
            { Known = DepartmentRecords.Of([new Direction("zaisei-0001", Source.Read("", "", ""), 1, "other", [], "甲")]) }),
            new(
                "number-unknown", Severity.Warning, "課題と方向性", "A3", "zaisei-0099", "管理番号 zaisei-0099 は、これまでの報告にありません。",
                "新しい行では「管理番号」を空にしてください。以前に削除した行を戻したときは、このままで構いません。例：（空欄）"));
        Assert.Empty(Some.Read(book).Problems);
    }

    [Fact]
    public void ARepeatedIndicatorIsReportedWithBothCells() => Expect.Only(
        Initiative([null, 1, "その他", "文", "指標", "人", null, 1, 2], [null, null, null, null, "指標", "回", null, 1, 2],
            [null, null, null, null, "指標　", "人", null, 1, 2]),
        new(
            "indicator-twice", Severity.Warning, "視点別取組", "E2, E4", "指標", "同じ取組に、「指標名」「区分」「単位」が同じ指標が二つ以上あります。",
            "同じ指標であれば、一つを残して削除してください。別の指標であれば、違いが分かるように「区分」などに書いてください。例：川崎病院"));

    [Theory]
    [InlineData("人")]
    [InlineData("か所")]
    [InlineData("％")]
    public void ACountBelowZeroIsAWarning(string unit) => Expect.Only(
        Initiative([null, 1, "その他", "文", "会員数", unit, null, "▲5", 2]),
        new(
            "negative-count", Severity.Warning, "視点別取組", "H2", "▲5", $"「平成28（2016）年度」が負の数ですが、「{unit}」は0以上で数える単位です。",
            "符号が正しいか、確かめてください。増減を表すときは、そのことが「指標名」から分かるように書いてください。例：会員数の増減"));

    [Theory]
    [InlineData("会員数の増減", "人")]
    [InlineData("前年度比", "%")]
    [InlineData("収支", "千円")]
    [InlineData("評価", "ポイント")]
    public void ChangesAndUnitsThatAreNotCountsMayBeNegative(string name, string unit) =>
        Assert.Empty(Some.Read(Initiative([null, 1, "その他", "文", name, unit, null, -5, 2]).ToBytes()).Problems);

    [Theory]
    [InlineData("zaisei-0001", "別の文")]
    [InlineData(null, "文 ")]
    public void AUnitThatIsNotTheOneOfTheLastReportIsAWarning(string? number, string text) => Expect.Only(
        WorkbookReader.Read(Initiative([number, 1, "その他", text, "拠点数", "箇所", null, 1, 2])
            .ToBytes(), new(Some.Register, Some.Year, null) { Known = Known("か所") }),
        new(
            "unit-changed", Severity.Warning, "視点別取組", "F2", "箇所", "単位「箇所」は、前の報告では「か所」でした。",
            "同じ単位であれば、前の報告と同じ書き方にしてください。数え方を変えたときは、そのことを「備考」に書いてください。例：か所"));

    [Theory]
    [InlineData("か所")]
    [InlineData(null)]
    public void AUnitThatIsUnchangedOrWasBlankBeforeIsNotReported(string? before) => Assert.Empty(
        WorkbookReader.Read(Initiative([null, 1, "その他", "文", "拠点数", "か所", null, 1, 2], [null, 2, "その他", "文", "拠点数", "か所", null, 1, 2],
            [null, null, null, null, "別の数", "件", null, 1, 2])
                .ToBytes(), new(Some.Register, Some.Year, null) { Known = Known(before) }).Problems);

    private static DepartmentRecords Known(string? unit)
    {
        var nowhere = Source.Read("", "", "");
        return DepartmentRecords.Of(
            [new Initiative("zaisei-0001", nowhere, 1, "other", [], "文"),
                new Indicator("zaisei-0001-1", nowhere, "zaisei-0001", "拠点数", null, unit, false, [], [])]);
    }

    private static TestBook Initiative(params object?[][] rows) => TestBook.Of("zaisei", "視点別取組", [Initiatives, .. rows]);

    private static TestBook Statistic(params object?[][] rows) =>
        TestBook.Of("kenkofukushi", "活動統計", [["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合"], .. rows]);
}
