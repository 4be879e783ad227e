using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("H28:1,000部", "Year|Number|Word")]
    [InlineData("H28 : 5", "Year|Space|Number")]
    [InlineData("平成28年度:5", "Year|Number")]
    [InlineData("平成28(2016)年度:5", "Year|Number")]
    [InlineData("2016(平成28)年度:5", "Year|Number")]
    [InlineData("2016年度:5", "Year|Number")]
    [InlineData("2016年:5", "Year|Number")]
    [InlineData("令和元年度:5", "Year|Number")]
    [InlineData("2019(令和元)年度:5", "Year|Number")]
    [InlineData("R1:5", "Year|Number")]
    [InlineData("r元:5", "Year|Number")]
    [InlineData("h 28:5", "Year|Number")]
    [InlineData("平28:5", "Year|Number")]
    [InlineData("平28年度:5", "Year|Number")]
    [InlineData("昭63:5", "Year|Number")]
    [InlineData("昭和63年度 :5", "Year|Number")]
    [InlineData("部数H28:5", "Word|Year|Number")]
    [InlineData("5H28:6", "Number|Word|Number|Colon|Number")]
    [InlineData("xH28:6", "Word|Number|Colon|Number")]
    [InlineData("水平28:6", "Word|Number|Colon|Number")]
    [InlineData("H:6", "Word|Colon|Number")]
    [InlineData("H0:6", "Word|Number|Colon|Number")]
    [InlineData("H128:6", "Word|Number|Colon|Number")]
    [InlineData("2016:6", "Number|Colon|Number")]
    [InlineData("02016年度:6", "Number|Word|Colon|Number")]
    [InlineData("1,2016年度:6", "Odd|Word|Colon|Number")]
    [InlineData("0.2016年度:6", "Number|Word|Colon|Number")]
    [InlineData("20162年度:6", "Number|Word|Colon|Number")]
    [InlineData("1016年度:6", "Number|Word|Colon|Number")]
    [InlineData("H28(201)年度:6", "Word|Number|Open|Number|Close|Word|Colon|Number")]
    [InlineData("2016(28)年度:6", "Number|Open|Number|Close|Word|Colon|Number")]
    [InlineData("2016(平成)年度:6", "Number|Open|Word|Close|Word|Colon|Number")]
    [InlineData("2016(平成28年度:6", "Number|Open|Year|Number")]
    [InlineData("2016(", "Number|Open")]
    [InlineData("H28", "Word|Number")]
    [InlineData("H28〜H29:6", "Word|Number|Range|Word|Number|Colon|Number")]
    [InlineData("H28から H29:6", "Word|Number|Word|Space|Word|Number|Colon|Number")]
    [InlineData("平成28年度及び平成29年度:6", "Word|Number|Word|Number|Word|Colon|Number")]
    [InlineData("H28と H29:6", "Word|Number|Word|Space|Word|Number|Colon|Number")]
    [InlineData("H28・H29:6", "Word|Number|Dot|Word|Number|Colon|Number")]
    [InlineData("H28 / H29:6", "Word|Number|Space|Slash|Space|Word|Number|Colon|Number")]
    [InlineData("6039、2017年度:6", "Number|Comma|Year|Number")]
    [InlineData("2016、2017年度:6", "Number|Comma|Number|Word|Colon|Number")]
    [InlineData("9人・H29:6", "Number|Word|Dot|Year|Number")]
    [InlineData("9・H29:6", "Number|Dot|Year|Number")]
    [InlineData("調和・H29:6", "Word|Dot|Year|Number")]
    [InlineData("9人,2017年度:6", "Number|Word|Comma|Year|Number")]
    [InlineData("9、2017年度:6", "Number|Comma|Year|Number")]
    [InlineData("1,2016、2017年度:6", "Odd|Comma|Year|Number")]
    [InlineData("0.2016、2017年度:6", "Number|Comma|Year|Number")]
    [InlineData("9〜H29:6", "Number|Range|Word|Number|Colon|Number")]
    [InlineData("人〜H29:6", "Word|Range|Year|Number")]
    [InlineData("1,000", "Number")]
    [InlineData("1,00", "Odd")]
    [InlineData("1234,567", "Odd")]
    [InlineData("1,000.5", "Number")]
    [InlineData("1.000,5", "Odd")]
    [InlineData("1.2.3", "Odd")]
    [InlineData("1,234,56", "Odd")]
    [InlineData("1,", "Number|Comma")]
    [InlineData("1,人", "Number|Comma|Word")]
    [InlineData("1.", "Number|Word")]
    [InlineData("123456789012345678", "Number")]
    [InlineData("1234567890123456789", "Odd")]
    [InlineData("5 6", "Number")]
    [InlineData("5  6 7", "Number")]
    [InlineData("5 67", "Number|Space|Number")]
    [InlineData("56 7", "Number|Space|Number")]
    [InlineData("5 6.7", "Number|Space|Number")]
    [InlineData("5 人", "Number|Space|Word")]
    [InlineData("5 ", "Number|Space")]
    [InlineData("-5", "Sign|Number")]
    [InlineData("- 5", "Word|Space|Number")]
    [InlineData("K-5", "Word|Number")]
    [InlineData("3-5", "Number|Range|Number")]
    [InlineData("3 - 5", "Number|Space|Range|Space|Number")]
    [InlineData("3-", "Number|Word")]
    [InlineData("3- ", "Number|Word|Space")]
    [InlineData("人 -5", "Word|Space|Sign|Number")]
    [InlineData("3−5", "Number|Range|Number")]
    [InlineData("3–5", "Number|Range|Number")]
    [InlineData("3‐5", "Number|Range|Number")]
    [InlineData("3~5", "Number|Range|Number")]
    [InlineData("▲5△6", "Sign|Number|Sign|Number")]
    [InlineData("(5)[6]", "Open|Number|Close|Open|Number|Close")]
    [InlineData("a/b,c、d;e→f⇒g・h:i。", "Word|Slash|Word|Comma|Word|Comma|Word|Comma|Word|Comma|Word|Comma|Word|Dot|Word|Colon|Word|Stop")]
    [InlineData("a b\nc  d", "Word|Space|Word|Break|Word|Space|Word")]
    [InlineData("①⒇❶❿㉑㉟㊱㊿", "Circled|Circled|Circled|Circled|Circled|Circled|Circled|Circled")]
    [InlineData("⒈⓫", "Word")]
    public void ATextIsCutIntoTokens(string text, string kinds)
    {
        var tokens = Tokenizer.Read(text).ToList();

        Assert.Equal(kinds, string.Join('|', tokens.Select(t => t.Kind)));
        Assert.Equal(text, string.Concat(tokens.Select(t => text[t.Start..t.End])));
    }

    [Theory]
    [InlineData("1,234.5", 1234.5, false)]
    [InlineData("5 6", 56, true)]
    [InlineData("56", 56, false)]
    [InlineData("5", 5, false)]
    public void ANumberTokenHasTheValueOfItsDigits(string text, double number, bool isSplit)
    {
        var token = Assert.Single(Tokenizer.Read(text));

        Assert.Equal(((decimal)number, isSplit), (token.Number, token.IsSplit));
    }

    [Fact]
    public void EighteenDigitsMayBeSplit()
    {
        Assert.Single(Tokenizer.Read(string.Join(' ', Enumerable.Repeat('1', 18))));
        Assert.Equal(
            [TokenKind.Number, TokenKind.Space, TokenKind.Number],
            Tokenizer.Read(string.Join(' ', Enumerable.Repeat('1', 19))).Select(t => t.Kind));
    }

    [Theory]
    [InlineData("H28:", 2016)]
    [InlineData("R元:", 2019)]
    [InlineData("昭和63年度:", 1988)]
    [InlineData("2016(平成28)年度:", 2016)]
    public void AYearTokenHasTheYearThatItsTextNames(string text, int year) =>
        Assert.Equal(year, Assert.Single(Tokenizer.Read(text)).Year!.Year);
}
