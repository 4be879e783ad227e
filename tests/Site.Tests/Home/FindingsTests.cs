using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Home;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests.Home;

[Collection(SiteOf2018Shared.Name)]
public class FindingsTests(SiteOf2018 site)
{
    [Fact]
    public void TheHomePageBeginsWithTheNumberOfIndicatorsOfEachTrend()
    {
        var tiles = site.Pages["index.html"].QuerySelectorAll(".trend-tiles a")
            .Select(a => (Href: a.GetAttribute("href"), Count: a.QuerySelector("b")!.TextContent)).ToList();

        Assert.Equal(
            TrendWords.All.Select(t => (Trend: t, Count: Some.Report.Indicators.Count(i => i.Trend == t))).Where(t => t.Count > 0)
                .Select(t => ((string?)Links.Newest.ToTrend(t.Trend).Href, $"{t.Count}件")),
            tiles);
        Assert.Equal("happened", site.Pages["index.html"].QuerySelector("main h2")!.Id);
    }

    [Fact]
    public void TheLargestChangesAreRankedAndOnlyOfComparableFigures()
    {
        var findings = new Findings(Newest(Some.Report));

        Assert.Equal((5, 5), (findings.Rises.Count, findings.Falls.Count));
        Assert.All(findings.Rises.Concat(findings.Falls), c =>
        {
            Assert.False(c.Indicator.IsCumulative || c.Change.IsInPoints || c.Change.IsSetApart);
            Assert.Equal(FiscalYear.Of(2017), c.Change.After.Year);
        });
        Assert.Equal(findings.Rises.Select(c => c.Change.Rate).OrderDescending(), findings.Rises.Select(c => c.Change.Rate));
        Assert.Equal(findings.Falls.Select(c => c.Change.Rate).Order(), findings.Falls.Select(c => c.Change.Rate));
    }

    [Fact]
    public void ConsultationsAwarenessAndThePillarsAreFoundInTheReport()
    {
        var findings = new Findings(Newest(Some.Report));

        Assert.Equal(80252, findings.Consultations?.Total);
        Assert.Contains(
            "約92%だが、一般市民においては約56%", findings.AwarenessSentence?.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(5, findings.Pillars.Count);
        Assert.All(findings.Pillars, p => Assert.Contains(p.Text, site.Pages["index.html"].QuerySelector(".pillars")!.TextContent,
            StringComparison.Ordinal));
        Assert.Equal(5, site.Pages["index.html"].QuerySelectorAll(".pillars li > a[href^='/report/']").Length);
        var where = findings.WhereIs(findings.Pillars[0])!.Href.Split('#');
        Assert.Contains(findings.Pillars[4].Text, site.Pages[$"{where[0][1..]}index.html"].GetElementById(where[1])!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHomePageLeavesOutHighlightsThatTheReportLacks()
    {
        var page = (await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組")))).Page("index.html");

        Assert.All(["#happened", "#largest", "#people", "#pillars"], id => Assert.Null(page.QuerySelector(id)));
    }

    [Fact]
    public void AnIndicatorOfAwarenessIsFoundByItsName()
    {
        var indicator = Some.Indicator(Some.Figure(2017, 56)) with { Name = "地域包括ケアシステムの認知度", Unit = "%" };

        Assert.Equal(indicator.Id, new Findings(Newest(Some.ReportOf(Some.Initiative("普及"), indicator))).AwarenessFigure?.Id);
    }

    // The last two years of kenkofukushi-0053-3 are 2017 and 2018: the department left 2016 blank and already reported 2018.
    [Fact]
    public void HomeAndFooterSayWhichYearsTheyCompare()
    {
        var home = site.Pages["index.html"];
        Assert.Contains(
            "（平成28年度と平成29年度。1件は別の年度）", home.QuerySelector("[aria-labelledby=happened] .small")!.TextContent.Words(), StringComparison.Ordinal);
        Assert.All(home.QuerySelectorAll(".edition"), edition => Assert.Contains(
            "平成28（2016）年度から平成29（2017）年度まで（一部の指標は平成30（2018）年度まで）", edition.TextContent.Words(), StringComparison.Ordinal));
    }

    [Fact]
    public void TheHomePageLinksToNeedsAndContactsBelowTheSearchBox() => Assert.Equal(
        ["#by-need", Links.Contact.Href], site.Pages["index.html"].QuerySelectorAll(".hero-ways a").Select(a => a.GetAttribute("href")));

    [Fact]
    public void HomeHasOneSearchBox() => Assert.Single(site.Pages["index.html"].QuerySelectorAll("[role=search]"));

    [Fact]
    public async Task EveryPageShowsTheDatesOfItsPublicationAndOfTheNextUpdate()
    {
        var input = RichReport.Input();
        var files = await SiteRenderer.RenderAsync(input, Some.Options with { NextUpdate = new(2019, 8, 1) }, CancellationToken.None);
        var published = Texts.Day(input.History!.FirstOf(input.Newest.ReportingYear)!.PublishedAt);

        Assert.All(["index.html", "contact/index.html", "initiatives/kenkofukushi-0001/index.html"], page =>
        {
            var edition = files.Page(page).QuerySelector(".edition")!.TextContent.Words();
            Assert.Contains(published, edition, StringComparison.Ordinal);
            Assert.Contains($"次の更新{YearMonth.Of(2019, 8).Label}1日", edition, StringComparison.Ordinal);
        });
    }

    private static ReportView Newest(Report report) => new SiteView(SiteInput.Of([report]), Some.Options).Newest;
}
