using System.Globalization;
using System.Text.Json;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Publications;
using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public class IndicatorDataTests(SiteOf2018 site)
{
    [Fact]
    public void EveryIndicatorHasItsDataAsJsonAndCsv() => Assert.All(Some.Report.Indicators, indicator =>
    {
        var json = JsonElement.Parse(site.Files.Html($"indicators/{indicator.Id}/data.json")).EnumerateArray().Single();
        Assert.Equal(indicator.Id, json.GetProperty("id").GetString());
        Assert.Equal(indicator.Figures.Select(f => f.Year.Year), json.GetProperty("values").EnumerateArray()
            .Select(v => v.GetProperty("fiscalYear").GetInt32()));
        var csv = site.Files.Html($"indicators/{indicator.Id}/data.csv");
        Assert.StartsWith("\uFEFFindicator,initiative,", csv, StringComparison.Ordinal);
        Assert.All(indicator.Figures, f => Assert.Contains(f.Year.EraLabel, csv, StringComparison.Ordinal));
    });

    // Excel allows 31 characters in the name of a sheet, and a department's code alone may have 30.
    [Fact]
    public void TheSheetOfAnIndicatorsWorkbookIsNamedAfterItsTable() => Assert.All(
        site.Files.Where(f => f.Path.StartsWith("indicators/", StringComparison.Ordinal)
            && f.Path.EndsWith("/data.xlsx", StringComparison.Ordinal)),
        file => Assert.Equal("indicator-values", Assert.Single(OpenedFile.Open("data.xlsx", file.Bytes.ToArray())!.Tables).Name));

    [Fact]
    public void ThePageOfAnIndicatorNamesTheCellOfEveryFigure()
    {
        var source = site.Pages["indicators/kenkofukushi-0001-1/index.html"].QuerySelector("details.source")!;
        Assert.Equal(["平成28（2016）年度の値 J2", "平成29（2017）年度の値 K2"], source.QuerySelectorAll("dl > div").TakeLast(2)
            .Select(d => $"{d.Children[0].TextContent} {d.Children[1].TextContent}"));
    }

    [Theory]
    [InlineData("indicators/index.html")]
    [InlineData("indicators/trends/up/index.html")]
    [InlineData("initiatives/kenkofukushi-0001/index.html")]
    [InlineData("topics/dementia/index.html")]
    [InlineData("compare/index.html")]
    public void EveryTableOfIndicatorsNamesTheCellOfEachFigure(string page) => Assert.All(
        site.Pages[page].QuerySelectorAll("table.figures tbody tr"), row =>
        {
            var id = row.QuerySelector("th a")!.GetAttribute("href")!.Split('/')[2];
            var indicator = Some.Report.Indicators.Single(i => i.Id == id);
            Assert.Equal(
                indicator.Figures.Select(f => indicator.Source.CellOf(f.Year)),
                row.QuerySelectorAll(".source dl > div").TakeLast(indicator.Figures.Count).Select(d => d.Children[1].TextContent));
        });

    // The trends are sorted from the largest increase to the largest decrease.
    [Fact]
    public void TheOrderByTrendFollowsTheRateOfTheLastChange()
    {
        var byId = Some.Report.Indicators.ToDictionary(i => $"/indicators/{i.Id}/");
        var rates = site.Pages["indicators/index.html"].QuerySelectorAll("#indicators tbody tr")
            .OrderBy(row => int.Parse(row.QuerySelector(".trend-cell")!.GetAttribute("data-value")!, CultureInfo.InvariantCulture))
            .Select(row => byId[row.QuerySelector("th a")!.GetAttribute("href")!]).Where(i => i.Trend is Trend.Up or Trend.Down)
            .Select(i => Change.Of(i)?.Reach).OfType<decimal>().ToList();
        Assert.InRange(rates.Count, 50, 112);
        Assert.Equal(rates.OrderDescending(), rates);
    }

    [Fact]
    public void TheFolderOfTheStatisticsPageContainsTheSameDataAsTheOpenData()
    {
        Assert.Equal(site.Files.Html("data/latest/statistics.csv"), site.Files.Html("statistics/data.csv"));
        Assert.Equal(site.Files.Html("data/latest/statistics.json"), site.Files.Html("statistics/data.json"));
    }

    [Fact]
    public void RowsOfTheIndicatorListHaveAttributesForSortingAndFiltering() => Assert
        .All(site.Pages["indicators/index.html"].QuerySelectorAll("#indicators tbody tr"), row =>
    {
        Assert.Contains(row.GetAttribute("data-viewpoint"), new[] { "1", "2", "3", "4", "5" });
        Assert.Contains(row.GetAttribute("data-trend"), TrendWords.All.Select(t => t.Css()));
        Assert.Equal(row.QuerySelectorAll("td.num .number").Length, row.QuerySelectorAll("td.num[data-value]").Length);
    });

    [Theory]
    [InlineData(null, "/about/?figure=kenkofukushi-0001-1#contact")]
    [InlineData("https://form.example/?about={id}", "https://form.example/?about=kenkofukushi-0001-1")]
    [InlineData("mailto:care@city.example?subject={id}", "mailto:care@city.example?subject=kenkofukushi-0001-1")]
    public async Task TheFeedbackLinkOfAnIndicatorContainsItsId(string? template, string address)
    {
        var small = await Some.SiteOfAsync(Some.Options with { FeedbackAddress = template }, SmallReport.Compose());
        Assert.Contains(
            small.Page("indicators/kenkofukushi-0001-1/index.html").QuerySelectorAll(".ask a"), a => a.GetAttribute("href") == address);
    }
}
