using System.Text;

namespace KawasakiServerless.Browser.Tests.Gates;

[Collection(OneShown.Name)]
public sealed class HtmlValidateTests(Shown shown)
{
    [Fact]
    public Task EveryPageOfTheCityIsValid() => IsValidAsync(shown.City);

    [Fact]
    public Task EveryPageOfTheHostileReportIsValid() => IsValidAsync(shown.Hostile);

    [Theory]
    [InlineData("<p><b>x</p>", "close-order")]
    [InlineData("<p id='a'>x</p><p id='a'>y</p>", "no-dup-id")]
    [InlineData("<ul><p>x</p></ul>", "element-permitted-content")]
    [InlineData("<p style='color: red'>x</p>", "no-inline-style")]
    [InlineData("<script src='https://example.com/x.js'></script>", "require-sri")]
    public async Task ABrokenPageIsNot(string html, string rule)
    {
        var (code, output) = await HtmlValidate.RunAsync(new Dictionary<string, string> { ["broken.html"] = Page(html) });
        Assert.Equal(1, code);
        Assert.Contains(rule, output, StringComparison.Ordinal);
    }

    private static async Task IsValidAsync(ShownSite site)
    {
        var (code, output) = await HtmlValidate.RunAsync(site.Pages.ToDictionary(p => p.File.Path, p => Encoding.UTF8.GetString(p.File.Bytes.Span)));
        Faults.None(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, code);
    }

    private static string Page(string body) => $"""
        <!DOCTYPE html>
        <html lang="ja"><head><meta charset="utf-8"><title>試験</title></head><body><main><h1>試験</h1>{body}</main></body></html>
        """;
}
