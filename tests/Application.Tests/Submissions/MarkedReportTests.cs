using System.Net;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Application.Tests.Submissions;

/// <summary>
/// The marked workbook of a submission (a copy in which the problems are marked) is made once, and kept beside the original workbook.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class MarkedReportTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();
    private int made;

    [Fact]
    public async Task TheMarkedWorkbookIsMadeOnceAndStored()
    {
        await using var city = await CountingAsync();
        var rejected = await RejectAsync(city);

        var (first, second) = (await ReportAsync(city, rejected), await ReportAsync(city, rejected));

        Assert.Equal(1, made);
        Assert.Equal(first, second);
        Assert.Equal(first, await KeptAsync(city, rejected));
    }

    [Fact]
    public async Task AWorkbookMarkedByAnEarlierVersionOfTheAppIsMarkedAgain()
    {
        await using var city = await CountingAsync();
        var rejected = await RejectAsync(city);
        var reports = city.Get<ReportStore>();
        await reports.TrySaveAsync(
            rejected.Id, (await reports.ReserveAsync(rejected.Id, default))!.Value, new([1, 2, 3], "earlier"), default);

        var report = await ReportAsync(city, rejected);

        Assert.Equal(1, made);
        Assert.Equal(report, await KeptAsync(city, rejected));
    }

    [Fact]
    public async Task APurgeWhileTheMarkedWorkbookIsMadeLeavesNoFile()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        var rejected = await RejectAsync(city);
        network.IsCut = request =>
        {
            if (IsOfOriginal(request))
                Task.Run(() => EmptyAsync(city, rejected)).GetAwaiter().GetResult();
            return false;
        };
        Assert.IsType<MarkedReport.Missing>(await city.Get<MarkedReports>().FindOrMakeAsync(rejected, default));
        network.IsCut = _ => false;

        Assert.Empty(await city.Storage.SubmissionBlobs.Client.GetBlobsAsync().ToListAsync());
    }

    [Fact]
    public async Task APurgeJustBeforeTheMarkedWorkbookIsStoredLeavesNoFile()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        var (rejected, puts) = (await RejectAsync(city), 0);
        network.IsCut = request =>
        {
            if (request.Method == HttpMethod.Put && IsOfReport(request) && Interlocked.Increment(ref puts) == 2)
                Task.Run(() => EmptyAsync(city, rejected)).GetAwaiter().GetResult();
            return false;
        };

        Assert.NotEmpty(await ReportAsync(city, rejected));

        Assert.Equal(2, puts);
        Assert.Empty(await city.Storage.SubmissionBlobs.Client.GetBlobsAsync().ToListAsync());
    }

    [Fact]
    public async Task TheMarkedWorkbookIsReturnedEvenIfItCannotBeStored()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        var rejected = await RejectAsync(city);
        network.Refusal = request => request.Method == HttpMethod.Put && IsOfReport(request) ? HttpStatusCode.InternalServerError : null;

        Assert.NotEmpty(await ReportAsync(city, rejected));
    }

    [Fact]
    public async Task AWorkbookThatCannotBeMarkedInTimeIsAnOutcome()
    {
        var clock = new TimedClock();
        await using var city = await City.OpenAsync(azurite, clock);
        var rejected = await RejectAsync(city);
        clock.Over = Place.Deadline;

        Assert.IsType<MarkedReport.TooLong>(await city.Get<MarkedReports>().FindOrMakeAsync(rejected, default));
    }

    [Fact]
    public async Task TheMarkedWorkbookOfAnUnfinishedSubmissionIsNotStored()
    {
        await using var city = await City.OpenAsync(azurite);
        var received = await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", "途中"));

        Assert.NotEmpty(await ReportAsync(city, received));

        Assert.Null(await city.Get<ReportStore>().FindAsync(received.Id, default));
    }

    [Fact]
    public async Task AWorkbookWhoseReadingNeverEndedIsNotOpenedAgain()
    {
        await using var city = await City.OpenAsync(azurite);
        var endless = await AttemptTests.BegunAsync(city, ReadingAttempts.Most);
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        var report = await ReportAsync(city, (await city.Get<SubmissionStore>().FindAsync(endless.Id, default))!);

        Assert.Equal(AnnotatedWorkbook.Write(ReadOnlyMemory<byte>.Empty, [SubmissionFindings.NotFinished()]), report);
    }

    private async Task<City> CountingAsync()
    {
        network.IsCut = request =>
        {
            if (IsOfOriginal(request))
                made++;
            return false;
        };
        return await City.OpenAsync(azurite, network: network);
    }

    private static async Task<Submission> RejectAsync(City city) =>
        Assert.IsType<UploadOutcome.Rejected>(await city.SubmitAsync("zaisei", Some.Workbook("kankyo", "ほかの局の取組"))).Submission;

    private static async Task<byte[]> ReportAsync(City city, Submission submission)
    {
        var ready = Assert.IsType<MarkedReport.Ready>(await city.Get<MarkedReports>().FindOrMakeAsync(submission, default));
        await using var content = ready.Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static async Task<byte[]> KeptAsync(City city, Submission submission)
    {
        using var kept = await city.Get<ReportStore>().FindAsync(submission.Id, default);
        using var copy = new MemoryStream();
        await kept!.Content.CopyToAsync(copy);
        return copy.ToArray();
    }

    // Empties the submission as a purge does.
    private static async Task EmptyAsync(City city, Submission submission)
    {
        var store = city.Get<SubmissionStore>();
        await store.UpdateAsync((await store.FindAsync(submission.Id, default))! with { State = SubmissionState.Purged }, default);
        await store.RemoveFilesAsync(submission.Id, default);
    }

    private static bool IsOfReport(HttpRequestMessage request) =>
        PublishedCity.Named(request).EndsWith("/report.xlsx", StringComparison.Ordinal);

    private static bool IsOfOriginal(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get && PublishedCity.Named(request).EndsWith("/original.xlsx", StringComparison.Ordinal);
}
