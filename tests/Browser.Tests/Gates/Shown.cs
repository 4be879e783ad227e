using System.Collections.Concurrent;
using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>The city's site and a hostile one, with a browser in front of both.</summary>
public sealed class Shown : IAsyncLifetime
{
    private const float Patience = 60_000;

    // Made once for all collections; they end with the process.
    private static readonly Lazy<Task<(ShownSite City, ShownSite Hostile)>> Sites = new(
        async () => (await ShownSite.CityAsync(), await ShownSite.HostileAsync()));

    // To open a window takes a second, so that a visitor who is done waits for the next gate.
    private readonly ConcurrentDictionary<ShownSite, ConcurrentBag<Visitor>> idle = [];

    private ShownSite? city, hostile;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Set, every page of the city's site goes through every gate in every combination.</summary>
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

    /// <summary>The pages of a type that a gate looks at: the extremes of both sites, or all of the city's.</summary>
    internal IEnumerable<ShownPage> PagesOf(string type) =>
        [.. IsFullMatrix ? City.Pages.Where(p => p.Type == type) : City.ExtremesOf(type), .. Hostile.ExtremesOf(type)];

    /// <summary>Of a page type: one that has every control of it, and is soonest walked through.</summary>
    internal ShownPage ShortestOf(string type) =>
        (City.Pages.Any(p => p.Type == type) ? City : Hostile).Pages.Where(p => p.Type == type).MinBy(p => p.File.Bytes.Length)!;

    /// <summary>Lets a visitor in, and fails when the browser had anything to complain of.</summary>
    internal async Task VisitAsync(ShownSite site, Func<Visitor, Task> visit)
    {
        var ofSite = idle.GetOrAdd(site, _ => []);
        var visitor = ofSite.TryTake(out var known) ? known : await EnterAsync(site);
        await LeadAsync(visitor, visit);
        ofSite.Add(visitor);
    }

    /// <summary>As <see cref="VisitAsync"/>, by a visitor who has nothing of the site in the cache.</summary>
    internal async Task VisitFreshAsync(ShownSite site, Func<Visitor, Task> visit)
    {
        var visitor = await EnterAsync(site);
        await LeadAsync(visitor, visit);
        await visitor.Page.Context.CloseAsync();
    }

    /// <summary>As <see cref="VisitFreshAsync"/>, in a browser that runs no script.</summary>
    internal async Task VisitWithoutScriptsAsync(ShownSite site, Func<Visitor, Task> visit)
    {
        await using var context = await browser!.NewVisitAsync(site.Address, Scripts.Disabled);
        await LeadAsync(await Visitor.EnterAsync(context), visit);
    }

    /// <summary>One visitor for each site: the action is run on each of the pages, opened.</summary>
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

/// <summary>A browser and sites of their own for the longest gate, which then runs beside the others.</summary>
[CollectionDefinition(Name)]
public sealed class ShownToAxe : ICollectionFixture<Shown>
{
    public const string Name = "Shown to axe";
}
