using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Sweep;

[Collection(SharedAzurite.Name)]
public sealed class SweeperTests(SharedAzurite azurite)
{
    [Fact]
    public async Task TheSweepFinishesASubmissionThatWasOnlyReceived()
    {
        await using var city = await City.OpenAsync(azurite);
        var left = await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", "残り"));

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(SubmissionState.Accepted, (await city.Get<SubmissionStore>().FindAsync(left.Id, default))?.State);
        Assert.Equal(left.Id.Value, (await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default))?.Submission);
    }

    [Fact]
    public async Task TheSweepLeavesAYoungSubmissionToTheProcessThatReceivedIt()
    {
        await using var city = await City.OpenAsync(azurite);
        var young = await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", "途中"));

        Assert.Empty(await city.Get<Sweeper>().SweepAsync(Sweeper.MinimumAge, default));

        Assert.Equal(SubmissionState.Received, (await city.Get<SubmissionStore>().FindAsync(young.Id, default))?.State);
    }

    [Fact]
    public async Task TheSweepDeletesAWorkbookWithoutASubmissionRow()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("shobo", Some.Workbook("shobo", "その前"));
        var id = SubmissionId.New(City.Year, "zaisei", DateTimeOffset.UtcNow);
        await city.Get<SubmissionStore>().SaveOriginalAsync(id, Some.Workbook("zaisei", "途中"), default);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.FromDays(-2), default);

        Assert.Null(await city.Get<SubmissionStore>().OriginalAsync(id, default));
    }

    [Fact]
    public async Task NoWorkbookIsRemovedWhenTheTableOfSubmissionsIsLost()
    {
        await using var city = await City.OpenAsync(azurite);
        var accepted = Assert.IsType<UploadOutcome.Accepted>(await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "残る")));
        await city.Storage.Submissions.Client.DeleteEntityAsync(accepted.Submission.Id.Partition, accepted.Submission.Id.Value);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.FromDays(-2), default);

        Assert.NotNull(await city.Get<SubmissionStore>().OriginalAsync(accepted.Submission.Id, default));
    }

    [Fact]
    public async Task TheSweepKeepsAWorkbookThatWasJustSaved()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("shobo", Some.Workbook("shobo", "その前"));
        var id = SubmissionId.New(City.Year, "zaisei", DateTimeOffset.UtcNow);
        await city.Get<SubmissionStore>().SaveOriginalAsync(id, Some.Workbook("zaisei", "途中"), default);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero - Sweeper.MinimumAge, default);

        Assert.NotNull(await city.Get<SubmissionStore>().OriginalAsync(id, default));
    }

    [Theory]
    [InlineData("note.txt")]
    [InlineData("original.xlsx")]
    [InlineData("2018/zaisei/{0}/note.txt")]
    [InlineData("copies/{0}/original.xlsx")]
    [InlineData("2018/zaisei/by-hand/original.xlsx")]
    public async Task TheSweepKeepsFilesThatAreNotSubmittedWorkbooks(string path)
    {
        await using var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("shobo", Some.Workbook("shobo", "その前"));
        var file = path.Replace("{0}", SubmissionId.New(City.Year, "zaisei", DateTimeOffset.UtcNow).Value, StringComparison.Ordinal);
        await city.Storage.SubmissionBlobs.Client.UploadBlobAsync(file, BinaryData.FromString("by hand"));

        await city.Get<Sweeper>().SweepAsync(TimeSpan.FromDays(-2), default);

        Assert.True(await city.Storage.SubmissionBlobs.Client.GetBlobClient(file).ExistsAsync());
    }

    [Fact]
    public async Task TheSweepFinishesACheckedSubmissionWithoutItsWorkbook()
    {
        await using var city = await City.OpenAsync(azurite);
        var accepted = (await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"))).Submission;
        await city.Get<SubmissionStore>().UpdateAsync(accepted with { State = SubmissionState.Ready }, default);
        await foreach (var blob in city.Storage.SubmissionBlobs.Client.GetBlobsAsync())
            await city.Storage.SubmissionBlobs.Client.DeleteBlobAsync(blob.Name);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(SubmissionState.Accepted, (await city.Get<SubmissionStore>().FindAsync(accepted.Id, default))?.State);
        Assert.Single((await city.Get<RecordStore>().ReadAsync(accepted.Id.Value, default)).Initiatives);
    }

    [Fact]
    public async Task ASubmissionThatCannotBeFinishedDoesNotDelayOtherUnfinishedWork()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.ReleaseAsync();
        var broken = await ReceiveForYearNotOpenAsync(city, DateTimeOffset.UtcNow);
        var left = await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", "残り"));
        var requested = await city.Get<Publisher>().RequestAsync(Triggers.Request, "the coordinator", default);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(SubmissionState.Received, (await city.Get<SubmissionStore>().FindAsync(broken, default))?.State);
        Assert.Equal(SubmissionState.Accepted, (await city.Get<SubmissionStore>().FindAsync(left.Id, default))?.State);
        Assert.Equal(PublicationState.Live, (await city.Get<PublicationStore>().FindAsync(requested.Id, default))?.State);
    }

    [Fact]
    public async Task ASubmissionThatExceedsItsDeadlineDoesNotDelayTheOthers()
    {
        var (clock, resumed) = (new TimedClock(), 0);
        await using var city = await City.OpenAsync(azurite, clock);
        var slow = await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", "遅い"));
        var left = await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", "残り"));
        clock.Started = length => clock.Over =
            length == Sweeper.ResumeDeadline && Interlocked.Increment(ref resumed) == 1 ? length : null;

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(2, resumed);
        Assert.Equal(
            (SubmissionState.Received, SubmissionState.Accepted), (await StateAsync(city, slow.Id), await StateAsync(city, left.Id)));
    }

    [Fact]
    public async Task ALongSweepLeavesTheRestOfTheSubmissionsToTheNextOne()
    {
        var clock = new TimedClock();
        await using var city = await City.OpenAsync(azurite, clock);
        var left = new List<Submission>();
        foreach (var text in new[] { "一", "二", "三" })
            left.Add(await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", text)));
        clock.Started = length => clock.Ahead += length == Sweeper.ResumeDeadline ? Sweeper.ResumesEndAfter / 2 : TimeSpan.Zero;

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal([true, true, false], await HaveEndedAsync(city, left));
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        Assert.Equal([true, true, true], await HaveEndedAsync(city, left));
    }

    [Fact]
    public async Task ASubmissionThatCouldNotBeFinishedForADayIsAbandoned()
    {
        await using var city = await City.OpenAsync(azurite);
        var broken = await ReceiveForYearNotOpenAsync(city, DateTimeOffset.UtcNow - SubmissionDecisions.GivenUpAfter);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(SubmissionState.Abandoned, (await city.Get<SubmissionStore>().FindAsync(broken, default))?.State);
    }

    [Fact]
    public async Task ASubmissionWhoseWorkbookIsGoneIsAbandoned()
    {
        await using var city = await City.OpenAsync(azurite);
        var left = await AcceptanceTests.ReceiveAsync(city, Some.Workbook("zaisei", "残り"));
        await foreach (var blob in city.Storage.SubmissionBlobs.Client.GetBlobsAsync())
            await city.Storage.SubmissionBlobs.Client.DeleteBlobAsync(blob.Name);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(SubmissionState.Abandoned, (await city.Get<SubmissionStore>().FindAsync(left.Id, default))?.State);
        Assert.Null(await city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default));
    }

    [Fact]
    public async Task TheSweepRunsARequestedPublicationThatNoProcessRan()
    {
        await using var city = await City.OpenAsync(azurite);
        await city.ReleaseAsync();
        var requested = await city.Get<Publisher>().RequestAsync(Triggers.Request, "the coordinator", default);

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(PublicationState.Live, (await city.Get<PublicationStore>().FindAsync(requested.Id, default))?.State);
    }

    private static async Task<SubmissionState?> StateAsync(City city, SubmissionId id) =>
        (await city.Get<SubmissionStore>().FindAsync(id, default))?.State;

    private static async Task<IReadOnlyList<bool>> HaveEndedAsync(City city, IEnumerable<Submission> submissions) => await Task.WhenAll(
        submissions.Select(async s => (await city.Get<SubmissionStore>().FindAsync(s.Id, default))!.HasEnded));

    private static async Task<SubmissionId> ReceiveForYearNotOpenAsync(City city, DateTimeOffset at)
    {
        var id = SubmissionId.New(FiscalYear.Of(2030), "zaisei", at);
        await city.Get<SubmissionStore>().AddAsync(new(id, SubmissionState.Received, null, "", 0, at, "a clerk", null, null), default);
        return id;
    }
}
