using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using KawasakiServerless.App.Tests.Faults;
using KawasakiServerless.App.Tests.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Functions.Publishing;
using KawasakiServerless.Functions.Purging;
using KawasakiServerless.Functions.Submissions;
using KawasakiServerless.Functions.Sweep;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Purges;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.App.Tests.Purging;

/// <summary>What should never have been uploaded goes from everywhere, and all else stays.</summary>
[Collection(SharedAzurite.Name)]
public sealed class PurgeFacts(SharedAzurite azurite)
{
    // A character that stands nowhere else.
    private const char Mark = '麤';
    private const string Secret = "麤澤さんのお宅を訪問した。", Other = "講座を開いた。", Third = "相談を受けた。";

    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task ARecordThatIsPurgedIsFoundNowhere()
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        await RejectAsync(city);
        await city.ReportAsync(Other, Secret, Third);
        await city.PublishAsync(Triggers.Request);
        var before = await city.Storage.PlacesOfAsync(Mark);
        foreach (var kind in new[] { "Records ", "submissions ", "publications ", "content ", "$web initiatives/", "$web data/", "$web search/", "$web changes/" })
            Assert.Contains(before, place => place.StartsWith(kind, StringComparison.Ordinal));

        var purge = await PurgeAsync(city, "zaisei-0002");

        Assert.Equal(PurgeState.Done, purge.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Equal([Other, Third], await InitiativesAsync(city));
        Assert.Contains("initiatives/zaisei-0003/index.html", (await city.SiteAsync()).Keys);
        Assert.DoesNotContain("initiatives/zaisei-0002/index.html", (await city.SiteAsync()).Keys);
    }

    [Fact]
    public async Task WithASubmissionWhatItSupersededCountsAgain()
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        var first = await city.NewestAsync();
        await city.ReportAsync(Other, Secret);
        await city.PublishAsync(Triggers.Request);
        var second = await city.NewestAsync();

        var purge = await PurgeAsync(city, (await CurrentAsync(city))!.Submission);

        Assert.Equal(PurgeState.Done, purge.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Equal([Other], await InitiativesAsync(city));
        // What did not hold it can still be put back, what did cannot.
        Assert.IsType<RestoreOutcome.Gone>(await city.Get<Restoration>().RequestAsync(second.Id, "a test", default));
        Assert.IsType<RestoreOutcome.Requested>(await city.Get<Restoration>().RequestAsync(first.Id, "a test", default));
    }

    [Fact]
    public async Task WithTheOnlySubmissionADepartmentHasNotReported()
    {
        await using var city = await azurite.PublishedAsync(network, Secret);
        var submission = (await CurrentAsync(city))!.Submission;

        await PurgeAsync(city, submission);

        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Null(await CurrentAsync(city));
        Assert.True(SubmissionId.TryParse(submission, out var id));
        var row = await city.Get<SubmissionStore>().FindAsync(id!, default);
        Assert.Equal((SubmissionState.Purged, null, null), (row!.State, row.FileName, row.Counts));
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", Other)));
    }

