using AngleSharp.Dom;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public class TotalsTests(SiteOf2018 site)
{
    private static readonly Report Report = Some.Report;

    [Fact]
    public void OfTheFirstPageAreTheReports() => Assert.Equal(
        [Report.Initiatives.Count, Report.Indicators.Count, Report.Collaborations.Count, Report.Submissions.Count],
        site.Pages["index.html"].QuerySelectorAll(".ways b").Select(Number));

    [Fact]
    public void OfViewpointsAreTheReports() => Assert.All(ViewpointSummary.AllOf(Report), summary =>
    {
        var page = $"viewpoints/{summary.Viewpoint.Number}/index.html";
        Assert.Equal([summary.Areas.Count, summary.Initiatives, summary.Indicators.Total, summary.Directions], Tiles(page));
        var tally = site.Pages[page].QuerySelectorAll(".tally b").Select(Number);
        Assert.Equal(TrendWords.All.Select(summary.Indicators.Of), tally);
    });

    [Fact]
    public void OfViewpointsAddUpToTheFirstPages()
    {
        var viewpoints = site.Pages.Keys.Where(p => p.StartsWith("viewpoints/", StringComparison.Ordinal) && p.Split('/').Length == 3).ToList();
        Assert.Equal(5, viewpoints.Count);
        Assert.Equal(Report.Initiatives.Count, viewpoints.Sum(p => Tiles(p)[1]));
        Assert.Equal(Report.Indicators.Count, viewpoints.Sum(p => Tiles(p)[2]));
    }

    [Fact]
    public void OfPolicyAreasAreWhatTheyList() => Assert.All(
        ViewpointSummary.AllOf(Report).SelectMany(v => v.Areas),
        area =>
        {
            var page = $"viewpoints/{area.Viewpoint.Number}/{area.Area.Code}/index.html";
            Assert.Equal([area.Initiatives.Count, area.Indicators.Count, area.Directions.Count], Tiles(page));
            Assert.Equal(Tiles(page)[0], site.Pages[page].QuerySelectorAll(".initiatives > li").Length);
            Assert.Equal(Tiles(page)[1], site.Pages[page].QuerySelectorAll(".figures tbody tr").Length);
            Assert.Equal(Tiles(page)[2], site.Pages[page].QuerySelectorAll(".directions > li").Length);
        });

    [Fact]
    public void OfDepartmentsAreWhatTheyList() => Assert.All(Report.Register.Departments, department =>
    {
        var page = site.Pages[$"departments/{department.Code}/index.html"];
        int[] listed = [Items(page, "reported", ".group li"), Items(page, "leads", "li"), Items(page, "named", "li"), Items(page, "included", "li")];
        Assert.Equal(listed, Tiles($"departments/{department.Code}/index.html"));
    });

    private static int Items(IDocument page, string section, string items) => page.QuerySelectorAll($"section[aria-labelledby={section}] {items}").Length;

    private List<int> Tiles(string page) => [.. site.Pages[page].QuerySelectorAll(".tile dd").Select(Number)];

    private static int Number(IElement element) =>
        int.Parse(element.FirstChild!.TextContent, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
}
