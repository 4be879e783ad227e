using System.Net;
using System.Text.Json;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Domain;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Fault.Tests.Network;
using KawasakiServerless.Fault.Tests.Promise;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Races;

/// <summary>
/// Tests uploads that compete with other uploads for the same department or with sweeps, in apps that share only the storage.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class CompetingUploadTests(SharedAzurite azurite)
{
    [Fact]
    public async Task TwentyUploadsAtOnceAreAcceptedInOneOrderAndConflictsNameTheWinner()
    {
        var (store, both) = (azurite.NewStore(), new Meeting(2));
        await using var one = await MortalCity.StartAsync(store, () => both.Before("insert Current"));
        await using var other = await MortalCity.StartAsync(store, () => both.Before("insert Current"));
        var workbooks = Enumerable.Range(1, 20).Select(n => SmallWorkbook.Of("zaisei", (1, $"その{n}"), (2, "共通"))).ToList();

        var answers = await Task.WhenAll(workbooks.Select((workbook, n) => AnswerAsync(n % 2 == 0 ? one : other, workbook)));

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{a}"));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.Conflict);
        var submissions = await new Settled(one.View).SubmissionsAsync();
        Assert.Equal((20, answers.Count(a => a.Status == HttpStatusCode.Created)),
            (submissions.Count, submissions.Count(s => s.State == SubmissionState.Accepted)));
        var winners = submissions.Where(s => s.State == SubmissionState.Accepted).Select(s => s.Id.Value).ToList();
        Assert.All(answers.Where(a => a.Status == HttpStatusCode.Conflict),
            a => Assert.Contains(winners, w => a.Detail.Contains(w, StringComparison.Ordinal)));
        Assert.Empty(await new Settled(one.View).BreachesAsync());
    }

    [Fact]
    public async Task AnUploadThatASweepWithAFastClockResumesIsAcceptedOnce()
    {
        var store = azurite.NewStore();
        var (network, reached, go) = (new HookedNetwork(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var city = await MortalCity.StartAsync(store, () => network);
        network.Before = async call =>
        {
            if (call.Kind != "writing transaction Records")
                return;
            reached.TrySetResult();
            await go.Task;
        };
        var uploading = AnswerAsync(city, SmallWorkbook.Of("zaisei", (1, "一")));
        await reached.Task;

        Assert.Contains(await SweepAheadAsync(store), line => line.EndsWith("Accepted", StringComparison.Ordinal));
        go.SetResult();

        Assert.Equal(HttpStatusCode.Created, (await uploading).Status);
        Assert.Equal(SubmissionState.Accepted, Assert.Single(await new Settled(city.View).SubmissionsAsync()).State);
        Assert.Empty(await new Settled(city.View).BreachesAsync());
    }

    [Fact]
    public async Task AnUploadOvertakenDuringASweepIsAConflictWithoutRecords()
    {
        var store = azurite.NewStore();
        var (network, reached, go) = (new HookedNetwork(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var city = await MortalCity.StartAsync(store, () => network);
        network.Before = async call =>
        {
            if (call.Kind != "writing transaction Records" || reached.Task.IsCompleted)
                return;
            reached.TrySetResult();
            await go.Task;
        };
        var uploading = AnswerAsync(city, SmallWorkbook.Of("zaisei", (1, "一")));
        await reached.Task;

        Assert.Equal(HttpStatusCode.Created, (await AnswerAsync(city, SmallWorkbook.Of("zaisei", (1, "二")))).Status);
        Assert.Contains(await SweepAheadAsync(store), line => line.EndsWith("Conflict", StringComparison.Ordinal));
        go.SetResult();

        Assert.Equal(HttpStatusCode.Conflict, (await uploading).Status);
        Assert.Empty(await new Settled(city.View).BreachesAsync());
    }

    [Fact]
    public async Task ASubmissionIsAbandonedCompletelyEvenIfTheSweepDiesMeanwhile()
    {
        var network = new HookedNetwork();
        await using var proxy = await StorageProxy.StartAsync(azurite.NewStore(), network);
        await using var city = new CityView(proxy.ConnectionString);
        await city.Storage.EnsureCreatedAsync(default);
        var ago = DateTimeOffset.UtcNow - SubmissionDecisions.GivenUpAfter;
        var left = SubmissionId.New(FiscalYear.Of(2030), "zaisei", ago);
        await city.Get<SubmissionStore>().SaveOriginalAsync(left, SmallWorkbook.Of("zaisei", (1, "一")), default);
        var hash = Storage.Publications.PackedContent.HashOf(SmallWorkbook.Of("zaisei", (1, "一")));
        await city.Get<SubmissionStore>().AddAsync(new(left, SubmissionState.Received, null, hash, 0, ago, "a clerk", null, null), default);
        network.IsCut = call => call.Kind == "PUT Audit";
        await Xunit.Record.ExceptionAsync(() => city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default));
        network.IsCut = _ => false;

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Empty(await new Settled(city).BreachesAsync());
        Assert.Empty(await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default));
    }

    /// <summary>Sweeps in another app, whose clock is so far ahead that it resumes even young submissions.</summary>
    private static async Task<IReadOnlyList<string>> SweepAheadAsync(string store)
    {
        await using var ahead = new CityView(store, new SteppedClock { Now = DateTimeOffset.UtcNow.AddDays(3) });
        return await ahead.Get<Sweeper>().SweepAsync(Sweeper.MinimumAge, default);
    }

    private static async Task<Answer> AnswerAsync(MortalCity city, byte[] workbook)
    {
        using var answer = await city.UploadAsync("zaisei", workbook);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new(answer.StatusCode, json.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? "" : "");
    }

    /// <summary>
    /// Holds the first call of a kind in each of several networks until all of them have such a call. So the apps behind them have read the
    /// same state before one of them changes it.
    /// </summary>
    private sealed class Meeting(int networks)
    {
        private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int missing = networks;

        public HookedNetwork Before(string kind)
        {
            var came = 0;
            return new()
            {
                Before = call => call.Kind == kind && Interlocked.Exchange(ref came, 1) == 0 ? MeetAsync() : Task.CompletedTask,
            };
        }

        private Task MeetAsync()
        {
            if (Interlocked.Decrement(ref missing) == 0)
                all.SetResult();
            return all.Task;
        }
    }

    private sealed record Answer(HttpStatusCode Status, string Detail);
}
