using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

/// <summary>Faults that readers of the site noticed. Each test prevents one of them from coming back.</summary>
[Collection(SiteOf2018Shared.Name)]
public class FaultsSeenTests(SiteOf2018 site)
{
    [Fact]
    public void NoColumnIsEmptyInNearlyEveryRow() => Assert
        .All(site.Pages.SelectMany(p => p.Value.QuerySelectorAll("table.figures")), table =>
    {
        var rows = table.QuerySelectorAll("tbody tr").ToList();
        var columns = rows.Count < 20 ? 0 : rows.Max(r => r.Children.Length);
        Assert.All(Enumerable.Range(0, columns), column =>
            Assert.InRange(
                rows.Count(r => r.Children.ElementAtOrDefault(column)?.QuerySelector(".absent") is not null), 0, rows.Count * 9 / 10));
    });

    [Fact]
    public void EverySourceInTheListOfIndicatorsHasItsOwnName()
    {
        var named = site.Pages["indicators/index.html"].QuerySelectorAll(".source summary").Select(s => s.TextContent.Words()).ToList();
        Assert.Equal(Some.Report.Indicators.Count, named.Count);
        Assert.Equal(named.Distinct(), named);
    }

    [Fact]
    public void TotalsHaveAUnitOrSayThatNoneIsGiven()
    {
        var totals = site.Pages["statistics/index.html"].QuerySelectorAll(".statistic > dl div:first-child dd");
        Assert.NotEmpty(totals);
        Assert.All(totals, total => Assert.Matches("^[0-9,]+(件|回|人|（単位の記載なし）)$", total.TextContent.Words()));
    }

    [Fact]
    public void ADocumentSaysOnceAboveItsFirstCaptionThatDiagramsAreInTheOriginal()
    {
        var documents = site.Pages.Where(p => p.Key.StartsWith("report/", StringComparison.Ordinal)).Select(p => p.Value).ToList();
        Assert.Contains(documents, d => d.QuerySelectorAll("p.caption").Length > 1);
        Assert.All(documents, d => Assert.Equal(
            d.QuerySelectorAll("p.caption").Take(1),
            d.QuerySelectorAll("p.note").Where(n => n.TextContent.Contains("図表そのものは、もとの資料にあります", StringComparison.Ordinal))
                .Select(n => n.NextElementSibling!)));
    }

    [Fact]
    public void TheGlossarySaysWhichWordsTheReportDoesNotUse()
    {
        const string Note = "の報告には出てきません。";
        var unused = site.Pages["glossary/index.html"].QuerySelectorAll(".glossary > div")
            .Where(d => d.TextContent.Contains(Note, StringComparison.Ordinal));
        Assert.Equal(["ict"], unused.Select(d => d.Id));
    }

    [Fact]
    public void WordsAreExplainedInThePartOfThePageThatUsesThem() => Assert.All(
        site.Pages.Where(p => p.Key.StartsWith("initiatives/", StringComparison.Ordinal) || p.Key.Split('/') is ["viewpoints", _, _, _]),
        page =>
        {
            var terms = page.Value.QuerySelectorAll(".term > summary").Select(t => t.TextContent).ToList();
            Assert.Equal(terms.Distinct(), terms);
            Assert.All(page.Value.QuerySelectorAll("main > .terms .term > summary"), term =>
                Assert.DoesNotContain(page.Value.QuerySelectorAll("section[aria-labelledby=directions] .term > summary"),
                    t => t.TextContent == term.TextContent));
        });

    [Fact]
    public void ASiteWithoutHistorySaysThatNoHistoryIsStored()
    {
        var text = site.Pages["changes/index.html"].QuerySelector("main")!.TextContent;
        Assert.Contains("公開の履歴を保存していません", text, StringComparison.Ordinal);
        Assert.DoesNotContain("すべてここに残しています", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePeriodOfTheWholeDatasetEndsWithTheLatestPeriodOfItsParts()
    {
        var datasets = JsonNode.Parse(site.Files.Html("data/latest/catalog.jsonld"))!["dcat:dataset"]!.AsArray();
        var ends = datasets.Select(
            d => DateOnly.Parse(d!["dct:temporal"]!["dcat:endDate"]!["@value"]!.GetValue<string>(), CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(ends.Max(), ends[0]);
        Assert.Equal(new DateOnly(2019, 3, 31), ends[0]);
    }

    [Fact]
    public void RankedPairsOfDepartmentsAreListedBeforeTheCollaborationMatrix()
    {
        var main = site.Pages["collaborations/matrix/index.html"].QuerySelector("main")!;
        var counts = main.QuerySelectorAll(".pairs .count").Select(c => int.Parse(c.TextContent.TrimEnd('件'), CultureInfo.InvariantCulture))
            .ToList();
        Assert.NotEmpty(counts);
        Assert.Equal(counts.OrderDescending(), counts);
        Assert.Equal(main.QuerySelectorAll(".matrix td[class^=weight] a").Max(a => int.Parse(a.TextContent, CultureInfo.InvariantCulture)),
            counts[0]);
        Assert.True(
            main.QuerySelector(".pairs")!.CompareDocumentPosition(main.QuerySelector(".matrix")!).HasFlag(DocumentPositions.Following));
    }

    [Fact]
    public void TheTableOfPolicyAreasByViewpointShowsCountsThatLinkToThePolicyAreas()
    {
        var cells = site.Pages["viewpoints/index.html"].QuerySelectorAll(".area-matrix tbody a")
            .ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        Assert.Equal(
            Domain.ViewpointSummary.AllOf(Some.Report).SelectMany(v => v.Areas)
                .ToDictionary(a => Links.Newest.To(a.Viewpoint, a.Area).Href, a => Texts.Format(a.Initiatives.Count))
                .OrderBy(c => c.Key, StringComparer.Ordinal),
            cells.OrderBy(c => c.Key, StringComparer.Ordinal));
    }
}
