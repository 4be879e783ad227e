namespace KawasakiServerless.Workbooks.Tests;

/// <summary>Units, names of figures, and years without a colon.</summary>
public sealed class FigureWordsTests
{
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
    [InlineData("羽1", false)]
    public void MayBeAUnit(string word, bool mayBe) => Assert.Equal(mayBe, FigureUnits.MayBeUnit(word));

    [Theory]
    [InlineData("回", true)]
    [InlineData("％", true)]
    [InlineData("か所", true)]
    [InlineData("円", false)]
    [InlineData("ポイント", false)]
    [InlineData("羽", false)]
    public void CountsWhatIsNeverBelowZero(string unit, bool counts) => Assert.Equal(counts, FigureUnits.IsOfCounts(unit));

    [Theory]
    [InlineData("%", true)]
    [InlineData("％", true)]
    [InlineData("パーセント", true)]
    [InlineData("人", false)]
    public void IsPercent(string unit, bool isPercent) => Assert.Equal(isPercent, FigureUnits.IsPercent(unit));

    [Theory]
    [InlineData("か所", "箇所", true)]
    [InlineData("人", "人", true)]
    [InlineData("人", "名", false)]
    [InlineData("か所", "回", false)]
    [InlineData("回", "か所", false)]
    public void AreTheSame(string first, string second, bool areSame) => Assert.Equal(areSame, FigureUnits.AreSame(first, second));

    [Theory]
    [InlineData("会員数の増減", true)]
    [InlineData("前年度比", true)]
    [InlineData("会員数", false)]
    public void MayBeNegative(string name, bool mayBe) => Assert.Equal(mayBe, FigureNames.MayBeNegative(name));

    [Theory]
    [InlineData("累計者数", true)]
    [InlineData("累積", true)]
    [InlineData("合計", false)]
    public void IsCumulative(string words, bool isCumulative) => Assert.Equal(isCumulative, FigureNames.IsCumulative(words));

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
    public void MayBeALabel(string words, bool mayBe) => Assert.Equal(mayBe, FigureNames.MayBeLabel(words));

    [Theory]
    [InlineData("会員数", "人", true)]
    [InlineData("開催数", "人", false)]
    [InlineData("開催数", "回", true)]
    [InlineData("講座", "人", false)]
    [InlineData("老人クラブ", "クラブ", true)]
    [InlineData("講座", null, false)]
    [InlineData("受診率", null, true)]
    public void Fits(string name, string? unit, bool fits) => Assert.Equal(fits, FigureNames.Fits(name, unit));

    [Theory]
    [InlineData("受講者は平成28年度 50人、29年度 60人だった。", "平成28年度 50人、29年度 60人だった。")]
    [InlineData("Ｈ28は5人→Ｈ29は6人", "H28は5人→H29は6人")]
    [InlineData("令和元年度 5 令和2年度 6", "令和元年度 5 令和2年度 6")]
    [InlineData("配布部数 H28 1,000部 H29 7,700部", "H28 1,000部 H29 7,700部")]
    [InlineData("平成28年度 50人", null)]
    [InlineData("平成28年度から平成29年度まで", null)]
    [InlineData("28年度 50人、29年度 60人", null)]
    [InlineData("H28 50人、29 60人", null)]
    public void FiguresWithoutColonsAreSeen(string text, string? seen) => Assert.Equal(seen, UnmarkedYears.In(text));

    [Fact]
    public void NobodyReadsThroughMoreThan2000Characters()
    {
        const string figures = "平成28年度 50人、29年度 60人";

        Assert.NotNull(UnmarkedYears.In(figures + new string('。', 2_000 - figures.Length)));
        Assert.Null(UnmarkedYears.In(figures + new string('。', 2_001 - figures.Length)));
    }
}
