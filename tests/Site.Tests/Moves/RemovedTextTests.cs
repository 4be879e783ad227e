using KawasakiServerless.Domain;
using KawasakiServerless.Site.Moves;

namespace KawasakiServerless.Site.Tests;

public class RemovedTextTests
{
    [Fact]
    public void TheAddressesOfTopicsAndTextsAreFoundAmongTheFilesOfASite() =>
        Assert.Equal(
            ["/about/", "/topics/care/"],
            RemovedTexts.AddressesIn(
                ["index.html", "about/index.html", "2018/index.html", "topics/care/index.html", "initiatives/x/index.html",
                    "assets/site.css", "404.html", "changes/feed.xml"]));

    [Fact]
    public async Task ATopicAndATextThatWereRemovedRedirectAndThoseThatExistDoNot()
    {
        var files = await Some.SiteOfAsync(SiteInput.Of([Some.Report]) with
        {
            EarlierTexts = ["/about/", "/history/", "/topics/dementia/", "/topics/old-topic/"],
        });

        Assert.Equal("0; url=/topics/", Refresh(files, "topics/old-topic/index.html"));
        Assert.Equal("0; url=/", Refresh(files, "history/index.html"));
        Assert.Null(Refresh(files, "about/index.html"));
        Assert.Null(Refresh(files, "topics/dementia/index.html"));
        Assert.Contains("このページはなくなりました", files.Page("history/index.html").QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/topics/old-topic/", files.Html("redirects.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARedirectRemainsInEveryLaterSite()
    {
        var first = await SiteAfterAsync(["topics/old-topic/index.html"]);
        var second = await SiteAfterAsync(first.Select(f => f.Path));

        Assert.Equal("0; url=/topics/", Refresh(second, "topics/old-topic/index.html"));
        Assert.Equal(first.Select(f => f.Path), second.Select(f => f.Path));
    }

    private static Task<IReadOnlyList<SiteFile>> SiteAfterAsync(IEnumerable<string> files) =>
        Some.SiteOfAsync(SiteInput.Of([Some.Report]) with { EarlierTexts = [.. RemovedTexts.AddressesIn(files)] });

    private static string? Refresh(IReadOnlyList<SiteFile> files, string path) =>
        files.Page(path).QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content");
}
