using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Api;

/// <summary>
/// Publishing over HTTP. The tests have their own app, because a hold (after a restore, nothing is published until the coordinator lifts
/// it) would stop the publications of other tests.
/// </summary>
public sealed class PublicationTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task AnEarlierPublicationIsRestoredAndHeldUntilTheHoldIsLifted()
    {
        await app.UploadAsync("byoin", Some.Sample("byoin"), "Coordinator");
        await app.SendAsync(HttpMethod.Post, "/api/years/2018/release", "Coordinator");
        var first = await EndedAsync(await PostAsync("/api/publications"));
        await app.UploadAsync("zaisei", Some.Workbook("zaisei", "一"), "Coordinator");
        await EndedAsync(await PostAsync("/api/publications"));

        var restored = await EndedAsync(await PostAsync($"/api/publications/{Text(first, "id")}/restore"));

        Assert.Equal(
            ("live", "restore", Text(first, "id")), (Text(restored, "state"), Text(restored, "trigger"), Text(restored, "restores")));
        Assert.Equal(JsonValueKind.Null, restored.GetProperty("stage").ValueKind);
        await AssertHeldAsync(Text(restored, "id"), Text(first, "id"));

        using var lifted = await app.SendAsync(HttpMethod.Post, "/api/publications/release", "Coordinator");
        Assert.Equal(HttpStatusCode.NoContent, lifted.StatusCode);
        Assert.Equal("live", Text(await EndedAsync(await PostAsync("/api/publications")), "state"));
    }

    [Theory]
    [InlineData("?hold=20180801T000000000-aaaaaa", 409)]
    [InlineData("?hold=", 409)]
    [InlineData("?hold=20180802T000000000-bbbbbb", 204)]
    [InlineData("", 204)]
    public async Task ACallerThatNamesTheHoldItHasSeenDoesNotLiftTheHoldOfANewerRestore(string query, int status)
    {
        var holds = app.Get<HoldStore>();
        await holds.SetAsync(
            new("20180802T000000000-bbbbbb", "20180701T000000000-abcdef", "another coordinator", DateTimeOffset.UnixEpoch), default);

        using var answer = await PostAsync($"/api/publications/release{query}");

        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 409)
            Assert.Equal("held-anew", Text(await AccessTests.AssertProblemAsync(answer), "code"));
        Assert.Equal(status == 409, await holds.FindAsync(default) is not null);
        await app.Get<Restoration>().LiftAsync("a test", default);
    }

    [Theory]
    [InlineData("?hold=20180801T000000000-aaaaaa", 409)]
    [InlineData("?hold=", 409)]
    [InlineData("?hold=20180802T000000000-bbbbbb", 404)]
    [InlineData("", 404)]
    public async Task ACallerThatNamesTheHoldItHasSeenDoesNotReplaceANewerRestore(string query, int status)
    {
        await app.Get<HoldStore>().SetAsync(
            new("20180802T000000000-bbbbbb", "20180701T000000000-abcdef", "another coordinator", DateTimeOffset.UnixEpoch), default);

        using var answer = await PostAsync($"/api/publications/20180401T000000000-abcdef/restore{query}");

        Assert.Equal(status, (int)answer.StatusCode);
        await app.Get<Restoration>().LiftAsync("a test", default);
    }

    [Fact]
    public async Task ARestoreIsRefusedIfTheHoldThatTheCallerHasSeenWasLifted()
    {
        using var answer = await PostAsync("/api/publications/20180401T000000000-abcdef/restore?hold=20180802T000000000-bbbbbb");

        Assert.Equal("hold-lifted", Text(await AccessTests.AssertProblemAsync(answer), "code"));
    }

    [Fact]
    public async Task AYearIsNotReleasedIfADepartmentHasSubmittedSinceTheCallerLooked()
    {
        await app.UploadAsync("zaisei", Some.Workbook("zaisei", "一"), "Coordinator");
        var seen = await NewestAsync();
        await app.UploadAsync("zaisei", Some.Workbook("zaisei", "一", "二"), "Coordinator");

        using var refused = await PostAsync($"/api/years/2018/release?newest={seen}");
        using var refusedToo = await PostAsync("/api/years/2018/release?newest=");
        using var released = await PostAsync($"/api/years/2018/release?newest={await NewestAsync()}");

        Assert.Equal("reports-changed", Text(await AccessTests.AssertProblemAsync(refused), "code"));
        Assert.Equal((409, 409, 200), ((int)refused.StatusCode, (int)refusedToo.StatusCode, (int)released.StatusCode));
    }

    [Fact]
    public async Task APublicationThatWasNotLiveCannotBeRestored()
    {
        await app.UploadAsync("byoin", Some.Sample("byoin"), "Coordinator");
        await app.SendAsync(HttpMethod.Post, "/api/years/2018/release", "Coordinator");
        await EndedAsync(await PostAsync("/api/publications"));
        var unchanged = await EndedAsync(await PostAsync("/api/publications"));

        using var answer = await PostAsync($"/api/publications/{Text(unchanged, "id")}/restore");

        Assert.Equal("unchanged", Text(unchanged, "state"));

        var problem = await AccessTests.AssertProblemAsync(answer);
        Assert.Equal((410, "publication-gone"), (problem.GetProperty("status").GetInt32(), Text(problem, "code")));
    }

    [Fact]
    public async Task ARequestedPurgeRemovesTheRecordAndItsSubmission()
    {
        await app.UploadAsync("kankyo", Some.Workbook("kankyo", "一", "二"), "Coordinator");
        await app.UploadAsync("kankyo", Some.Workbook("kankyo", "一", "二", "三"), "Coordinator");
        var submission = Text((await GetAsync("/api/departments/kankyo/submissions?year=2018"))[0], "id");

        using var accepted = await app.SendAsync(
            HttpMethod.Post, "/api/purges", "Coordinator", JsonContent.Create(new { record = "kankyo-0003" }));
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var purge = await UntilAsync(accepted.Headers.Location!.OriginalString, p => Text(p, "state") == "done");

        Assert.Equal("kankyo-0003", Text(purge, "what"));
        using var original = await app.SendAsync(HttpMethod.Get, $"/api/submissions/{submission}/original", "Department.kankyo");
        Assert.Equal("submission-purged", Text(await AccessTests.AssertProblemAsync(original), "code"));
        Assert.Equal("purged", Text(await GetAsync($"/api/submissions/{submission}"), "state"));
        using var again = await app.SendAsync(
            HttpMethod.Post, "/api/purges", "Coordinator", JsonContent.Create(new { record = "kankyo-0003" }));
        Assert.Equal("unknown-to-purge", Text(await AccessTests.AssertProblemAsync(again), "code"));
    }

    private async Task AssertHeldAsync(string by, string restored)
    {
        using var refused = await PostAsync("/api/publications");
        var problem = await AccessTests.AssertProblemAsync(refused);
        Assert.Equal((409, "publishing-held"), (problem.GetProperty("status").GetInt32(), Text(problem, "code")));
        var holds = (await GetAsync("/api/publications")).EnumerateArray()
            .Where(p => p.GetProperty("hold").ValueKind == JsonValueKind.Object).ToList();
        Assert.Equal((by, restored), (Text(Assert.Single(holds), "id"), Text(holds[0].GetProperty("hold"), "restored")));
        Assert.Equal((by, restored), (Text(await GetAsync("/api/publications/hold"), "publication"),
            Text(await GetAsync("/api/publications/hold"), "restored")));
    }

    private async Task<string> NewestAsync() => (await GetAsync("/api/departments?year=2018")).EnumerateArray()
        .Where(d => d.GetProperty("submission").ValueKind == JsonValueKind.String)
        .MaxBy(d => d.GetProperty("submittedAt").GetDateTimeOffset()).GetProperty("submission").GetString()!;

    private Task<HttpResponseMessage> PostAsync(string path) => app.SendAsync(HttpMethod.Post, path, "Coordinator");

    private async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, path, "Coordinator");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> EndedAsync(HttpResponseMessage accepted)
    {
        using (accepted)
            Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        return await UntilAsync(
            accepted.Headers.Location!.OriginalString,
            p => p.GetProperty("finishedAt").ValueKind == JsonValueKind.String && p.GetProperty("stage").ValueKind == JsonValueKind.Null);
    }

    private async Task<JsonElement> UntilAsync(string path, Func<JsonElement, bool> isReached)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(limit.Token))
        {
            var found = await GetAsync(path);
            if (isReached(found))
                return found;
        }

        throw new InvalidOperationException("It has not ended.");
    }

    private static string Text(JsonElement json, string member) => json.GetProperty(member).GetString()!;
}
