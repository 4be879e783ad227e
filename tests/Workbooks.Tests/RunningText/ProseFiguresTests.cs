using System.Globalization;
using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

/// <summary>
/// Numbers that sentences give for fiscal years. An expected number is printed with its year, the text before it, | and the text after it.
/// </summary>
public sealed class ProseFiguresTests
{
    [Theory]
    [InlineData("平成29年度は、講座を13回開催した。", "2017 13 講座を|回開催した")]
    [InlineData("Ｈ２９に１，２００人が受講", "2017 1200 |人が受講")]
    [InlineData("2017年度 13.5時間", "2017 13.5 |時間")]
    [InlineData("平成29年度13回", "2017 13 |回")]
    [InlineData("平成29（2017）年度には、 講座を5回", "2017 5 講座を|回")]
    [InlineData("平成28年度は5回、平成29年度は6回", "2016 5 |回、", "2017 6 |回")]
    [InlineData("平成28年度は5回。平成29年度は6回", "2016 5 |回", "2017 6 |回")]
    [InlineData("平成28年度は5回\n\n平成29年度は6回", "2016 5 |回", "2017 6 |回")]
    [InlineData("平成28年度は約5回。平成29年度は6回", "2017 6 |回")]
    [InlineData("平成29年度は5回、120人", "2017 5 |回、120人", "2017 120 5回、|人")]
    [InlineData("講座は毎回満員。令和元年度は5回", "2019 5 |回")]
    public void NumbersAfterAFiscalYearInASentenceAreFound(string text, params string[] figures) => Assert.Equal(figures, Printed(text));

    [Theory]
    [InlineData("")]
    [InlineData("講座を13回開催した")]
    [InlineData("平成29年は5回")]
    [InlineData("平成29年度の講座")]
    [InlineData("平成29年度版は5冊")]
    [InlineData("平成29年度から5回")]
    [InlineData("平成28年度と平成29年度は5回")]
    [InlineData("平成28年度・平成29年度は5回")]
    [InlineData("平成0年度は5回")]
    [InlineData("平成29年度は約5回")]
    [InlineData("平成29年度は999999999999999999999999999999回")]
    public void ASentenceWithoutAPlainNumberForAFiscalYearGivesNoFigure(string text) => Assert.Empty(Printed(text));

    [Theory]
    [InlineData(491, 1)]
    [InlineData(492, 0)]
    public void ASentenceOfMoreThan500CharactersGivesNoFigure(int more, int count) =>
        Assert.Equal(count, ProseFigures.In($"平成29年度は5回{new string('、', more)}。平成29年度").Count());

    [Fact]
    public void AFigureFoundInProseNamesItsSentence() => Assert.Equal("H29は5回", Assert.Single(ProseFigures.In("実施。Ｈ２９は５回。")).Sentence);

    private static IEnumerable<string> Printed(string text) =>
        ProseFigures.In(text).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Year.Year} {f.Number} {f.Lead}|{f.Rest}"));
}
