using System.Text;

namespace KawasakiServerless.Domain.Tests;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Ｈ２９", "H29")]
    [InlineData("㍻29年度", "平成29年度")]
    [InlineData("ｶﾜｻｷ ﾊﾞｽ", "カワサキ バス")]
    [InlineData("（仮称）", "(仮称)")]
    [InlineData("①", "1")]
    [InlineData("か\u3099", "が")]
    [InlineData("　健康福祉局 \r\n\t 総務部\u00A0", "健康福祉局 総務部")]
    [InlineData("市⺠文化局", "市民文化局")]
    [InlineData("⽅針", "方針")]
    [InlineData("病院局\u200B", "病院局")]
    [InlineData("\u202A1,300\u202C", "1,300")]
    [InlineData("葛\uDB40\uDD00飾", "葛飾")]
    [InlineData("葛\U000E0400飾\U000E0FFF", "葛飾")]
    [InlineData("\u200B\u3164", "")]
    [InlineData("", "")]
    [InlineData("　 ", "")]
    [InlineData(null, "")]
    public void FoldingUnifiesTextsThatLookTheSame(string? text, string expected) => Assert.Equal(expected, text.Fold());

    [Theory]
    [InlineData("子ども", "こども")]
    [InlineData("か所", "ヶ所")]
    public void FoldingKeepsDifferentSpellingsDifferent(string one, string other) => Assert.NotEqual(one.Fold(), other.Fold());

    // Tests the characters that are folded without ICU (the library for Unicode): that ICU gives the same results for them, and that none
    // of them combines with an adjacent one.
    [Fact]
    public void CommonSignsFoldAsIcuFoldsThem()
    {
        char[] common = [.. Enumerable.Range(1, char.MaxValue).Select(c => (char)c)
            .Where(c => Folding.CommonSign(c) is not null and not ' ')];
        Assert.Equal(new string(common).Normalize(NormalizationForm.FormKC), string.Concat(common.Select(c => Folding.CommonSign(c))));
        Assert.All(common, c => Assert.Equal($"{c}".Normalize(NormalizationForm.FormKC), $"{Folding.CommonSign(c)}"));
        Assert.All(common, c => Assert.True($"が{Folding.CommonSign(c)}か{Folding.CommonSign(c)}".IsNormalized(NormalizationForm.FormKC)));
    }

    [Fact]
    public void IcuIsAvailableForFolding() => Assert.True(Folding.IsAvailable);

    // The texts are not inline data, because the test framework would replace half a surrogate pair by valid Unicode before the test gets
    // it.
    [Fact]
    public void HalfASurrogatePairBecomesAReplacementCharacter()
    {
        Assert.Equal("a\uFFFDb", "a\uD800b".Fold());
        Assert.Equal("\uFFFD", "\uDC00".Fold());
        Assert.Equal("\uFFFD\uFFFD", "\uDC00\uD800".Fold());
        Assert.Equal("𠮷野", "𠮷野".Fold());
    }

    [Fact]
    public void NonCharactersDoNotMakeFoldingThrow()
    {
        foreach (var text in (string[])["a\uFFFEb", "\uFFFF", "\uFDD0", "\0", "\uE000"])
            Assert.Equal(text.Fold(), text.Fold().Fold());
    }

    [Fact]
    public void FoldingTwiceIsFoldingOnce() => Anything.Text("ｶﾞ平成　 ").Holds(text => Assert.Equal(text.Fold(), text.Fold().Fold()));
}
