using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

/// <summary>
/// Tests which words in running text are units or names of figures, and where a text gives figures after years without a colon.
/// </summary>
public sealed class FigureWordsTests
{
    private const string Units =
        "人 名 件 回 日 部 冊 枚 本 個 台 棟 戸 室 床 社 校 園 館 店 票 通 例 点 歳 組 班 隊 区 市 か所 カ所 ヵ所 ヶ所 ケ所 箇所 個所 世帯 家庭 施設 事業所 事業者 事業 団体 クラブ サークル グループ チーム "
        + "企業 法人 機関 医療機関 病院 病床 薬局 地区 地域 町会 自治会 講座 教室 コース コマ 種 種類 製品 品目 項目 科目 作品 学級 クラス 学校 年 か月 カ月 ヶ月 箇月 月 週 時間 分 秒 円 千円 万円 百万円 億円 "
        + "% パーセント ポイント pt 位 倍 割 m km m² ㎡ ha kg t ℓ ページ 頁 人日 人回 延べ人 基 機 両 便 車 単位 匹 頭 店舗 議席 ¥ $";

    [Fact]
    public void EveryUsualUnitIsRecognised() => Assert.All(Units.Split(' '), u => Assert.True(FigureUnits.IsUnit(u)));

    [Fact]
    public void UnitsOfMoneyScoresAndRatiosAreNotUnitsOfCounts() =>
        Assert.All("円 千円 万円 百万円 億円 ¥ $ ポイント pt 点 倍 割 位".Split(' '), u => Assert.False(FigureUnits.IsOfCounts(u)));

    [Fact]
    public void QualifyingWordsBeforeAndAfterANumberAreRecognised()
    {
        Assert.All("約 およそ おおよそ おおむね 概ね ほぼ 凡そ 推計 概算 延べ のべ 計 合計 うち 内 各 毎 全".Split(' '), w => Assert.True(FigureUnits.IsQualifier(w)));
        Assert.All(
            "以上 以下 以内 未満 超 程度 前後 余 余り あまり 弱 強 くらい ぐらい ほど 見込 見込み 予定 目標".Split(' '), w => Assert.True(FigureUnits.IsQualified($"人{w}")));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("回", false)]
    [InlineData("程度の差", false)]
    [InlineData("約", false)]
    public void AWordThatDoesNotEndWithAQualifierIsNotQualified(string word, bool isQualified) =>
        Assert.Equal(isQualified, FigureUnits.IsQualified(word));

    [Theory]
    [InlineData("回実施", true)]
    [InlineData("万部", true)]
    [InlineData("パーセント増", true)]
    [InlineData("%", true)]
    [InlineData("実施5回", false)]
    [InlineData("", false)]
    public void AUnitOrAMultipleIsRecognisedAtTheStartOfAWord(string word, bool begins) => Assert.Equal(begins, FigureUnits.Begins(word));

    [Fact]
    public void AllSpellingsOfTheUnitForPlacesAreTheSameUnit() =>
        Assert.All("か所 カ所 ヵ所 ヶ所 ケ所 箇所 個所".Split(' '), p => Assert.True(FigureUnits.AreSame(p, "か所") && FigureUnits.AreSame("箇所", p)));

    [Theory]
    [InlineData("人", "人", true)]
    [InlineData("人", "人（延べ）", true)]
    [InlineData("人", "延べ 人", true)]
    [InlineData("名", "人", true)]
    [InlineData("人", "名", true)]
    [InlineData("％", "パーセント", true)]
    [InlineData("か所", "箇所", true)]
    [InlineData("人", "件", false)]
    [InlineData("人", "%", false)]
    [InlineData("%", "人", false)]
    [InlineData("千円", "円", false)]
    public void AShownUnitFitsTheUnitOfTheIndicatorIfBothMeanTheSame(string shown, string unit, bool fits) =>
        Assert.Equal(fits, FigureUnits.Fits(shown, unit));

    [Theory]
    [InlineData("羽", true)]
    [InlineData("カ国", true)]
    [InlineData("四文字語", true)]
    [InlineData("五文字の語", false)]
    [InlineData("五文字語句", false)]
    [InlineData("回実施", false)]
    [InlineData("万部", false)]
    [InlineData("に増加", false)]
    [InlineData("羽以上", false)]
    [InlineData("羽ぁ", false)]
    [InlineData("羽ん", false)]
    [InlineData("羽1", false)]
    public void AShortUnlistedWordMayBeAUnit(string word, bool mayBe) => Assert.Equal(mayBe, FigureUnits.MayBeUnit(word));

