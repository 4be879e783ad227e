using AngleSharp.Dom;

namespace KawasakiServerless.Site.Tests;

public class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>",
        "</title></svg><img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "=HYPERLINK(\"http://example.com\",\"x\")",
        "右から左\u202Eへ\u2066文字",
        "\" onmouseover=\"alert(1)",
        "@View {{ }} &amp; <!-- -->",
        new string('長', 5000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task AHostileTextIsShownAsTextOnEveryPage(string text)
    {
        var files = await Some.SiteOfAsync(HardReport.Of(text));
        Assert.Equal(text, files.Page("initiatives/kenkofukushi-0001/index.html").QuerySelector("h1 > bdi")!.TextContent);
        Assert.Equal(text, files.Page("collaborations/kenkofukushi-0003/index.html").QuerySelector("h1")!.TextContent);
        Assert.Contains(text, files.Page("wards/kawasaki/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(text, files.Page("statistics/index.html").QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(text, files.Page(files.Single(f => f.Path.StartsWith("report/", StringComparison.Ordinal)
            && f.Path != "report/index.html").Path).QuerySelector("article")!.TextContent, StringComparison.Ordinal);
        foreach (var page in files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).Select(f => files.Page(f.Path)))
            AssertHarmless(page);
    }

    private static void AssertHarmless(IDocument page)
    {
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.DoesNotContain(page.Head!.InnerHtml, c => c is '\u202E' or '\u2066');
        Assert.Empty(
            page.QuerySelectorAll("script:not([src^='/assets/'], [type='application/ld+json']), img, [style], [onerror], [onmouseover]"));
        Assert.All(page.QuerySelectorAll("a[href]"), a => Assert.Matches(
            @"^(?:[/#]|tel:\+81-[0-9-]+$|https://(?:www\.cas\.go\.jp|github\.com)/[a-z0-9_/-]+(?:\.pdf)?$)", a.GetAttribute("href")));
        Assert.All(
            page.QuerySelectorAll("main *")
                .Where(e => e.ChildNodes.OfType<IText>().Any(t => t.Data.Contains('\u202E', StringComparison.Ordinal))),
            e => Assert.True(e.LocalName is "bdi" or "title" or "desc" or "text" or "caption", e.LocalName));
    }
}
