using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Tests;

public class TrendSentenceTests
{
    /// <summary>
    /// Each case gives the figures of the years from 2016 on, the unit and the expected sentence. A figure is a number, a word, ? for 未報告
    /// (not reported), or / for 対象外 (not applicable).
    /// </summary>
    [Theory]
    [InlineData("1000 7700", "部", "平成28年度の1,000部から平成29年度の7,700部へ増加（6,700部増）")]
    [InlineData("1000 7700", null, "平成28年度の1,000から平成29年度の7,700へ増加（6,700増）")]
    [InlineData("2333 2317", "回", "平成28年度の2,333回から平成29年度の2,317回へ減少（16回減）")]
    [InlineData("5 5", "回", "平成28年度、平成29年度とも5回で横ばい")]
    [InlineData("0 0", "件", "平成28年度、平成29年度とも0件で横ばい")]
    [InlineData("0 3", "件", "平成28年度の0件から平成29年度の3件へ増加（3件増）")]
    [InlineData("60.9 65.9", "%", "平成28年度の60.9%から平成29年度の65.9%へ増加（5ポイント増）")]
    [InlineData("2 -3", null, "平成28年度の2から平成29年度の-3へ減少（5減）")]
    [InlineData("1 2 3", "回", "平成29年度の2回から平成30年度の3回へ増加（1回増）")]
    [InlineData("1 2 ?", "回", "平成28年度の1回から平成29年度の2回へ増加（1回増）。平成30年度は未報告")]
    [InlineData("45.5 ?", "%", "平成28年度は45.5%、平成29年度は未報告のため、推移は比べられません")]
    [InlineData("/ 12", "回", "平成28年度は対象外、平成29年度は12回のため、推移は比べられません")]
    [InlineData("1 ? 3", "回", "平成28年度は1回、平成29年度は未報告、平成30年度は3回のため、推移は比べられません")]
    [InlineData("8", "回", "平成28年度は8回のため、推移は比べられません")]
    [InlineData("策定 実施", null, "平成28年度は「策定」、平成29年度は「実施」（文章での報告）")]
    [InlineData("実施 ?", null, "平成28年度は「実施」、平成29年度は未報告（文章での報告）")]
    public void TheTrendSentenceDescribesTheLastChangeOrWhyFiguresCannotBeCompared(string figures, string? unit, string expected) =>
        Assert.Equal(expected, TrendSentence.Of(Some.Indicator(Figures(figures)) with { Unit = unit }));

    [Fact]
    public void TheTrendSentenceOfACumulativeIndicatorSaysThatItIsCumulative() => Assert.Equal(
        "累計で、平成28年度の162人から平成29年度の183人へ増加（21人増）",
        TrendSentence.Of(Some.Indicator(Figures("162 183")) with { Unit = "人", IsCumulative = true }));

    [Fact]
    public void TheTrendSentenceOfAnIndicatorWithoutFiguresSaysThatThereAreNone() =>
        Assert.Equal("数値の記載がありません", TrendSentence.Of(Some.Indicator()));

    internal static Figure[] Figures(string figures) =>
        [.. figures.Split(' ').Select((text, i) => FigureOf(FiscalYear.Of(2016 + i), text))];

    private static Figure FigureOf(FiscalYear year, string text) => text switch
    {
        "?" => Figure.NotReported(year),
        "/" => Figure.NotApplicable(year),
        _ when decimal.TryParse(text, CultureInfo.InvariantCulture, out var value) => Figure.Reported(year, value),
        _ => Figure.InWords(year, text),
    };
}
