namespace KawasakiServerless.Site.Tests;

/// <summary>A page's title says what it is about, and no two pages of a site share one.</summary>
[Collection(SiteOfTwoYearsShared.Name)]
public class TitleTests(SiteOfTwoYears site)
{
    private static Domain.Source Source => Some.Source;

    [Theory]
    [InlineData("title")]
    [InlineData("meta[property='og:title']")]
    public void NoTwoPagesShareATitle(string element)
    {
        var shared = site.Pages
            .Select(p => (p.Key, Title: p.Value.QuerySelector(element)!))
            .GroupBy(p => p.Title.GetAttribute("content") ?? p.Title.TextContent)
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(' ', g.Select(p => p.Key))}");
        Assert.Empty(shared);
    }

    [Fact]
    public void AnIndicatorIsNamedWithItsInitiative()
    {
        var page = site.Pages["indicators/kenkofukushi-0021-1/index.html"];
        Assert.Equal("歯周疾患検診：受診率", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("歯周疾患検診：受診率 | ", page.Title, StringComparison.Ordinal);
        Assert.Equal("歯周疾患検診：受診率", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Contains("歯周疾患検診：受診率", site.Pages["indicators/index.html"].QuerySelectorAll("tbody th a").Select(a => a.TextContent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("search/")]
    [InlineData("indicators/")]
    public void APageBelowNoOtherIsSharedWithTheNameOfTheSite(string folder)
    {
        var page = site.Pages[$"{folder}index.html"];
        Assert.Equal(page.Title, page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.EndsWith(page.QuerySelector("meta[property='og:site_name']")!.GetAttribute("content")!, page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void APolicyAreaIsNamedWithItsViewpoint()
    {
        var page = site.Pages["viewpoints/1/elderly/index.html"];
        Assert.Equal("高齢者施策（視点1 意識の醸成と参加・活動の促進）", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("高齢者施策（視点1 意識の醸成と参加・活動の促進） | ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesWithTheSameNameHaveTheirSectionOrIdInTheTitle()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(
            Some.Initiative("健診"),
            Some.Initiative("健診") with { Id = "kenkofukushi-0002" },
            Some.Initiative("講座") with { Id = "kenkofukushi-0003" },
            Some.Indicator(Some.Figure(2017, 1)) with { Id = "kenkofukushi-0003-1", Initiative = "kenkofukushi-0003", Name = "講座" },
            new Domain.Collaboration("kenkofukushi-0004", Source, "消防局", "健診", "", "")));
        Assert.Equal(
            ["健診（kenkofukushi-0001）", "健診（kenkofukushi-0002）", "講座（視点1 高齢者施策の取組）", "講座（視点1 高齢者施策の指標）", "健診（連携取組 No.1）"],
            new[]
            {
                "initiatives/kenkofukushi-0001", "initiatives/kenkofukushi-0002", "initiatives/kenkofukushi-0003",
                "indicators/kenkofukushi-0003-1", "collaborations/kenkofukushi-0004",
            }
                .Select(folder => files.Page($"{folder}/index.html").Title!.Split(" | ")[0]));
    }
}
