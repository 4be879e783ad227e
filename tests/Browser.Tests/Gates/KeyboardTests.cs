using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

[Collection(OneShown.Name)]
public sealed class KeyboardTests(Shown shown)
{
    // A page may have a hundred disclosures (details elements) of the same kind. Only the first MostDisclosures are tested.
    private const int Height = 800, MostDisclosures = 20;

    public static TheoryData<string> Types => PageTypes.All;

    [Theory]
    [MemberData(nameof(Types))]
    public async Task TabReachesEveryControlOnceAndInDocumentOrder(string type)
    {
        var shortest = shown.ShortestOf(type);
        await shown.VisitAsync(shortest.Site, async visit =>
        {
            foreach (var width in new[] { 360, 1280 })
            {
                await visit.Page.SetViewportSizeAsync(width, Height);
                await visit.OpenAsync(shortest.Path);
                // Removes all but three of each group of similar rows, because three are enough for this test.
                if (!Shown.IsFullMatrix)
                    await visit.Page.ThinOutAsync();
                var walk = await TabWalk.ThroughAsync(visit.Page);
                Faults.None(walk.Unreached);
                Faults.None(walk.Unseen);
                Assert.Equal(walk.Stops.Distinct().Order(), walk.Stops);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task EveryDisclosureOpensAndClosesByEnterAndSpace(string type)
    {
        var shortest = shown.ShortestOf(type);
        await shown.VisitAsync(shortest.Site, async visit =>
        {
            await visit.Page.SetViewportSizeAsync(360, Height);
            await visit.OpenAsync(shortest.Path);
            foreach (var summary in (await visit.Page.Locator("summary:visible").AllAsync()).Take(MostDisclosures))
            {
                await summary.FocusAsync();
                foreach (var key in new[] { "Enter", "Space" })
                {
                    var before = await IsOpenAsync(summary);
                    await visit.Page.Keyboard.PressAsync(key);
                    Assert.NotEqual(before, await IsOpenAsync(summary));
                }
            }
        });
    }

    [Theory]
    [InlineData("<a href='/'>一</a><a href='/' tabindex='-1'>二</a>", "<a> 二 /")]
    [InlineData("<button onkeydown='event.preventDefault()'>罠</button><button>出られない</button>", "<button> 出られない ")]
    public Task TheTabWalkReportsAControlThatTabDoesNotReach(string html, string unreached) => shown.VisitAsync(shown.City, async visit =>
    {
        await visit.Page.SetContentAsync($"<!doctype html>{html}");
        Assert.Equal([unreached], (await TabWalk.ThroughAsync(visit.Page)).Unreached);
    });

    [Fact]
    public Task TheTabWalkReportsAFocusedLinkWithoutAnOutline() => shown.VisitAsync(shown.City, async visit =>
    {
        await visit.Page.SetContentAsync("<!doctype html><style>a { outline: none !important }</style><a href='/'>見えない</a>");
        Assert.Equal(["<a> 見えない"], (await TabWalk.ThroughAsync(visit.Page)).Unseen);
    });

    private static Task<bool> IsOpenAsync(ILocator summary) => summary.EvaluateAsync<bool>("s => s.parentElement.open");
}
