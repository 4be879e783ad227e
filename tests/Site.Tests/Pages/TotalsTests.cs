using AngleSharp.Dom;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public class TotalsTests(SiteOf2018 site)
{
    private static readonly Report Report = Some.Report;

    [Fact]
    public void TheTotalsOnTheHomePageAreThoseOfTheReport() => Assert.Equal(
        [
            Report.Initiatives.Count, Report.Indicators.Count, Report.Collaborations.Count, Report.WardActivities.Count,
            Report.Statistics.Count, Report.Passages.DistinctBy(p => p.Document).Count(), Report.Submissions.Count,
        ],
        site.Pages["index.html"].QuerySelectorAll(".ways b").Select(Number));

    [Fact]
    public void TheTotalsOfAViewpointAreThoseOfTheReport() => Assert.All(ViewpointSummary.AllOf(Report), summary =>
    {
        var page = $"viewpoints/{summary.Viewpoint.Number}/index.html";
        Assert.Equal([summary.Areas.Count, summary.Initiatives, summary.Indicators.Total, summary.Directions], Tiles(page));
        var tally = site.Pages[page].QuerySelectorAll(".tally b").Select(Number);
        Assert.Equal(TrendWords.All.Select(summary.Indicators.Of).Where(count => count > 0), tally);
        Assert.Equal(
            tally,
            site.Pages["compare/index.html"].QuerySelectorAll($"[aria-labelledby=viewpoint-{summary.Viewpoint.Number}] .tally b")
                .Select(Number));
    });

    [Fact]
    public void TheTotalsOfAllViewpointsAddUpToThoseOfTheReport()
    {
        var viewpoints = site.Pages.Keys.Where(p => p.StartsWith("viewpoints/", StringComparison.Ordinal) && p.Split('/').Length == 3)
            .ToList();
        Assert.Equal(5, viewpoints.Count);
        Assert.Equal(Report.Initiatives.Count, viewpoints.Sum(p => Tiles(p)[1]));
        Assert.Equal(Report.Indicators.Count, viewpoints.Sum(p => Tiles(p)[2]));
    }

    [Fact]
    public void TheTotalsOfAPolicyAreaMatchWhatItsPageLists() => Assert.All(
        ViewpointSummary.AllOf(Report).SelectMany(v => v.Areas),
        area =>
        {
            var page = $"viewpoints/{area.Viewpoint.Number}/{area.Area.Code}/index.html";
            Assert.Equal([area.Initiatives.Count, area.Indicators.Count, area.Directions.Count], Tiles(page));
            Assert.Equal(Tiles(page)[0], site.Pages[page].QuerySelectorAll(".initiatives > li").Length);
            Assert.Equal(Tiles(page)[1], site.Pages[page].QuerySelectorAll(".figures tbody tr").Length);
            Assert.Equal(area.Directions.Select(d => d.Text)
                .Distinct(), site.Pages[page].QuerySelectorAll(".directions > li > p:not(.small)").Select(p => p.TextContent));
            Assert.All(area.Directions, d => Assert.NotNull(site.Pages[page].GetElementById(d.Id)?.Closest(".directions > li")));
        });

    [Fact]
    public void TheTotalsOfADepartmentMatchWhatItsPageLists() => Assert.All(Report.Register.Departments, department =>
    {
        var page = site.Pages[$"departments/{department.Code}/index.html"];
        var tiles = page.QuerySelectorAll(".tile").Where(t => t.QuerySelector(".not-reported") is null)
            .ToDictionary(t => t.QuerySelector("dt")!.TextContent, t => Number(t.QuerySelector("dd")!));
        Assert.Equal(Items(page, "reported", ".group li"), tiles.GetValueOrDefault("報告した取組"));
        Assert.Equal(Items(page, "leads", "li"), tiles.GetValueOrDefault("主管する連携取組"));
        Assert.Equal(Items(page, "named", "li"), tiles["連携先として名前が挙がる"]);
        Assert.Equal(Items(page, "included", "li"), tiles[department.IsWard ? "「区役所」に含まれる" : "「全局」に含まれる"]);
        Assert.Equal(Items(page, "trends", ".trend-list li"), tiles.GetValueOrDefault("報告した指標"));
    });

    [Fact]
    public void TheCountsOfADepartmentThatReportedAddUpToItsRecordsAndAreNeverZero() => Assert.All(Report.Submissions, submission =>
    {
        var department = Report.Register.Department(submission.Department);
        var records = Report.Records.All.Count(r => r.Source.Department == department.Code);
        var row = site.Pages["departments/index.html"].QuerySelector($"th a[href='/departments/{department.Code}/']")!.Closest("tr")!;
        var counts = System.Text.RegularExpressions.Regex.Matches(row.QuerySelector(".reported")!.TextContent, "[0-9,]+(?=件)");
        Assert.Equal(records, counts.Sum(
            c => int.Parse(c.Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(counts, c => c.Value == "0");
    });

    private static int Items(IDocument page, string section, string items) =>
        page.QuerySelectorAll($"section[aria-labelledby={section}] {items}").Length;

    private List<int> Tiles(string page) => [.. site.Pages[page].QuerySelectorAll(".tile dd").Select(Number)];

    private static int Number(IElement element) =>
        int.Parse(element.FirstChild!.TextContent, System.Globalization.NumberStyles.AllowThousands,
            System.Globalization.CultureInfo.InvariantCulture);
}
