using System.Text;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Tests;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>A page of a site that the gates (the checks of all pages) test.</summary>
/// <param name="Type">The component that renders the page, for example InitiativePage.</param>
/// <param name="Path">The path from the site's root, for example /initiatives/kenkofukushi-0001/.</param>
internal sealed record ShownPage(ShownSite Site, string Type, string Path, SiteFile File);

/// <summary>A site with all its pages, rendered from reports and served from memory without being published.</summary>
internal sealed partial class ShownSite : IAsyncDisposable
{
    private readonly SiteServer server;

    private ShownSite(SiteServer server, IReadOnlyDictionary<string, SiteFile> files, IEnumerable<Page> pages) =>
        (this.server, Files, Pages) = (server, files, [.. pages.Select(p => new ShownPage(this, p.Component.Name, p.Path, files[p.File]))]);

    public Uri Address => server.Address;

    public IReadOnlyDictionary<string, SiteFile> Files { get; }

    public IReadOnlyList<ShownPage> Pages { get; }

    /// <summary>
    /// The city's site: the report of 2018 with a publication history and its workbooks, and the year before it with some departments.
    /// </summary>
    public static Task<ShownSite> CityAsync()
    {
        var newest = ReportOf2018.Compose();
        string[] some = ["kenkofukushi", "kawasaki", "byoin"];
        var few = Report.Compose(newest.ReportingYear, newest.Register, newest.Submissions.Where(s => some.Contains(s.Department)));
        var earlier = EarlierYear.Of(few);
        return OfAsync(SiteInput.Of([newest, earlier]) with
        {
            History = SampleHistory.Of(newest, earlier),
            Workbooks = [.. newest.Submissions.Select(s => new PublishedWorkbook(newest.ReportingYear, s.Department, Length: 20_000))],
        });
    }

    public static Task<ShownSite> HostileAsync() => OfAsync(HostileReport.Input());

    /// <summary>
    /// Returns the extreme pages of a type, each once: first the longest, then the shortest and the one with the most drawings.
    /// </summary>
    public IReadOnlyList<ShownPage> ExtremesOf(string type)
    {
        var all = Pages.Where(p => p.Type == type).ToList();
        ShownPage?[] found =
        [
            all.MaxBy(p => p.File.Bytes.Length),
            all.MinBy(p => p.File.Bytes.Length),
            all.MaxBy(p => p.File.Bytes.Span.Count("<svg"u8)),
        ];
        return [.. found.OfType<ShownPage>().Distinct()];
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task<ShownSite> OfAsync(SiteInput input)
    {
        var options = new SiteOptions(new Uri("http://localhost/")) { DataLicense = new("https://creativecommons.org/licenses/by/4.0/") };
        var files = (await SiteRenderer.RenderAsync(input, options, CancellationToken.None)).Select(Staying)
            .ToDictionary(f => f.Path, StringComparer.Ordinal);
        var site = new SiteView(input, options);
        var pages = site.Years.SelectMany(PagesOf);
        return new(await SiteServer.StartAsync(files), files, pages);
    }

    private static IEnumerable<Page> PagesOf(ReportView year)
    {
        List<Page> own = [.. SiteRenderer.PagesOf(year)];
        return [.. own, .. PageList.OfMoved(year, own)];
    }

    // Removes the immediate redirect (meta refresh) from a page, so that the browser stays on the page and the gates can check it.
    private static SiteFile Staying(SiteFile file) =>
        file.Path.EndsWith(".html", StringComparison.Ordinal) && file.Bytes.Span.IndexOf("http-equiv=\"refresh\""u8) >= 0
        ? file with { Bytes = Encoding.UTF8.GetBytes(Refresh().Replace(Encoding.UTF8.GetString(file.Bytes.Span), "")) }
        : file;

    [GeneratedRegex("<meta http-equiv=\"refresh\"[^>]*>")]
    private static partial Regex Refresh();
}