    [Theory]
    [InlineData("回", true)]
    [InlineData("％", true)]
    [InlineData("か所", true)]
    [InlineData("円", false)]
    [InlineData("ポイント", false)]
    [InlineData("羽", false)]
    public void CountsAndPercentAreUnitsOfCountsButMoneyAndUnlistedUnitsAreNot(string unit, bool counts) =>
        Assert.Equal(counts, FigureUnits.IsOfCounts(unit));

    [Theory]
    [InlineData("%", true)]
    [InlineData("％", true)]
    [InlineData("パーセント", true)]
    [InlineData("人", false)]
    public void PercentSignsAndTheWordPercentAreThePercentUnit(string unit, bool isPercent) =>
        Assert.Equal(isPercent, FigureUnits.IsPercent(unit));

    [Theory]
    [InlineData("か所", "箇所", true)]
    [InlineData("人", "人", true)]
    [InlineData("人", "名", false)]
    [InlineData("か所", "回", false)]
    [InlineData("回", "か所", false)]
    public void TwoUnitsAreTheSameIfTheyDifferOnlyInSpelling(string first, string second, bool areSame) =>
        Assert.Equal(areSame, FigureUnits.AreSame(first, second));

    [Theory]
    [InlineData("会員数の増減", true)]
    [InlineData("前年度比", true)]
    [InlineData("会員数", false)]
    public void AFigureMayBeNegativeIfItsNameSaysThatItIsAChangeOrAComparison(string name, bool mayBe) =>
        Assert.Equal(mayBe, FigureNames.MayBeNegative(name));

    [Theory]
    [InlineData("累計者数", true)]
    [InlineData("累積", true)]
    [InlineData("合計", false)]
    public void AFigureIsCumulativeIfItsNameSaysSo(string words, bool isCumulative) =>
        Assert.Equal(isCumulative, FigureNames.IsCumulative(words));

    [Theory]
    [InlineData("パソコン教室", true)]
    [InlineData("肺がん 検診", true)]
    [InlineData("参加者は", false)]
    [InlineData("参加者が", false)]
    [InlineData("参加者を", false)]
    [InlineData("参加者に", false)]
    [InlineData("市外へ", false)]
    [InlineData("市内で", false)]
    [InlineData("川崎と", false)]
    [InlineData("川崎も", false)]
    [InlineData("集めて", false)]
    [InlineData("実施し", false)]
    [InlineData("実施", false)]
    [InlineData("実施中", false)]
    [InlineData("実施済", false)]
    [InlineData("実施済み", false)]
    [InlineData("教室 約", false)]
    [InlineData("約", false)]
    [InlineData("※＃", false)]
    [InlineData("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほ", true)]
    [InlineData("あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほま", false)]
    public void OnlyAShortNameMayBeTheLabelOfAFigure(string words, bool mayBe) => Assert.Equal(mayBe, FigureNames.MayBeLabel(words));

    [Theory]
    [InlineData("会員数", "人", true)]
    [InlineData("開催数", "人", false)]
    [InlineData("開催数", "回", true)]
    [InlineData("講座", "人", false)]
    [InlineData("老人クラブ", "クラブ", true)]
    [InlineData("講座", null, false)]
    [InlineData("受診率", null, true)]
    public void TheNameOfAFigureFitsOnlyUnitsOfWhatItCounts(string name, string? unit, bool fits) =>
        Assert.Equal(fits, FigureNames.Fits(name, unit));

    [Theory]
    [InlineData("受講者は平成28年度 50人、29年度 60人だった。", "平成28年度 50人、29年度 60人だった。")]
    [InlineData("Ｈ28は5人→Ｈ29は6人", "H28は5人→H29は6人")]
    [InlineData("令和元年度 5 令和2年度 6", "令和元年度 5 令和2年度 6")]
    [InlineData("配布部数 H28 1,000部 H29 7,700部", "H28 1,000部 H29 7,700部")]
    [InlineData("平成28年度 50人", null)]
    [InlineData("平成28年度から平成29年度まで", null)]
    [InlineData("28年度 50人、29年度 60人", "28年度 50人、29年度 60人")]
    [InlineData("H28 50人、29 60人", null)]
    public void FiguresAfterTwoYearsWithoutColonsAreFound(string text, string? seen) => Assert.Equal(seen, UnmarkedYears.In(text));

    [Fact]
    public void ATextOfMoreThan2000CharactersIsNotSearchedForFiguresWithoutColons()
    {
        const string figures = "平成28年度 50人、29年度 60人";

        Assert.NotNull(UnmarkedYears.In(figures + new string('。', 2_000 - figures.Length)));
        Assert.Null(UnmarkedYears.In(figures + new string('。', 2_001 - figures.Length)));
    }
}
