using System.Collections.Concurrent;
using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>The city's site, a site that is full of hostile input, and a browser that visits both.</summary>
public sealed class Shown : IAsyncLifetime
{
    private const float Patience = 60_000;

    // The two sites are made once for all test collections, and are served until the process ends.
    private static readonly Lazy<Task<(ShownSite City, ShownSite Hostile)>> Sites = new(
        async () => (await ShownSite.CityAsync(), await ShownSite.HostileAsync()));

    // A visitor has an open browser window. Opening one takes about a second, so a visitor whose visit is over is kept here and reused for
    // the next visit to the same site.
    private readonly ConcurrentDictionary<ShownSite, ConcurrentBag<Visitor>> idle = [];

    private ShownSite? city, hostile;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>
    /// Whether FULL_MATRIX=1 is set. The gates (the checks of all pages) then test more pages and combinations, and leave out no similar
    /// rows.
    /// </summary>
    public static bool IsFullMatrix => Environment.GetEnvironmentVariable("FULL_MATRIX") == "1";

    internal ShownSite City => city!;

    internal ShownSite Hostile => hostile!;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        (city, hostile) = await Sites.Value;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>
    /// Returns the pages of a type that a gate (a check of all pages) opens: of each site the longest, the shortest and the one with the
    /// most drawings. With FULL_MATRIX=1, these are all pages of the type on the city's site, and the same three on the hostile site.
    /// </summary>
    internal IEnumerable<ShownPage> PagesOf(string type) =>
        [.. IsFullMatrix ? City.Pages.Where(p => p.Type == type) : City.ExtremesOf(type), .. Hostile.ExtremesOf(type)];

    /// <summary>
    /// Returns the shortest page of a type, because it is tested fastest. It is a page of the hostile site only if the city's site has no
    /// page of the type.
    /// </summary>
    internal ShownPage ShortestOf(string type) =>
        (City.Pages.Any(p => p.Type == type) ? City : Hostile).Pages.Where(p => p.Type == type).MinBy(p => p.File.Bytes.Length)!;

    /// <summary>Lets a visitor visit the site, and fails if the browser stored a cookie or reported anything.</summary>
    internal async Task VisitAsync(ShownSite site, Func<Visitor, Task> visit)
    {
        var ofSite = idle.GetOrAdd(site, _ => []);
        var visitor = ofSite.TryTake(out var known) ? known : await EnterAsync(site);
        await LeadAsync(visitor, visit);
        ofSite.Add(visitor);
    }

    /// <summary>As <see cref="VisitAsync"/>, but by a visitor whose browser cache is empty.</summary>
    internal Task VisitFreshAsync(ShownSite site, Func<Visitor, Task> visit) => VisitAsync(site, async visitor =>
    {
        var devTools = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await devTools.SendAsync("Network.clearBrowserCache");
        await devTools.DetachAsync();
        await visit(visitor);
    });

    /// <summary>As <see cref="VisitAsync"/>, but by a new visitor, in a browser that runs no script.</summary>
    internal async Task VisitWithoutScriptsAsync(ShownSite site, Func<Visitor, Task> visit)
    {
        await using var context = await browser!.NewVisitAsync(site.Address, Scripts.Disabled);
        await LeadAsync(await Visitor.EnterAsync(context), visit);
    }

    /// <summary>Opens each of the pages and runs the action on it. One visitor visits all pages of the same site.</summary>
    internal async Task VisitEachAsync(IEnumerable<ShownPage> pages, Func<Visitor, ShownPage, Task> act)
    {
        foreach (var group in pages.GroupBy(p => p.Site))
        {
            await VisitAsync(group.Key, async visit =>
            {
                foreach (var page in group)
                {
                    await visit.OpenAsync(page.Path);
                    await act(visit, page);
                }
            });
        }
    }

    private async Task<Visitor> EnterAsync(ShownSite site)
    {
        var context = await browser!.NewVisitAsync(site.Address);
        context.SetDefaultTimeout(Patience);
        return await Visitor.EnterAsync(context);
    }

    private static async Task LeadAsync(Visitor visitor, Func<Visitor, Task> visit)
    {
        await visit(visitor);
        Assert.Empty(await visitor.Page.Context.CookiesAsync());
        await visitor.LeaveAsync();
        Assert.Empty(visitor.Complaints);
    }
}

[CollectionDefinition(Name)]
public sealed class OneShown : ICollectionFixture<Shown>
{
    public const string Name = "Shown";
}

/// <summary>
/// A second browser, for the tests with axe (the accessibility checker), which take longest. As a test collection of their own, they run in
/// parallel with the other tests.
/// </summary>
[CollectionDefinition(Name)]
public sealed class ShownToAxe : ICollectionFixture<Shown>
{
    public const string Name = "Shown to axe";
}
