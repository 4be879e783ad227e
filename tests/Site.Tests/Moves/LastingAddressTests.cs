using KawasakiServerless.Domain;
using KawasakiServerless.Site.Moves;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Through thirty years of reorganisations, every address that was ever published leads to a page. The tests render nothing, because pages
/// and redirects are known before rendering.
/// </summary>
public class LastingAddressTests
{
    private static readonly string[] Kinds =
        ["departments/", "wards/", "initiatives/", "indicators/", "collaborations/toku-", "collaborations/lead/", "collaborations/partner/", "viewpoints/"];

    [Fact]
    public void NoAddressThatWasEverPublishedIsDead()
    {
        HashSet<string> published = [];
        foreach (var site in Sites())
        {
            published.UnionWith(site.Pages);
            published.UnionWith(site.Moved.Keys);
            Assert.Empty(Dead(published, site));
        }
    }

    [Fact]
    public void WithoutRedirectsAddressesOfEveryKindAreDead()
    {
        var all = Sites().ToList();
        var dead = Dead(all.SelectMany(s => s.Pages).Distinct(), all[^1] with { Moved = new Dictionary<string, Moved>() }).ToList();

        Assert.All(Kinds, kind => Assert.Contains(dead, path => path.StartsWith($"/{kind}", StringComparison.Ordinal)));
        Assert.DoesNotContain(dead, path => path.StartsWith("/20", StringComparison.Ordinal));
    }

    [Fact]
    public void ARedirectToAnAddressWithoutAPageIsDeadToo()
    {
        Known site = new(["/"], new Dictionary<string, Moved>
        {
            ["/a/"] = new("/a/", null, FiscalYear.Of(2018), [new("/b/", "b")]),
            ["/b/"] = new("/b/", null, FiscalYear.Of(2018), [new("/", "/"), new("/c/", "c")]),
            ["/d/"] = new("/d/", null, FiscalYear.Of(2018), []),
        });

        Assert.Equal(["/a/", "/b/", "/d/"], Dead(site.Moved.Keys, site));
    }

    [Fact]
    public void DepartmentsRedirectToTheirSuccessorsAndEndedRecordsToTheirLastYear()
    {
        var moved = Sites().Last().Moved;

        Assert.Contains(moved.Values, m => m.Path.StartsWith("/departments/", StringComparison.Ordinal) && m.Target is not null);
        Assert.Contains(moved.Values, m => m.To.Count > 1);
        Assert.Equal("/2029/initiatives/toku-0004/", moved["/initiatives/toku-0004/"].Target!.Href);
        Assert.Equal("取組toku-0004（令和11年度）", moved["/initiatives/toku-0004/"].Target!.Text);
    }

    /// <summary>
    /// Returns the published addresses that are neither a page nor a redirect whose targets are all pages. A redirect to a redirect is
    /// therefore dead.
    /// </summary>
    private static IEnumerable<string> Dead(IEnumerable<string> published, Known site) => published.Where(path => !site.Pages.Contains(path)
        && !(site.Moved.TryGetValue(path, out var moved) && moved.To.Count > 0 && moved.To.All(l => site.Pages.Contains(l.Href))));

    // The site as it was in each of the thirty years.
    private static IEnumerable<Known> Sites() =>
        Enumerable.Range(1, ThirtyYears.Reports.Count).Select(n => SiteOf(ThirtyYears.Reports.Take(n)));

    private static Known SiteOf(IEnumerable<Report> reports)
    {
        var years = new SiteView(SiteInput.Of(reports), Some.Options).Years
            .Select(year => (Year: year, Pages: SiteRenderer.PagesOf(year).ToList())).ToList();
        return new(
            [.. years.SelectMany(y => y.Pages).Select(p => p.Path)],
            years.SelectMany(y => new MovedAddresses(y.Year, y.Pages).All()).ToDictionary(m => m.Path, StringComparer.Ordinal));
    }

    private sealed record Known(HashSet<string> Pages, IReadOnlyDictionary<string, Moved> Moved);
}