    [Fact]
    public async Task TheSameWorkbookAgainIsANewSubmission()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        await PurgeAsync(city, "zaisei-0002");

        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", Other, Secret)));
    }

    [Fact]
    public async Task ThePublicationAfterItTellsWhatIsNewAndNoMore()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        await PurgeAsync(city, "zaisei-0002");
        await city.SubmitAsync("zaisei", Some.UnnumberedWorkbook("zaisei", City.Year, Other, Third));
        await city.PublishAsync(Triggers.Request);

        var newest = (await city.Get<ChangeStore>().ReadAsync(default)).History.Newest!;

        var record = Assert.Single(newest.Years.SelectMany(y => y.Records));
        Assert.Equal((ChangeKind.Added, Third), (record.Change, record.Title));
        // A number is never given twice, not even that of what was purged.
        Assert.Equal("zaisei-0003", record.Id);
    }

    [Fact]
    public async Task AHoldOfWhatIsPurgedIsLiftedAndAnotherStays()
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        var clean = await city.NewestAsync();
        await city.ReportAsync(Other, Secret);
        await city.PublishAsync(Triggers.Request);
        await RestoreAsync(city, clean.Id);
        var held = await city.SiteAsync();

        await PurgeAsync(city, "zaisei-0002");

        Assert.Equal(clean.Id, (await city.Get<HoldStore>().FindAsync(default))?.Restored);
        Assert.Equal(held, await city.SiteAsync());
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    [Fact]
    public async Task AHoldThatShowsItIsLifted()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        var shown = await city.NewestAsync();
        await city.ReportAsync(Other);
        await city.PublishAsync(Triggers.Request);
        await RestoreAsync(city, shown.Id);

        await PurgeAsync(city, "zaisei-0002");

        Assert.Null(await city.Get<HoldStore>().FindAsync(default));
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    [Fact]
    public async Task BeforeTheYearIsReleasedItIsPurgedAsWell()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        await city.ReportAsync(Other, Secret);

        Assert.Equal(PurgeState.Done, (await PurgeAsync(city, "zaisei-0002")).State);

        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Equal([Other], await InitiativesAsync(city));
    }

    [Fact]
    public async Task WhoPurgedWhatIsKeptOnceAndNoneOfItsContent()
    {
        await using var city = await azurite.PublishedAsync(network, Secret);
        var purge = await PurgeAsync(city, "zaisei-0001");
        await city.Get<Purger>().RunAsync(purge, default);

        var line = Assert.Single(await city.Storage.Audit.QueryAsync<TableEntity>().ToListAsync(), e => e.GetString("What") == "purge");

        Assert.Equal(("the coordinator", "zaisei-0001"), (line.GetString("Who"), line.GetString("To")));
    }

    [Fact]
    public async Task WhatIsNotThereCannotBePurged()
    {
        await using var city = await azurite.PublishedAsync(network, Other);

        foreach (var what in new[] { "zaisei-0002", "zaisei", "", "2018-zaisei-20180401T000000000-abcdef", "../secret", "zaisei'0001" })
            Assert.Null(await city.Get<Purger>().RequestAsync(what, "a test", default));
    }

    [Fact]
    public async Task ItWaitsForASubmissionUnderWay()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        network.IsCut = request => PublishedCity.Named(request).StartsWith("POST $batch", StringComparison.Ordinal);
        await Xunit.Record.ExceptionAsync(() => city.ReportAsync(Other, Secret, Third));
        network.IsCut = _ => false;

        var purge = await PurgeAsync(city, "zaisei-0002");
        Assert.Equal(PurgeState.Requested, purge.State);
        Assert.Contains("is under way", purge.Message, StringComparison.Ordinal);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        Assert.Equal(PurgeState.Done, (await city.Get<PurgeStore>().FindAsync(purge.Id, default))!.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Equal([Other, Third], await InitiativesAsync(city));
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
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(PurgeState.Done, (await city.Get<PurgeStore>().FindAsync(purge!.Id, default))!.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Equal([Other], await InitiativesAsync(city));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task APurgeThatDiedBetweenTwoSubmissionsFindsThemAllAgain(int rows)
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        await RejectAsync(city);
        await city.ReportAsync(Other, Secret);
        await city.PublishAsync(Triggers.Request);
        var purge = await city.Get<Purger>().RequestAsync("zaisei-0002", "the coordinator", default);
        await DieAsync(city, purge!, "PUT Submissions", rows);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(PurgeState.Done, (await city.Get<PurgeStore>().FindAsync(purge!.Id, default))!.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ItDoesNotEndWhileItsPageIsOnTheSite(bool isWrittenMeanwhile)
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

        var purge = await PurgeAsync(city, "zaisei-0002");
        network.IsCut = _ => false;

        Assert.Equal(PurgeState.Requested, purge.State);
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        Assert.Equal(PurgeState.Done, (await city.Get<PurgeStore>().FindAsync(purge.Id, default))!.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    [Fact]
    public async Task ItWaitsForWhatIsBeingPutBack()
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        var clean = await city.NewestAsync();
        await city.ReportAsync(Other, Secret);
        await city.PublishAsync(Triggers.Request);
        await city.Get<Restoration>().RequestAsync(clean.Id, "the coordinator", default);

        var purge = await PurgeAsync(city, "zaisei-0002");

        Assert.Equal(PurgeState.Requested, purge.State);
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        Assert.Equal(PurgeState.Done, (await city.Get<PurgeStore>().FindAsync(purge.Id, default))!.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    [Fact]
    public async Task AWorkbookThatWasCheckedMeanwhileGoesAsWell()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        var (before, raced) = ((await CurrentAsync(city))!, 0);
        network.IsCut = request =>
        {
            // An upload that began before the purge, and whose row came after it had looked.
            if (PublishedCity.Named(request) == "PUT $web/index.html" && Interlocked.Exchange(ref raced, 1) == 0)
                Task.Run(() => LoseAsync(city, before)).GetAwaiter().GetResult();
            return false;
        };

        var purge = await PurgeAsync(city, "zaisei-0002");

        Assert.Equal(PurgeState.Requested, purge.State);
        Assert.NotEmpty(await city.Storage.PlacesOfAsync(Mark));
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        Assert.Equal(PurgeState.Done, (await city.Get<PurgeStore>().FindAsync(purge.Id, default))!.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    [Fact]
    public async Task APurgeThatCannotGoOnKeepsBackNothingElse()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        var entry = city.Storage.PublicationBlobs.GetBlobClient($"{(await city.NewestAsync()).Id}/changes.json");
        var content = (await entry.DownloadContentAsync()).Value.Content;
        await entry.DeleteAsync();
        var purge = await city.Get<Purger>().RequestAsync("zaisei-0002", "the coordinator", default);

        Assert.Contains($"purge {purge!.Id} Requested", await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default));

        await entry.UploadAsync(content);
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        Assert.Equal(PurgeState.Done, (await city.Get<PurgeStore>().FindAsync(purge.Id, default))!.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    private static async Task<Purge> PurgeAsync(City city, string what) =>
        await city.Get<Purger>().RunAsync((await city.Get<Purger>().RequestAsync(what, "the coordinator", default))!, default);

    // An initiative without its viewpoint: the workbook is kept, and nothing of it counts.
    private static async Task RejectAsync(City city) =>
        Assert.IsType<UploadOutcome.Rejected>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", Secret, new string('長', 40_000))));

    private static async Task LoseAsync(City city, CurrentPointer before)
    {
        var (submissions, now) = (city.Get<SubmissionStore>(), city.Get<TimeProvider>().GetUtcNow());
        var (id, workbook) = (SubmissionId.New(City.Year, "zaisei", now), Some.Workbook("zaisei", Other, Secret, Third));
        await submissions.SaveOriginalAsync(id, workbook, default);
        var received = await submissions.AddAsync(new(id, SubmissionState.Received, null, "", workbook.Length, now, "a clerk", before.Submission, before.ETag), default);
        Assert.IsType<UploadOutcome.Conflict>(await city.Get<Acceptance>().ResumeAsync(received, await city.ReportingYearAsync(), default));
    }

    private static async Task RestoreAsync(City city, string publication)
    {
        var requested = Assert.IsType<RestoreOutcome.Requested>(await city.Get<Restoration>().RequestAsync(publication, "the coordinator", default));
        Assert.Equal(PublicationState.Live, (await city.Get<Publisher>().RunAsync(requested.Publication, default)).State);
    }

    private static Task<CurrentPointer?> CurrentAsync(City city) => city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default);

    private static async Task<IEnumerable<string>> InitiativesAsync(City city) =>
        (await city.Get<RecordStore>().ReadAsync((await CurrentAsync(city))!.Submission, default)).Initiatives.Select(i => i.Text);

    private async Task DieAsync(City city, Purge purge, string death, int times = 1)
    {
        var dead = false;
        network.IsCut = request => dead |= PublishedCity.Named(request).StartsWith(death, StringComparison.Ordinal) && Interlocked.Decrement(ref times) <= 0;
        await Xunit.Record.ExceptionAsync(() => city.Get<Purger>().RunAsync(purge, default));
        Assert.True(dead, death);
        network.IsCut = _ => false;
        await city.Storage.Locks.GetBlobClient("publish").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
    }
}
