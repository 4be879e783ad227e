using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

public class PlainHtmlEncoderTests
{
    [Theory]
    [InlineData("健康福祉局　𠮷田", "健康福祉局　𠮷田")]
    [InlineData("<b a=\"1\" b='2'>&", "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;")]
    [InlineData("一行目\n二行目\t終", "一行目\n二行目\t終")]
    [InlineData("a\u0001b\u007Fc\u0085d\re", "a&#x1;b&#x7F;c&#x85;d&#xD;e")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("=HYPERLINK(\u202E)", "=HYPERLINK(\u202E)")]
    [InlineData("", "")]
    public void TheEncoderEscapesOnlyWhatHtmlRequires(string text, string expected) =>
        Assert.Equal(expected, PlainHtmlEncoder.Instance.Encode(text));

    [Fact]
    public void HalfASurrogatePairBecomesTheReplacementCharacter() =>
        Assert.Equal("a\uFFFDb", PlainHtmlEncoder.Instance.Encode("a\uD842b"));
}
