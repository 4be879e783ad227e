using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Storage.Tests.Reviews;

[Collection(OneAzurite.Name)]
public sealed class ReviewStoreTests(SharedAzurite azurite)
{
    private static readonly DateTimeOffset Noon = new(2018, 8, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly DepartmentYear Zaisei = new(FiscalYear.Of(2018), "zaisei");

    private static readonly ReviewLine Line = new("l1", ReviewLineKind.Message, "財政 太郎", Noon)
    {
        Side = ReviewSide.Department,
        Submission = "s",
        Section = ReportSection.Wards,
        Text = "質問です。",
        About = "a",
    };

    private static readonly Confirmation Confirmed = new(
        new("00ff"), "sudden-change", "zaisei-0001-1", "財政 太郎", Noon)
    { Reason = "正しい", ReasonUse = ReasonUse.Published };

    [Fact]
    public async Task AReviewComesBackAsItWasWrittenWithItsLinesAndConfirmations()
    {
        var store = new ReviewStore(await NewStorageAsync());
        var review = new Review("zaisei")
        {
            Verdict = new("v", VerdictKind.SentBack, "s", "推進 花子", Noon),
            Comments = [new("v-Wards", ReportSection.Wards, "区名", true)],
            Findings = new("s", new(0, 1, 2, 3), "財政 太郎"),
            ConfirmedAt = Noon,
            Last = new("l1", ReviewLineKind.Message, "財政 太郎", Noon),
        };
        var stored = new StoredReview(review,
            null)
        { UnwrittenAuditEntries = [new("a", "推進 花子", "report sent back", "2018-zaisei", Noon) { Submission = "s" }] };

        Assert.IsType<Written<StoredReview>>(await store.TryWriteAsync(Zaisei.Year, stored, new([Line], [Confirmed]), default));

        var found = await store.FindAsync(Zaisei, default);
        Assert.Equal(review, found.Review);
        Assert.Equal(stored.UnwrittenAuditEntries, found.UnwrittenAuditEntries);
        Assert.Equal([Line], await store.LinesAsync(Zaisei, default));
        Assert.Equal([Confirmed], await store.ConfirmationsAsync(Zaisei, default));
        Assert.Equal([Confirmed], await store.ConfirmationsAsync(Zaisei with { Year = FiscalYear.Of(2019) }, default));
        Assert.Empty(await store.ConfirmationsAsync(Zaisei with { Year = FiscalYear.Of(2020) }, default));
        Assert.IsType<Overtaken<StoredReview>>(
            await store.TryWriteAsync(Zaisei.Year, stored with { UnwrittenAuditEntries = [] }, new([], []), default));
    }

    [Fact]
    public async Task DepartmentsWhoseCodesBeginAlikeAreKeptApart()
    {
        var storage = await NewStorageAsync();
        var (store, current) = (new ReviewStore(storage), new CurrentStore(storage));
        foreach (var department in new[] { "zaisei", "zai", "zaiseikyoku" })
            await store.TryWriteAsync(Zaisei.Year, new(new(department), null), new([Line with { Text = department }], []), default);
        await current.TryMoveAsync(Zaisei.Year,
            new("zaisei", "s", "00", Noon, default) { Who = "財政 太郎", Findings = new(0, 1, 2, 3), DeclaresNothing = true }, null, default);

        Assert.Equal("zai", Assert.Single(await store.LinesAsync(Zaisei with { Department = "zai" }, default)).Text);
        Assert.Equal(["zai", "zaisei", "zaiseikyoku"], (await store.OfYearAsync(Zaisei.Year, default)).Select(r => r.Department));
        var pointer = Assert.Single(await current.OfYearAsync(Zaisei.Year, default));
        Assert.Equal(("財政 太郎", new FindingTally(0, 1, 2, 3), true), (pointer.Who, pointer.Findings, pointer.DeclaresNothing));
    }

    [Fact]
    public async Task TheAuditLogReturnsItsOldestMonthAndTheEntriesOfAMonth()
    {
        var log = new AuditLog(await NewStorageAsync());
        Assert.Null(await log.OldestMonthAsync(default));
        await log.WriteAsync(new("b", "x", "purge", "zaisei-0001", Noon), default);
        await log.WriteAsync(new("a", "x", "release", "2018", Noon.AddMonths(-3)), default);

        Assert.Equal("2018-05", await log.OldestMonthAsync(default));
        Assert.Equal([new("b", "x", "purge", "zaisei-0001", Noon)], await log.OfMonthAsync("2018-08", default));
    }

    private async Task<CityStorage> NewStorageAsync()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        await storage.EnsureCreatedAsync(default);
        return storage;
    }
}
