using System.Net;
using System.Text.Json;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Api;

/// <summary>Clients send more uploads at the same time than the process accepts.</summary>
[Collection(OneWebApp.Name)]
public sealed class SimultaneousUploadTests(WebApp app) : IDisposable
{
    private const int InAndInLine = 26;

    // The other tests of the collection do not depend on the reports of these departments.
    private static readonly string[] Departments = ["shiminbunka", "kodomomirai", "machizukuri", "kensetsuryokusei", "kyoiku", "shobo"];

    private static readonly HttpStatusCode[] Answers =
        [HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.ServiceUnavailable];

    // This client sends a body only after the server has asked for it (Expect: 100-continue). If the server refuses the request before
    // that, the client therefore reads the refusal at once.
    private readonly HttpClient slow = new(
        new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(5) })
    { BaseAddress = app.Address };

    public void Dispose() => slow.Dispose();

    [Fact]
    public async Task EverySimultaneousUploadIsAnsweredAndNoSubmissionIsLost()
    {
        var uploads = Enumerable.Range(0, 60).Select(n => (Code: Departments[n % Departments.Length], Text: $"取組{n}")).ToList();
        var before = await Task.WhenAll(Departments.Select(HistoryAsync));

        var answers = await Task.WhenAll(uploads.Select(u => app.UploadAsync(u.Code, Some.Workbook(u.Code, u.Text), "Coordinator")));

        Assert.All(answers, a => Assert.Contains(a.StatusCode, Answers));
        Assert.All(answers.Where(IsBusy), a => Assert.Equal(TimeSpan.FromSeconds(30), a.Headers.RetryAfter?.Delta));
        foreach (var answer in answers.Where(a => a.StatusCode == HttpStatusCode.Created))
            Assert.Equal("accepted", await StateOfAsync(await IdOfAsync(answer)));
        foreach (var (index, code) in Departments.Index())
        {
            var own = answers.Where((_, n) => uploads[n].Code == code).Select(a => a.StatusCode).ToList();
            Assert.Contains(HttpStatusCode.Created, own);
            Assert.Equal(
                [("accepted", own.Count(s => s == HttpStatusCode.Created)), ("conflict", own.Count(s => s == HttpStatusCode.Conflict))],
                Added(before[index], await HistoryAsync(code)));
        }
    }

    [Fact]
    public async Task SlowUploadsBeyondTheQueueAreRefusedAndBlockNeitherReadersNorOtherPeople()
    {
        using var rejected = await app.UploadAsync("zaisei", Some.Sample("kankyo"), "Coordinator");
        var id = (await AccessTests.AssertProblemAsync(rejected)).GetProperty("submission").GetString();
        using var hangUp = new CancellationTokenSource();
        var senders = Enumerable.Range(0, InAndInLine + 4).Select(_ => SendSlowlyAsync("Department.kotsu", hangUp.Token)).ToList();

        var turnedAway = await TurnedAwayAsync(senders, 4);
        using var report = await app.SendAsync(HttpMethod.Get, $"/api/submissions/{id}/report.xlsx", "Coordinator");

        // The slow senders are one person, who does not block others.
        using var another = await app.UploadAsync("shobo", Some.Workbook("shobo", "ほかの人"), "Coordinator");

        Assert.Contains(another.StatusCode, new[] { HttpStatusCode.Created, HttpStatusCode.OK });
        Assert.Equal("busy", (await AccessTests.AssertProblemAsync(turnedAway[0])).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.OK, report.StatusCode);
        await hangUp.CancelAsync();
        await ((Task)Task.WhenAll(senders))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Assert.Contains(await UploadWhenFreeAsync(), new[] { HttpStatusCode.Created, HttpStatusCode.OK });
    }

    [Fact]
    public async Task UploadsWithoutPermissionTakeNoPlaceInTheQueue()
    {
        var senders = Enumerable.Range(0, InAndInLine + 4).Select(_ => SendSlowlyAsync("Department.zaisei", default));

        var answers = await Task.WhenAll(senders);

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Forbidden, a.StatusCode));
    }

    // Repeats the upload until the server is not busy any more. The slow clients of the test have just disconnected, but whenever the
    // server notices that for one of them, the next one in its queue may take the free slot before this upload does.
    private async Task<HttpStatusCode> UploadWhenFreeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            using var answer = await app.UploadAsync("shobo", Some.Workbook("shobo", "空いた"), "Coordinator");
            if (!IsBusy(answer))
                return answer.StatusCode;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    private async Task<HttpResponseMessage> SendSlowlyAsync(string role, CancellationToken hangUp)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "/api/departments/kotsu/submissions?year=2018")
        { Content = new SlowContent(hangUp) };
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", SignedIn.As("a slow clerk", role));
        request.Headers.ExpectContinue = true;
        return await slow.SendAsync(request, hangUp);
    }

    // Returns the first responses that say that the server is busy. Other requests may fail, because the server closes a connection on
    // which nothing arrives for some seconds.
    private static async Task<IReadOnlyList<HttpResponseMessage>> TurnedAwayAsync(IEnumerable<Task<HttpResponseMessage>> sent, int count)
    {
        var answers = new List<HttpResponseMessage>();
        await foreach (var answer in Task.WhenEach(sent))
        {
            if (answer.IsCompletedSuccessfully && await answer is var turnedAway && IsBusy(turnedAway))
                answers.Add(turnedAway);
            if (answers.Count == count)
                break;
        }

        return answers;
    }

    private async Task<string?> StateOfAsync(string id)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, $"/api/submissions/{id}", "Coordinator");
        return (await JsonAsync(answer)).GetProperty("state").GetString();
    }

    private async Task<IReadOnlyList<string?>> HistoryAsync(string department)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, $"/api/departments/{department}/submissions?year=2018", "Coordinator");
        return [.. (await JsonAsync(answer)).EnumerateArray().Select(s => s.GetProperty("state").GetString())];
    }

    // Counts the submissions that were added in each state. The newest come first.
    private static IEnumerable<(string State, int Count)> Added(IReadOnlyList<string?> before, IReadOnlyList<string?> after)
    {
        var added = after.SkipLast(before.Count).ToList();
        Assert.All(added, state => Assert.Contains(state, new[] { "accepted", "conflict" }));
        return [("accepted", added.Count(s => s == "accepted")), ("conflict", added.Count(s => s == "conflict"))];
    }

    private static async Task<string> IdOfAsync(HttpResponseMessage answer) => (await JsonAsync(answer)).GetProperty("id").GetString()!;

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    private static bool IsBusy(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.ServiceUnavailable;

    /// <summary>A workbook of which only the first byte is sent, and then nothing more.</summary>
    private sealed class SlowContent(CancellationToken hangUp) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(new byte[1], hangUp);
            await stream.FlushAsync(hangUp);
            await Task.Delay(Timeout.InfiniteTimeSpan, hangUp);
        }

        protected override bool TryComputeLength(out long length)
        {
            // A longer length than 1 KiB is declared, because HttpClient sends shorter bodies even after the server has refused the
            // request.
            length = 1024 * 1024;
            return true;
        }
    }
}
