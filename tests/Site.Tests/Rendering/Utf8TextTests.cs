using System.Text;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

public class Utf8TextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<p class=\"x\">")]
    [InlineData("地域包括ケア𠮷😀é")]
    [InlineData("\uD842")]
    public void TextIsEncodedAsTheFrameworkEncodesIt(string text)
    {
        using var writer = new Utf8Text();
        writer.Write(text);
        Assert.Equal(Encoding.UTF8.GetBytes(text), writer.Take());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void ALongTextIsNotCutWithinACharacter(string before)
    {
        using var writer = new Utf8Text();
        var text = before + string.Concat(Enumerable.Repeat("😀", 100_000));
        writer.Write(text);
        Assert.Equal(Encoding.UTF8.GetBytes(text), writer.Take());
    }

    [Fact]
    public void TextLongerThanTheBufferIsCompleteAndTheNextTextBeginsEmpty()
    {
        using var writer = new Utf8Text();
        var (expected, one) = (new StringBuilder(), "川崎市".AsMemory());
        for (var i = 0; i < 400_000; i++)
        {
            writer.Write('<');
            writer.Write(one.Span);
            writer.Write('崎');
            expected.Append('<').Append(one.Span).Append('崎');
        }

        Assert.Equal(Encoding.UTF8.GetBytes(expected.ToString()), writer.Take());
        writer.Write("次");
        Assert.Equal("次"u8.ToArray(), writer.Take());
    }
}
