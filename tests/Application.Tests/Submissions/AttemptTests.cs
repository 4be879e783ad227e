using System.Net;
using Azure.Data.Tables;
using KawasakiServerless.Application.Registers;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Application.Tests.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Application.Tests.Submissions;

/// <summary>
/// A workbook whose reading never ends is read at most twice. A workbook whose reading was only interrupted is not given up.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class AttemptTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();
    private readonly TimedClock clock = new();

    [Fact]
    public async Task TheReadingOfTheUploadIsTheFirstAttempt()
    {
        await using var city = await City.OpenAsync(azurite);

        var accepted = await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"));

        Assert.Equal((1, accepted.Submission.UploadedAt), (accepted.Submission.Attempts, accepted.Submission.AttemptedAt));
        Assert.Equal(accepted.Submission, await city.Get<SubmissionStore>().FindAsync(accepted.Submission.Id, default));
    }

    [Fact]
    public async Task ASubmissionReadTwiceWithoutResultIsAbandonedWithAProblem()
    {
        await using var city = await City.OpenAsync(azurite);
        var endless = await BegunAsync(city, ReadingAttempts.Most);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        await AssertAbandonedAsync(city, endless.Id);
    }

    [Fact]
    public async Task AReadingThatTakesTooLongIsCountedAndTheNextSweepGivesUp()
    {
        await using var city = await City.OpenAsync(azurite, clock);
        var endless = await BegunAsync(city, 1);
        clock.Over = Place.Deadline;

        Assert.Equal([$"submission {endless.Id} could not be finished"], await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default));
        Assert.Equal(2, (await city.Get<SubmissionStore>().FindAsync(endless.Id, default))!.Attempts);
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        await AssertAbandonedAsync(city, endless.Id);
    }

    [Fact]
    public async Task StoppingTheAppDuringAReadingDoesNotCountAsAnAttempt()
    {
        await using var city = await City.OpenAsync(azurite, clock);
        var upload = await UploadAsync(city);
        await StopWhileReadingAsync(stopping => city.Get<Acceptance>().AcceptAsync(upload, stopping));
        for (var restart = 1; restart <= 3; restart++)
            await StopWhileReadingAsync(stopping => city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, stopping));
        var stopped = Assert.Single(await city.Get<SubmissionStore>().HistoryAsync(City.Year, "zaisei", default));
        Assert.Equal((SubmissionState.Received, 0), (stopped.State, stopped.Attempts));

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(SubmissionState.Accepted, (await city.Get<SubmissionStore>().FindAsync(stopped.Id, default))!.State);
    }

    [Fact]
    public async Task AWorkbookThatWasReadToItsEndIsReadAgainHoweverOftenItsProcessDied()
    {
        await using var city = await City.OpenAsync(azurite);
        var readable = await BegunAsync(city, ReadingAttempts.Most + 1);
        await city.Get<SubmissionStore>().SaveProblemsAsync(readable.Id, [], default);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(SubmissionState.Accepted, (await city.Get<SubmissionStore>().FindAsync(readable.Id, default))!.State);
    }

    [Fact]
    public async Task TheSweepLeavesAReadingThatAnotherProcessHasJustBegun()
    {
        await using var city = await City.OpenAsync(azurite);
        var received = await BegunAsync(city, ReadingAttempts.Most, DateTimeOffset.UtcNow);

        Assert.Empty(await city.Get<Sweeper>().SweepAsync(Sweeper.MinimumAge, default));

        Assert.Equal(received, await city.Get<SubmissionStore>().FindAsync(received.Id, default));
    }

    [Theory]
    [InlineData("PUT submissions/")]
    [InlineData("PUT Audit")]
    [InlineData("PUT Submissions", 2)]
    public async Task AnInterruptedAbandonmentIsFinishedByTheNextSweep(string death, int times = 1)
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        var endless = await BegunAsync(city, ReadingAttempts.Most);
        network.IsCut = request =>
            PublishedCity.Named(request).StartsWith(death, StringComparison.Ordinal) && Interlocked.Decrement(ref times) <= 0;
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        network.IsCut = _ => false;
        Assert.True((await city.Get<SubmissionStore>().FindAsync(endless.Id, default))!.IsBeingAbandoned);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        await AssertAbandonedAsync(city, endless.Id);
    }

    [Fact]
    public async Task AWorkbookThatStorageCannotReturnDoesNotDelayOtherSubmissions()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        var lost = await BegunAsync(city, 1);
        var other = await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", "残り"));
        network.Refusal = request =>
            PublishedCity.Named(request).Contains($"{lost.Id}/original", StringComparison.Ordinal)
                ? HttpStatusCode.InternalServerError
                : null;

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal((SubmissionState.Received, 1), await StateOfAsync(city, lost.Id));
        Assert.Equal(SubmissionState.Accepted, (await StateOfAsync(city, other.Id)).State);
    }

    [Fact]
    public async Task AnAcceptedSubmissionOf2000RecordsTakesAtMost32StorageCalls()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        var upload = new Upload(await city.ReportingYearAsync(), Register.Of2018.Department("zaisei"),
            Some.Workbook("zaisei", [.. Enumerable.Range(1, 2000).Select(n => $"取組{n}")]), null, "a clerk");
        var calls = new Calls(network);

        Assert.IsType<UploadOutcome.Accepted>(await city.Get<Acceptance>().AcceptAsync(upload, default));

        AssertAtMost32(calls);
    }

    [Fact]
    public async Task ASubmissionWithFindingsToConfirmInALaterYearTakesNotMoreStorageCalls()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", Some.WorkbookWithFigures("zaisei", City.Year, 10, 1000)));
        await city.Get<NextYear>().OpenAsync(RegisteredCity.NextYear, "the coordinator", default);
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei",
            Some.WorkbookOfManyWithFigures("zaisei", RegisteredCity.NextYear, 999, 10, 1000, 1000), RegisteredCity.NextYear));
        var upload = new Upload((await city.Get<YearStore>().FindAsync(RegisteredCity.NextYear, default))!,
            Register.Of2018.Department("zaisei"),
            Some.WorkbookOfManyWithFigures("zaisei", RegisteredCity.NextYear, 1999, 10, 1000, 3000), null, "a clerk");
        var calls = new Calls(network);

        var accepted = Assert.IsType<UploadOutcome.Accepted>(await city.Get<Acceptance>().AcceptAsync(upload, default));

        Assert.Equal((2000, 1), (accepted.Submission.Records, accepted.Submission.Findings?.Unconfirmed));
        AssertAtMost32(calls);
    }

    private static void AssertAtMost32(Calls calls) =>
        Assert.True(calls.Seen.Count is >= 20 and <= 32, $"{calls.Seen.Count} calls:\n{string.Join('\n', calls.Seen)}");

    [Fact]
    public async Task AWorkbookThatWouldMakeTheReportTooLargeToPublishIsRejected()
    {
        await using var city = await City.OpenAsync(azurite);
        await CountAsync(city, "kankyo", ReportLimits.Records - 1);

        var rejected = Assert.IsType<UploadOutcome.Rejected>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一", "二")));
        var accepted = await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"));

        var problem = Assert.Single(rejected.Problems, p => p.Severity == Severity.Error);
        Assert.Equal("report-too-large", problem.Code);
        Assert.Contains($"{ReportLimits.Records + 1:N0}件", problem.Message, StringComparison.Ordinal);
        Assert.Equal(rejected.Submission.ProblemCount, rejected.Problems.Count);
        Assert.Equal(1, Assert.IsType<UploadOutcome.Accepted>(accepted).Submission.Records);
        Assert.Equal(1, (await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default))!.Records);
    }

    /// <summary>Creates a submission whose reading was begun the given number of times and never ended.</summary>
    internal static async Task<Submission> BegunAsync(City city, int attempts, DateTimeOffset? at = null)
    {
        var received = await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", "終わらない"));
        return await city.Get<SubmissionStore>()
            .WriteAsync(received with { Attempts = attempts, AttemptedAt = at ?? received.UploadedAt.AddHours(-1) });
    }

    private static async Task AssertAbandonedAsync(City city, SubmissionId id)
    {
        var abandoned = (await city.Get<SubmissionStore>().FindAsync(id, default))!;
        Assert.Equal((SubmissionState.Abandoned, false, 1), (abandoned.State, abandoned.IsBeingAbandoned, abandoned.ProblemCount));
        Assert.Equal([SubmissionFindings.NotFinished()], await city.Get<SubmissionStore>().ProblemsAsync(id, default));
        Assert.Empty((await city.Get<RecordStore>().ReadAsync(id.Value, default)).All);
        Assert.Equal("submission Abandoned",
            Assert.Single(await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync()).GetString("What"));
    }

    private async Task StopWhileReadingAsync(Func<CancellationToken, Task> act)
    {
        using var stopping = new CancellationTokenSource();
        clock.Started = length =>
        {
            if (length == Place.Deadline)
                stopping.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => act(stopping.Token));
        clock.Started = _ => { };
    }

    private static async Task<Upload> UploadAsync(City city) =>
        new(await city.ReportingYearAsync(), Register.Of2018.Department("zaisei"), Some.Workbook("zaisei", "一"), null, "a clerk");

    private static async Task<(SubmissionState State, int Attempts)> StateOfAsync(City city, SubmissionId id) =>
        await city.Get<SubmissionStore>().FindAsync(id, default) is { } found ? (found.State, found.Attempts) : default;

    private static Task<bool> CountAsync(City city, string department, int records) => city.Get<CurrentStore>().TryMoveAsync(
        City.Year,
        new(department, SubmissionId.New(City.Year, department, DateTimeOffset.UtcNow).Value, "", DateTimeOffset.UtcNow,
            default)
        { Records = records },
        null, default);
}
