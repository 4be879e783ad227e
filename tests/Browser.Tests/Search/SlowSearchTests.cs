using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Search;

/// <summary>Tests what the search page shows while the connection is slow. The page's clock moves only when a test moves it.</summary>
[Collection(OneCity.Name)]
public sealed class SlowSearchTests(City city)
{
    private const string Manifest = "**/search/index.json";

    [Fact]
    public Task AfterTwoSecondsThePageSaysThatItSearchesAndShowsTheLists() => city.VisitAsync(async visit =>
    {
        await StopClockAsync(visit);
        var answer = new TaskCompletionSource();
        await visit.Page.RouteAsync(Manifest, async route =>
        {
            await answer.Task;
            await route.FallbackAsync();
        });
        await visit.OpenAsync($"{Searching.Path}?q=認知症");
        var ways = visit.Page.Locator("main .ways");
        await Assertions.Expect(ways).ToBeHiddenAsync();
        await visit.Page.Clock.RunForAsync(2000);
        await Assertions.Expect(visit.Status()).ToHaveTextAsync("検索しています。");
        await Assertions.Expect(ways).ToBeVisibleAsync();
        answer.SetResult();
        await visit.AnswerAsync("認知症");
    });

    [Fact]
    public async Task AConnectionThatHangsIsReportedAfterTwoAttempts()
    {
        var complaints = await city.ComplaintsOfAsync(async visit =>
        {
            await StopClockAsync(visit);
            using var asked = new SemaphoreSlim(0);
            await visit.Page.RouteAsync(Manifest, _ =>
            {
                asked.Release();
                return Task.CompletedTask;
            });
            await visit.OpenAsync($"{Searching.Path}?q=認知症");
            for (var attempt = 0; attempt < 2; attempt++)
            {
                Assert.True(await asked.WaitAsync(TimeSpan.FromMinutes(2)), "The page did not ask again.");
                await visit.Page.Clock.RunForAsync(15_000);
            }

            await Assertions.Expect(visit.Status()).ToContainTextAsync("検索の索引を読み込めませんでした");
        });
        Assert.All(complaints, c => Assert.Contains("/search/index.json failed", c, StringComparison.Ordinal));
    }

    // AbortSignal.timeout has a clock of its own, which a test cannot stop.
    private static async Task StopClockAsync(Visitor visit)
    {
        await visit.Page.Clock.InstallAsync();
        await visit.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddDays(1));
        await visit.Page.AddInitScriptAsync(
            """
            AbortSignal.timeout = limit => {
              const controller = new AbortController();
              setTimeout(() => controller.abort(), limit);
              return controller.signal;
            };
            """);
    }
}
