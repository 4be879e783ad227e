using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Storage.Tests.Submissions;

[Collection(OneAzurite.Name)]
public sealed class SubmissionStoreTests(SharedAzurite azurite)
{
    private static readonly DateTimeOffset Noon = new(2018, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly SubmissionId id = SubmissionId.New(FiscalYear.Of(2018), "zaisei", Noon);

    [Fact]
    public async Task ARowComesBackAsItWasWritten()
    {
        var store = new SubmissionStore(await NewStorageAsync());
        var row = new Submission(id, SubmissionState.Rejected, "報告.xlsx", "00", 12, Noon, "a clerk", "another", new StoredVersion("\"1\""))
        {
            Layout = "template",
            Counts = new([1, 2, 3, 4, 5, 6, 7]),
            Records = 30,
            Attempts = 2,
            AttemptedAt = Noon.AddTicks(1),
            ProblemCount = 1,
            Readability = new(100, 40, 75),
            Numbers = new(9, [new("kankyo-0001-3", "0a1b2c3d"), new("kankyo-0002-12", "4e5f6071")]),
            IsBeingAbandoned = true,
        };

        var added = await store.AddAsync(row, default);

        Assert.Equal(added, await store.FindAsync(id, default));
    }

    [Fact]
    public async Task AnEmptyListOfProblemsIsStored()
    {
        var store = new SubmissionStore(await NewStorageAsync());
        Assert.False(await store.HasProblemsAsync(id, default));

        await store.SaveProblemsAsync(id, [], default);

        Assert.True(await store.HasProblemsAsync(id, default));
    }

    [Fact]
    public async Task TheCurrentPointerContainsTheNumberOfRecords()
    {
        var current = new CurrentStore(await NewStorageAsync());
        await current.TryMoveAsync(FiscalYear.Of(2018), new("zaisei", id.Value, "00", Noon, default) { Records = 30 }, null, default);

        Assert.Equal(30, Assert.Single(await current.OfYearAsync(FiscalYear.Of(2018), default)).Records);
    }

    [Fact]
    public async Task AMarkedWorkbookIsStoredOnceAndOnlyWhileItsReservationExists()
    {
        var reports = new ReportStore(await NewStorageAsync());
        var place = (await reports.ReserveAsync(id, default))!.Value;
        Assert.Equal(place, await reports.ReserveAsync(id, default));
        using (var empty = await reports.FindAsync(id, default))
            Assert.Null(empty!.MarkedBy);

        Assert.True(await reports.TrySaveAsync(id, place, new([1], "1"), default));
        Assert.False(await reports.TrySaveAsync(id, place, new([2], "2"), default));
        using (var kept = await reports.FindAsync(id, default))
            Assert.Equal(("1", 1), (kept!.MarkedBy, await FirstByteAsync(kept.Content)));

        await reports.RemoveAsync(id, default);
        Assert.False(await reports.TrySaveAsync(id, place, new([3], "3"), default));
        Assert.Null(await reports.FindAsync(id, default));
    }

    private static async Task<int> FirstByteAsync(Stream content)
    {
        var first = new byte[1];
        await content.ReadExactlyAsync(first);
        return first[0];
    }

    private async Task<CityStorage> NewStorageAsync()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        await storage.EnsureCreatedAsync(default);
        return storage;
    }
}
