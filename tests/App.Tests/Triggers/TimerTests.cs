using System.Net;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests.Triggers;

[Collection(OneHostedApp.Name)]
public sealed class TimerTests(HostedApp app)
{
    [Fact]
    public async Task TheNightlyTimerPublishesAndWritesNothingTheSecondTime()
    {
        await app.UploadAsync("rinkaibu", Some.Sample("rinkaibu"), "Coordinator");
        await app.SendAsync(HttpMethod.Post, "/api/years/2018/release", "Coordinator");

        await app.Host.RunTimerAsync("NightlyPublish");
        await app.Host.RunTimerAsync("NightlyPublish", isPastDue: true);

        var nights = app.Host.Logs.Where(l => l.Contains("Nightly run: publication", StringComparison.Ordinal)).TakeLast(2).ToList();
        Assert.Matches("publication .* Live: [1-9][0-9]* rendered", nights[0]);
        Assert.Matches(" 0 written, 0 removed", nights[1]);
    }

    [Fact]
    public async Task TwoNightlyTimersThatFireAtOnceSucceed()
    {
        await Task.WhenAll(app.Host.RunTimerAsync("NightlyPublish"), app.Host.RunTimerAsync("NightlyPublish"));

        using var health = await app.SendAsync(HttpMethod.Get, "/api/health", null);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public Task TheSweepTimerRunsWithoutAnError() => app.Host.RunTimerAsync("Sweep");

    [Theory]
    [InlineData("/NightlyPublish")]
    [InlineData("/Sweep")]
    [InlineData("/api/../Sweep")]
    [InlineData("/api/%2e%2e/NightlyPublish")]
    public async Task NoRequestReachesATimer(string path)
    {
        using var answer = await app.SendAsync(HttpMethod.Post, path, "Coordinator", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void OnlyTheApiAndTheStaffPortalHaveHttpRoutes()
    {
        Assert.Equal(
            ["api/{*path}", "staff/{*path}"], app.Host.Functions.Where(f => f.IsHttp).Select(f => f.Route).Order(StringComparer.Ordinal));
        Assert.Equal(
            [("NightlyPublish", "%NIGHTLY_SCHEDULE%"), ("Sweep", "0 */10 * * * *")],
            app.Host.Functions.Where(f => !f.IsHttp).Select(f => (f.Name, f.Schedule!)).Order());
    }
}
