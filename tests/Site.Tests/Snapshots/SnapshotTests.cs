using System.Reflection;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Compares one page of each type with its approved version. The report is small, so that a person can read the pages completely.
/// </summary>
public class SnapshotTests
{
    private static readonly Lazy<Task<IReadOnlyList<SiteFile>>> Site = new(() => Some.SiteOfAsync(SmallReport.Compose()));

    private static readonly Lazy<Task<IReadOnlyList<SiteFile>>> WithHistory = new(() => Some.SiteOfAsync(SmallReport.WithHistory()));

    [Theory]
    [InlineData("home", "index.html")]
    [InlineData("viewpoints", "viewpoints/index.html")]
    [InlineData("viewpoint", "viewpoints/1/index.html")]
    [InlineData("policy-area", "viewpoints/1/elderly/index.html")]
    [InlineData("initiative", "initiatives/kenkofukushi-0001/index.html")]
    [InlineData("indicators", "indicators/index.html")]
    [InlineData("indicator", "indicators/kenkofukushi-0001-1/index.html")]
    [InlineData("collaborations", "collaborations/index.html")]
    [InlineData("collaboration-matrix", "collaborations/matrix/index.html")]
    [InlineData("collaborations-of-lead", "collaborations/lead/kenkofukushi/index.html")]
    [InlineData("collaborations-of-partner", "collaborations/partner/shobo/index.html")]
    [InlineData("collaboration", "collaborations/kenkofukushi-0004/index.html")]
    [InlineData("departments", "departments/index.html")]
    [InlineData("department", "departments/kenkofukushi/index.html")]
    [InlineData("department-without-submission", "departments/shobo/index.html")]
    [InlineData("wards", "wards/index.html")]
    [InlineData("ward", "wards/kawasaki/index.html")]
    [InlineData("statistics", "statistics/index.html")]
    [InlineData("report", "report/index.html")]
    [InlineData("document", "report/1-1/index.html")]
    [InlineData("changes-without-history", "changes/index.html")]
    [InlineData("search", "search/index.html")]
    [InlineData("words", "search/words/index.html")]
    [InlineData("data", "data/index.html")]
    [InlineData("data-table", "data/indicator-values/index.html")]
    [InlineData("about", "about/index.html")]
    [InlineData("contact", "contact/index.html")]
    [InlineData("glossary", "glossary/index.html")]
    [InlineData("status", "status/index.html")]
    [InlineData("topics", "topics/index.html")]
    [InlineData("topic", "topics/dementia/index.html")]
    [InlineData("trend", "indicators/trends/up/index.html")]
    [InlineData("accessibility", "accessibility/index.html")]
    [InlineData("not-found", "404.html")]
    public async Task APageLooksAsApproved(string name, string path) =>
        Snapshot.Matches(name, (await Site.Value).Page(path).QuerySelector("main")!);

    [Theory]
    [InlineData("changes", "changes/index.html")]
    [InlineData("changes-first", "changes/1/index.html")]
    [InlineData("changes-of-a-publication", "changes/2/index.html")]
    [InlineData("compare", "compare/index.html")]
    [InlineData("compare-years", "compare/2017/index.html")]
    [InlineData("initiative-with-history", "initiatives/kenkofukushi-0001/index.html")]
    [InlineData("home-with-history", "index.html")]
    public async Task APageOfASiteWithAHistoryLooksAsApproved(string name, string path) =>
        Snapshot.Matches(name, (await WithHistory.Value).Page(path).QuerySelector("main")!);

    [Fact]
    public void EveryPageTypeHasASnapshot()
    {
        var shown = typeof(SnapshotTests).GetMethods()
            .SelectMany(m => m.GetCustomAttributes<InlineDataAttribute>(), (m, data) => data.GetData(m).Single()[1])
            .ToHashSet();
        var pages = new SiteView(SmallReport.WithHistory(), Some.Options).Years.SelectMany(SiteRenderer.PagesOf).ToLookup(p => p.Component);

        Assert.Empty(pages.Where(type => !type.Any(p => shown.Contains(p.File))).Select(type => type.Key.Name));
    }

    [Fact]
    public async Task AFeedLooksAsApproved() => Snapshot.MatchesText("feed.xml", (await WithHistory.Value).Html("viewpoints/1/feed.xml"));

    [Fact]
    public async Task TheFrameAroundTheMainContentLooksAsApproved()
    {
        var page = (await Site.Value).Page("viewpoints/1/elderly/index.html");
        page.QuerySelector("main")!.InnerHtml = "";
        foreach (var hashed in page.QuerySelectorAll("link[href^='/assets/']"))
            hashed.SetAttribute("href", System.Text.RegularExpressions.Regex.Replace(hashed.GetAttribute("href")!, "[0-9a-f]{12}", "hash"));
        foreach (var picture in page.QuerySelectorAll("meta[content*='/assets/']"))
            picture.SetAttribute(
                "content", System.Text.RegularExpressions.Regex.Replace(picture.GetAttribute("content")!, "[0-9a-f]{12}", "hash"));
        Snapshot.Matches("frame", page.DocumentElement);
    }
}
