using KawasakiServerless.Site.Publications;

namespace KawasakiServerless.Site.Tests;

public class TextDifferenceTests
{
    [Theory]
    [InlineData("取組を進める。", "取組を続ける。", "取組を", "進め", "続け", "る。")]
    [InlineData("同じ", "同じ", "同じ", "", "", "")]
    [InlineData("", "新しい", "", "", "新しい", "")]
    [InlineData("ああ", "あああ", "ああ", "", "あ", "")]
    [InlineData("一𠮷二", "一𠮷三", "一𠮷", "二", "三", "")]
    [InlineData("がき", "か\u3099き", "", "が", "か\u3099", "き")]
    public void TheChangedMiddleOfTwoTextsIsFound(string before, string after, string start, string old, string now, string end) =>
        Assert.Equal(new TextDifference(start, old, now, end), TextDifference.Of(before, after));

    [Fact]
    public void LongCommonPartsOfTwoTextsAreShortened()
    {
        var (a, b) = (new string('前', 100), new string('後', 100));
        var difference = TextDifference.Of($"{a}甲{b}", $"{a}乙{b}");
        Assert.Equal(($"…{a[..24]}", "甲", "乙", $"{b[..24]}…"), (difference.Start, difference.Before, difference.After, difference.End));
    }
}
