using System.Globalization;
using System.Net;
using KawasakiServerless.Testing;

namespace KawasakiServerless.App.Tests;

/// <summary>
/// Sends invocations of every kind through the stand-in for the Functions host, several at a time. `INVOCATIONS=1000` sets their number;
/// the default is 100.
/// </summary>
[Collection(OneHostedApp.Name)]
public sealed class InvocationTests(HostedApp app)
{
    private const int AtOnce = 8, LargeBytes = 20 * 1024 * 1024;

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("INVOCATIONS"), CultureInfo.InvariantCulture, out var count) ? count : 100;

    [Fact]
    public async Task NoInvocationIsLostWhenManyAreSentAtOnce()
    {
        var answered = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) =>
        {
            await InvokeAsync(number);
            Interlocked.Increment(ref answered);
        });

        Assert.Equal(Count, answered);
        using var health = await app.SendAsync(HttpMethod.Get, "/api/health", null);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private Task InvokeAsync(int number) => (number % 20) switch
    {
        0 => LargeAsync(),
        1 => app.Host.RunTimerAsync("Sweep"),
        2 => app.Host.RunTimerAsync("NightlyPublish", isPastDue: true),
        3 or 4 => HangUpAsync(),
        5 => ExpectAsync("/staff/anything", HttpStatusCode.NotFound),
        6 => ExpectAsync("/api/nothing", HttpStatusCode.NotFound),
        _ => ExpectAsync("/api/departments", HttpStatusCode.OK),
    };

    private async Task ExpectAsync(string path, HttpStatusCode status)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, path, "Coordinator");
        Assert.Equal(status, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }

    // Sends a large body in chunks, so that no header states its length. It is not a workbook, but the app receives all of it before it
    // refuses it.
    private async Task LargeAsync()
    {
        using var body = new StreamContent(new MemoryStream(new byte[LargeBytes]));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/departments/kotsu/submissions?year=2018") { Content = body };
        request.Headers.Add(SignedIn.Header, SignedIn.With("Coordinator"));
        request.Headers.TransferEncodingChunked = true;
        using var answer = await app.Http.SendAsync(request);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK, HttpStatusCode.Conflict });
    }

    private async Task HangUpAsync()
    {
        using var gone = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/departments");
        request.Headers.Add(SignedIn.Header, SignedIn.With("Coordinator"));
        gone.CancelAfter(TimeSpan.FromMilliseconds(1));
        try
        {
            using var answer = await app.Http.SendAsync(request, gone.Token);
        }
        catch (OperationCanceledException)
        {
            // The request was cancelled, as intended. Sometimes the answer comes first, and nothing is thrown.
        }
    }
}
