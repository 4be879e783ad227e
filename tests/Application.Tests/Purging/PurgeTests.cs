using System.Net;
using Azure.Data.Tables;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Purging;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Application.Tests.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Purges;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;
using static KawasakiServerless.Application.Tests.Purging.PurgedCity;

namespace KawasakiServerless.Application.Tests.Purging;

/// <summary>A purge deletes what should never have been uploaded, wherever it is, and nothing else.</summary>
[Collection(SharedAzurite.Name)]
public sealed class PurgeTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task APurgedRecordIsDeletedEverywhereInStorageAndOtherRecordsStay()
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        await city.RejectAsync();
        await city.ReportAsync(Other, Secret, Third);
        await city.PublishAsync(Triggers.Request);
        var before = await city.Storage.PlacesOfAsync(Mark);
        foreach (
            var kind in new[]
            {
                "Records ", "submissions ", "publications ", "content ", "$web initiatives/", "$web data/", "$web search/", "$web changes/",
            })
            Assert.Contains(before, place => place.StartsWith(kind, StringComparison.Ordinal));

        var purge = await city.PurgeAsync("zaisei-0002");

        Assert.Equal(PurgeState.Done, purge.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Equal([Other, Third], await city.InitiativesAsync());
        Assert.Contains("initiatives/zaisei-0003/index.html", (await city.SiteAsync()).Keys);
        Assert.DoesNotContain("initiatives/zaisei-0002/index.html", (await city.SiteAsync()).Keys);
    }

    [Fact]
    public async Task PurgingTheCurrentSubmissionMakesTheEarlierOneCurrentAgain()
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        var first = await city.NewestAsync();
        await city.ReportAsync(Other, Secret);
        await city.PublishAsync(Triggers.Request);
        var second = await city.NewestAsync();

        var purge = await city.PurgeAsync((await city.CurrentAsync())!.Submission);

        Assert.Equal(PurgeState.Done, purge.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Equal([Other], await city.InitiativesAsync());
        // A publication that contained the purged data cannot be restored any more; one that did not contain it still can.
        Assert.IsType<RestoreOutcome.Gone>(await city.Get<Restoration>().RequestAsync(second.Id, "a test", default));
        Assert.IsType<RestoreOutcome.Requested>(await city.Get<Restoration>().RequestAsync(first.Id, "a test", default));
    }

    [Fact]
    public async Task PurgingTheOnlySubmissionLeavesTheDepartmentWithoutAReport()
    {
        await using var city = await azurite.PublishedAsync(network, Secret);
        var submission = (await city.CurrentAsync())!.Submission;

        await city.PurgeAsync(submission);

        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Null(await city.CurrentAsync());
        Assert.True(SubmissionId.TryParse(submission, out var id));
        var row = await city.Get<SubmissionStore>().FindAsync(id!, default);
        Assert.Equal((SubmissionState.Purged, null, null), (row!.State, row.FileName, row.Counts));
        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", Other)));
    }

    [Fact]
    public async Task UploadingTheSameWorkbookAfterAPurgeIsANewSubmission()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        await city.PurgeAsync("zaisei-0002");

        Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", Other, Secret)));
    }

    [Fact]
    public async Task TheHistoryAfterAPurgeListsOnlyTheNewRecord()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        await city.PurgeAsync("zaisei-0002");
        await city.SubmitAsync("zaisei", Some.UnnumberedWorkbook("zaisei", City.Year, Other, Third));
        await city.PublishAsync(Triggers.Request);

        var newest = (await city.Get<ChangeStore>().ReadHistoryAsync()).History.Newest!;

        var record = Assert.Single(newest.Years.SelectMany(y => y.Records));
        Assert.Equal((ChangeKind.Added, Third), (record.Change, record.Title));
        // The number of a record is never used again, not even that of a purged record.
        Assert.Equal("zaisei-0003", record.Id);
    }

    [Fact]
    public async Task APurgeKeepsTheHoldOfAPublicationWithoutThePurgedRecord()
    {
        await using var city = await azurite.PublishedAsync(network, Other);
        var clean = await city.NewestAsync();
        await city.ReportAsync(Other, Secret);
        await city.PublishAsync(Triggers.Request);
        await city.RestoreAsync(clean.Id);
        var held = await city.SiteAsync();

        await city.PurgeAsync("zaisei-0002");

        Assert.Equal(clean.Id, (await city.Get<HoldStore>().FindAsync(default))?.Restored);
        Assert.Equal(held, await city.SiteAsync());
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    [Fact]
    public async Task APurgeLiftsTheHoldOfAPublicationWithThePurgedRecord()
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        var shown = await city.NewestAsync();
        await city.ReportAsync(Other);
        await city.PublishAsync(Triggers.Request);
        await city.RestoreAsync(shown.Id);

        await city.PurgeAsync("zaisei-0002");

        Assert.Null(await city.Get<HoldStore>().FindAsync(default));
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
    }

    [Fact]
    public async Task ARecordOfAYearThatIsNotReleasedCanBePurged()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        await city.ReportAsync(Other, Secret);

        Assert.Equal(PurgeState.Done, (await city.PurgeAsync("zaisei-0002")).State);

        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Equal([Other], await city.InitiativesAsync());
    }

    [Fact]
    public async Task ARecordIsAlsoPurgedFromTheReportsOfTheDepartmentThatSucceededItsDepartment()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        await city.ReportAsync(Secret, Other);
        await city.ReleaseAsync();
        await city.ReorganiseNextYearAsync(
            new Reorganisation.Merge(["zaisei", "kenkofukushi"], RegisteredCity.Bureau("zaimu", RegisteredCity.Zaimu)));
        await city.SubmitNextYearAsync("zaimu", await city.TemplateAsync("zaimu"));
        await city.Get<YearStore>().ReleaseAsync(RegisteredCity.NextYear, default);
        await city.PublishAsync(Triggers.Request);
        Assert.Contains("initiatives/zaisei-0001/index.html", (await city.SiteAsync()).Keys);

        var purge = await city.PurgeAsync("zaisei-0001");

        Assert.Equal(PurgeState.Done, purge.State);
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        Assert.Equal([Other], await city.InitiativesAsync());
        Assert.Equal([$"zaisei-0002 {Other}"], await city.InitiativesAsync("zaimu"));
    }

    [Fact]
    public async Task TheAuditLogNamesOnceWhoPurgedWhichRecord()
    {
        await using var city = await azurite.PublishedAsync(network, Secret);
        var purge = await city.PurgeAsync("zaisei-0001");
        await city.Get<Purger>().RunAsync(purge, default);

        var line = Assert.Single(
            await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync(), e => e.GetString("What") == "purge");

        Assert.Equal(("the coordinator", "zaisei-0001"), (line.GetString("Who"), line.GetString("To")));
    }

    [Fact]
    public async Task ARecordOrSubmissionThatDoesNotExistCannotBePurged()
    {
        await using var city = await azurite.PublishedAsync(network, Other);

        foreach (var what in new[] { "zaisei-0002", "zaisei", "", "2018-zaisei-20180401T000000000-abcdef", "../secret", "zaisei'0001" })
            Assert.Null(await city.Get<Purger>().RequestAsync(what, "a test", default));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task APurgeDoesNotEndWhileStorageRefusesToDeleteEarlierVersions(HttpStatusCode refusal)
    {
        await using var city = await azurite.PublishedAsync(network, Other, Secret);
        network.Refusal = request => request.RequestUri!.Query.Contains("include=Deleted", StringComparison.Ordinal) ? refusal : null;

        var purge = await city.PurgeAsync("zaisei-0002");
        network.Refusal = _ => null;

        Assert.Equal(
            (PurgeState.Requested, "Everything is removed except the account's earlier versions: storage refused to remove them (Refused)."),
            (purge.State, purge.Message));
        Assert.Empty(await city.Storage.PlacesOfAsync(Mark));
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        Assert.Equal(PurgeState.Done, (await city.Get<PurgeStore>().FindAsync(purge.Id, default))!.State);
    }
}
