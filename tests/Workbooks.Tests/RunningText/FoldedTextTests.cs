using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

/// <summary>
/// How each character is folded (converted to a uniform form, such as Ｈ to H), and which part of the original text it comes from.
/// </summary>
public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Ｈ２８：５　人", "H28:5 人")]
    [InlineData("㍻28", "平成28")]
    [InlineData("ﾊﾟﾝﾌﾚｯﾄ", "パンフレット")]
    [InlineData("か\u3099く", "がく")]
    [InlineData("⺠生", "民生")]
    [InlineData("a\u200Bb", "ab")]
    [InlineData("1\t2\u00A03", "1 2 3")]
    [InlineData("1\r2\n3\u00854\u20285\u20296", "1\n2\n3\n4\n5\n6")]
    [InlineData("￥5｡", "¥5。")]
    [InlineData("︵5︶︐︓", "(5),:")]
    [InlineData("℃㏄℡", "°CccTEL")]
    public void ASignIsFolded(string printed, string folded) => Assert.Equal(folded, new FoldedText(printed).Text);

    [Theory]
    [InlineData("120²①㊿½")]
    [InlineData("100㎡")]
    [InlineData("㈱⑴⒜")]
    [InlineData("⒈…℀⩴¨")]
    [InlineData("😀")]
    public void CharactersThatWouldFoldToDigitsOrBracketsAreKept(string printed) => Assert.Equal(printed, new FoldedText(printed).Text);

    [Fact]
    public void InvalidUnicodeIsKept()
    {
        string[] damaged = ["\uD83D", "\uDE00あ", "か\uFFFE"];

        Assert.Equal(damaged, damaged.Select(d => new FoldedText(d).Text));
    }

    [Theory]
    [InlineData("㍻28年度", 0, 2, "㍻")]
    [InlineData("㍻28年度", 2, 4, "28")]
    [InlineData("ﾊﾟﾝﾌﾚｯﾄ", 0, 1, "ﾊﾟ")]
    [InlineData("ﾊﾟﾝﾌﾚｯﾄ", 1, 2, "ﾝ")]
    [InlineData("５　人 ", 1, 4, "人")]
    [InlineData("😀\u0301人", 3, 4, "人")]
    [InlineData("か\u0301\u0301\u0301\u0301", 4, 5, "\u0301")]
    public void APartOfTheFoldedTextIsMappedBackToTheOriginalText(string printed, int start, int end, string part) =>
        Assert.Equal(part, new FoldedText(printed).Printed(start, end));
}
