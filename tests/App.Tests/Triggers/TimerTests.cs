using System.Net;
using System.Net.Sockets;
using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

using PublicationTriggers = KawasakiServerless.Domain.Triggers;

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
    [InlineData("/admin/functions/Sweep")]
    public async Task NoRequestReachesATimer(string path)
    {
        var publications = new PublicationStore(StorageConnection.Open(name => name == "AzureWebJobsStorage" ? app.Storage : null));
        var ago = DateTimeOffset.UtcNow.AddHours(-1);
        // Both timers would run this publication.
        var left = await publications.AddAsync(
            new(PublicationStore.NewId(ago), PublicationState.Requested, PublicationTriggers.Request, "a test", ago, null), default);

        using var answer = await app.SendAsync(HttpMethod.Post, path, "Coordinator", new StringContent("{}"));
        var raw = await SendToWorkerAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        // The worker answers 500 to a request that does not come from an invocation of the Functions host.
        Assert.Matches("^HTTP/1.1 (404|500) ", raw);
        Assert.Equal(PublicationState.Requested, (await publications.FindAsync(left.Id, default))?.State);
        await app.Host.RunTimerAsync("Sweep");
        Assert.NotEqual(PublicationState.Requested, (await publications.FindAsync(left.Id, default))?.State);
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

    // Sends a request directly to the .NET worker process, with the path exactly as given, and returns the answer.
    private async Task<string> SendToWorkerAsync(string path)
    {
        var address = app.Host.WorkerAddress!;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{SignedIn.Header}: {SignedIn.With("Coordinator")}\r\n"
                + "Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
