using System.Text;

namespace KawasakiServerless.Browser.Tests.Gates;

[Collection(OneShown.Name)]
public sealed class HtmlValidateTests(Shown shown)
{
    private static readonly (string Html, string Rule)[] Broken =
    [
        ("<p><b>x</p>", "close-order"),
        ("<p id='a'>x</p><p id='a'>y</p>", "no-dup-id"),
        ("<ul><p>x</p></ul>", "element-permitted-content"),
        ("<p style='color: red'>x</p>", "no-inline-style"),
        ("<script src='https://example.com/x.js'></script>", "require-sri"),
    ];

    // Checks only the few pages that together have every structure, as AxeTests does; with FULL_MATRIX=1, every page. Faults that depend on
    // values and not on the structure, such as a duplicate id, are found by Site.Tests, which check every page.
    [Fact]
    public async Task PagesThatTogetherHaveEveryStructureAreValidHtml()
    {
        var pages = shown.City.Pages.Concat(shown.Hostile.Pages);
        var (code, output) = await HtmlValidate.RunAsync((Shown.IsFullMatrix ? pages : DomShape.Covering(pages)).ToDictionary(
            p => $"{(p.Site == shown.City ? "city" : "hostile")}/{p.File.Path}", p => Encoding.UTF8.GetString(p.File.Bytes.Span)));
        Faults.None(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task HtmlValidateReportsTheViolatedRuleOfAnInvalidPage()
    {
        var (code, output) = await HtmlValidate.RunAsync(Broken.ToDictionary(b => $"{b.Rule}.html", b => Page(b.Html)));

        Assert.Equal(1, code);
        Assert.All(Broken, b => Assert.Contains(output.Split('\n'), line => line.Contains($"{b.Rule}.html:", StringComparison.Ordinal)
            && line.Contains($"[{b.Rule}]", StringComparison.Ordinal)));
    }

    private static string Page(string body) => $"""
        <!DOCTYPE html>
        <html lang="ja"><head><meta charset="utf-8"><title>試験</title></head><body><main><h1>試験</h1>{body}</main></body></html>
        """;
}
