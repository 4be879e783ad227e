using Azure.Data.Tables;
using Azure.Storage.Blobs;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Purging;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Application.Tests.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Purges;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;
using static KawasakiServerless.Application.Tests.Purging.PurgedCity;

namespace KawasakiServerless.Application.Tests.Purging;

/// <summary>A purge that dies, has to wait, or competes with other processes still deletes everything in the end.</summary>
[Collection(SharedAzurite.Name)]
public sealed class PurgeRaceTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task APurgeWaitsForASubmissionThatIsBeingProcessed()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        network.IsCut = request => PublishedCity.Named(request).StartsWith("POST $batch", StringComparison.Ordinal);
        await Xunit.Record.ExceptionAsync(() => city.ReportAsync(Other, Secret, Third));
        network.IsCut = _ => false;

        var purge = await city.PurgeAsync("zaisei-0002");
        Assert.Equal(PurgeState.Requested, purge.State);
        Assert.Contains("is still being processed", purge.Message, StringComparison.Ordinal);

        await TheSweepEndsAsync(city, purge);
        Assert.Equal([Other, Third], await city.InitiativesAsync());
    }

    [Fact]
    public async Task APurgeDoesNotWaitForASubmissionWhoseReadingNeverEnds()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        var endless = await AttemptTests.BegunAsync(city, ReadingAttempts.Most);

        var purge = await city.PurgeAsync("zaisei-0002");

        Assert.Equal(PurgeState.Done, purge.State);
        Assert.Equal(SubmissionState.Purged, (await city.Get<SubmissionStore>().FindAsync(endless.Id, default))!.State);
        Assert.Equal([Other], await city.InitiativesAsync());
    }

    [Fact]
    public async Task APurgeWaitsForAReadingThatHasJustBegun()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        await AttemptTests.BegunAsync(city, ReadingAttempts.Most, DateTimeOffset.UtcNow);

        Assert.Contains("is still being processed", (await city.PurgeAsync("zaisei-0002")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST $batch")]
    [InlineData("PUT Submissions")]
    [InlineData("PUT Current")]
    [InlineData("DELETE submissions/")]
    [InlineData("DELETE publications/")]
    [InlineData("PUT $web/index.html")]
    [InlineData("DELETE content/")]
    [InlineData("PUT Audit")]
    public async Task APurgeThatDiedIsFinishedByTheSweep(string death)
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        var purge = await city.Get<Purger>().RequestAsync("zaisei-0002", "the coordinator", default);
        await DieAsync(city, purge!, death);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        await TheSweepEndsAsync(city, purge!);
        Assert.Equal([Other], await city.InitiativesAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task APurgeThatDiedBetweenTwoSubmissionsFindsThemAllAgain(int rows)
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        await city.RejectAsync();
        await city.ReportAsync(Other, Secret);
        await city.PublishAsync(Triggers.Request);
        var purge = await city.Get<Purger>().RequestAsync("zaisei-0002", "the coordinator", default);
        await DieAsync(city, purge!, "PUT Submissions", rows);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        await TheSweepEndsAsync(city, purge!);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task APurgeDoesNotEndWhileThePurgedPageIsOnTheSite(bool isWrittenMeanwhile)
    {
        const string Page = "initiatives/zaisei-0002/index.html";
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        network.IsCut = request =>
        {
            var isMeant = PublishedCity.Named(request) == $"DELETE $web/{Page}";
            if (isMeant && isWrittenMeanwhile)
                new BlobContainerClient(city.Connection, "$web").GetBlobClient(Page).Upload(BinaryData.FromString(Secret), overwrite: true);
            return isMeant && !isWrittenMeanwhile;
        };

        var purge = await city.PurgeAsync("zaisei-0002");
        network.IsCut = _ => false;

        Assert.Equal(PurgeState.Requested, purge.State);
        await TheSweepEndsAsync(city, purge);
    }

    [Fact]
    public async Task APurgeWaitsForARequestedRestore()
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        var clean = await city.NewestAsync();
        await city.ReportAsync(Other, Secret);
        await city.PublishAsync(Triggers.Request);
        await city.Get<Restoration>().RequestAsync(clean.Id, "the coordinator", default);

        var purge = await city.PurgeAsync("zaisei-0002");

        Assert.Equal(PurgeState.Requested, purge.State);
        await TheSweepEndsAsync(city, purge);
    }

    [Fact]
    public async Task APurgeAlsoDeletesAnUploadThatIsStoredWhileItRuns()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        var (before, raced) = ((await city.CurrentAsync())!, 0);
        network.IsCut = request =>
        {
            // An upload that began before the purge stores its row only after the purge has looked for the submissions that it must empty.
            if (PublishedCity.Named(request) == "PUT $web/index.html" && Interlocked.Exchange(ref raced, 1) == 0)
                Task.Run(() => LoseAsync(city, before)).GetAwaiter().GetResult();
            return false;
        };

        var purge = await city.PurgeAsync("zaisei-0002");

        Assert.Equal(PurgeState.Requested, purge.State);
        Assert.NotEmpty(await city.Storage.PlacesOfAsync(Mark));
        await TheSweepEndsAsync(city, purge);
    }

    [Fact]
    public async Task APurgeDeletesNothingYetIfAnotherProcessChangesItsReplacement()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        var changed = 0;
        network.IsCut = request =>
        {
            // Just before the purge writes the records of the submission that replaces the purged one, another process changes the row of
            // the replacing submission.
            if (PublishedCity.Named(request).StartsWith("POST $batch", StringComparison.Ordinal)
                && Interlocked.Exchange(ref changed, 1) == 0)
                TakeOver(city.Connection);
            return false;
        };

        var purge = await city.PurgeAsync("zaisei-0002");

        Assert.Equal((PurgeState.Requested, 1), (purge.State, changed));
        Assert.Equal([Other, Secret], await city.InitiativesAsync());
        await TheSweepEndsAsync(city, purge);
        Assert.Equal([Other], await city.InitiativesAsync());
    }

    [Fact]
    public async Task APurgeDuringAHoldDoesNotEndWhileAStrayFileIsOnTheSite()
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        await city.RestoreAsync((await city.NewestAsync()).Id);
        await city.RejectAsync();
        WriteStray(city.Connection);
        var written = 0;
        network.IsCut = request =>
        {
            if (PublishedCity.Named(request) == "DELETE $web/stray.html" && Interlocked.Exchange(ref written, 1) == 0)
                WriteStray(city.Connection);
            return false;
        };

        var purge = await city.PurgeAsync((await city.Get<SubmissionStore>().HistoryAsync(City.Year, "zaisei", default))
            .First(s => s.State == SubmissionState.Rejected).Id.Value);

        Assert.Equal((PurgeState.Requested, 1), (purge.State, written));
        await TheSweepEndsAsync(city, purge);
        Assert.DoesNotContain("stray.html", (await city.SiteAsync()).Keys);
    }

    [Fact]
    public async Task APurgeThatCannotContinueDoesNotFailTheSweep()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        var entry = city.Storage.PublicationBlobs.Client.GetBlobClient($"{(await city.NewestAsync()).Id}/changes.json");
        var content = (await entry.DownloadContentAsync()).Value.Content;
        await entry.DeleteAsync();
        var purge = await city.Get<Purger>().RequestAsync("zaisei-0002", "the coordinator", default);

        Assert.Contains($"purge {purge!.Id} Requested", await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default));

        await entry.UploadAsync(content);
        await TheSweepEndsAsync(city, purge);
    }

    private static void TakeOver(string connection)
    {
        var rows = new TableClient(connection, "Submissions");
        var received = Assert.Single(rows.Query<TableEntity>("State eq 'Received'").ToList());
        received["Attempts"] = 1;
        rows.UpdateEntity(received, received.ETag, TableUpdateMode.Replace);
    }

    private static void WriteStray(string connection) =>
        new BlobContainerClient(connection, "$web").GetBlobClient("stray.html").Upload(BinaryData.FromString("stray"), overwrite: true);

    private static async Task TheSweepEndsAsync(City city, Purge purge)
    {
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        Assert.Equal(PurgeState.Done, (await city.Get<PurgeStore>().FindAsync(purge.Id, default))!.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    private static async Task LoseAsync(City city, CurrentPointer before)
    {
        var (submissions, now) = (city.Get<SubmissionStore>(), city.Get<TimeProvider>().GetUtcNow());
        var (id, workbook) = (SubmissionId.New(City.Year, "zaisei", now), Some.Workbook("zaisei", Other, Secret, Third));
        await submissions.SaveOriginalAsync(id, workbook, default);
        var received = await submissions.AddAsync(
            new(id, SubmissionState.Received, null, "", workbook.Length, now, "a clerk", before.Submission, before.Version), default);
        Assert.IsType<UploadOutcome.Conflict>(await city.Get<Acceptance>().ResumeAsync(received, await city.ReportingYearAsync(), default));
    }

    private Task DieAsync(City city, Purge purge, string death, int times = 1) => city.DieAsync(
        network,
        request => PublishedCity.Named(request).StartsWith(death, StringComparison.Ordinal) && Interlocked.Decrement(ref times) <= 0,
        () => city.Get<Purger>().RunAsync(purge, default));
}
