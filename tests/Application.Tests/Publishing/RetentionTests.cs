using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>
/// The last thirty different publications and the last one of each fiscal year can be restored. Stored contents that only older
/// publications use are deleted.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class RetentionTests(SharedAzurite azurite)
{
    private static readonly DateTimeOffset FirstOfApril = new(2026, 4, 1, 2, 0, 0, TimeSpan.FromHours(9));

    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task OnlyTheLastThirtyPublicationsAndTheLastOfEachFiscalYearAreKept()
    {
        await using var city = await City.OpenAsync(azurite);
        // Two publications in the fiscal year before, then one each night.
        string[] before = [await AddAsync(city, FirstOfApril.AddDays(-2)), await AddAsync(city, FirstOfApril.AddDays(-1))];
        List<string> nights = [];
        for (var day = 0; day < 33; day++)
            nights.Add(await AddAsync(city, FirstOfApril.AddDays(day)));

        var done = await city.Get<Retention>().TrySweepAsync(TimeSpan.Zero, default);

        string[] kept = [before[1], .. nights.Skip(3)];
        Assert.Equal(["removed 4 manifests that are no longer kept", "removed 4 contents that are no longer kept"], done);
        Assert.Equal(kept, (await city.Get<ManifestStore>().ListAsync(default)).Order(StringComparer.Ordinal));
        Assert.Equal(kept.Select(HashOf).Append(HashOf("in all"))
            .Order(StringComparer.Ordinal), (await city.Get<ContentStore>().ListAsync(default)).Keys.Order(StringComparer.Ordinal));
        Assert.Empty((await city.Get<Retention>().TrySweepAsync(TimeSpan.Zero, default))!);
    }

    [Fact]
    public async Task NightlyPublicationsWithoutChangesDoNotReplaceKeptPublications()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = await AddAsync(city, FirstOfApril);
        var second = await AddAsync(city, FirstOfApril.AddDays(1));
        for (var day = 2; day < 40; day++)
            await AddRowAsync(city, FirstOfApril.AddDays(day), p => p with { Manifest = second });

        Assert.Empty((await city.Get<Retention>().TrySweepAsync(TimeSpan.Zero, default))!);

        Assert.Equal([first, second], (await city.Get<ManifestStore>().ListAsync(default)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PublicationsWithTheSameFingerprintDoNotReplaceOtherKeptPublications()
    {
        await using var city = await City.OpenAsync(azurite);
        var first = await AddAsync(city, FirstOfApril);
        List<string> same = [];
        for (var day = 1; day < 40; day++)
            same.Add(await AddAsync(city, FirstOfApril.AddDays(day), p => p with { Manifest = p.Id, Fingerprint = "of the same" }));

        await city.Get<Retention>().TrySweepAsync(TimeSpan.Zero, default);

        Assert.Equal([first, same[^1]], (await city.Get<ManifestStore>().ListAsync(default)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PublicationsThatAreHeldBeingRestoredOrRunningAreKept()
    {
        await using var city = await City.OpenAsync(azurite);
        var (held, wanted, gone) = (await AddAsync(city, FirstOfApril), await AddAsync(city, FirstOfApril.AddDays(1)),
            await AddAsync(city, FirstOfApril.AddDays(2)));
        for (var day = 3; day < 33; day++)
            await AddAsync(city, FirstOfApril.AddDays(day));
        await city.Get<HoldStore>().SetAsync(new("a restore", held, "the coordinator", FirstOfApril), default);
        await AddRowAsync(city, FirstOfApril.AddDays(50),
            p => p with { State = PublicationState.Requested, Restores = wanted, Manifest = wanted, StartedAt = null });
        var running = await AddAsync(city, FirstOfApril.AddDays(51), p => p with { State = PublicationState.Running, Manifest = null });

        await city.Get<Retention>().TrySweepAsync(TimeSpan.Zero, default);

        var kept = await city.Get<ManifestStore>().ListAsync(default);
        Assert.Superset(new HashSet<string> { held, wanted, running }, kept.ToHashSet());
        Assert.DoesNotContain(gone, kept);
        Assert.NotNull(await city.Get<SiteArchive>().FindAsync(running, default));
    }

    [Fact]
    public async Task ContentsYoungerThanTheMinimumAgeAreKept()
    {
        await using var city = await City.OpenAsync(azurite);
        await AddContentAsync(city, "of nobody");

        Assert.Empty((await city.Get<Retention>().TrySweepAsync(Retention.MinimumAge, default))!);

        Assert.Single(await city.Get<ContentStore>().ListAsync(default));
    }

    [Fact]
    public async Task NoContentIsDeletedWhileAPublisherHoldsTheLock()
    {
        await using var city = await City.OpenAsync(azurite);
        await AddContentAsync(city, "of nobody");
        await using var held = await PublishLock.TryTakeAsync(city.Storage, TimeProvider.System, default);

        Assert.Null(await city.Get<Retention>().TrySweepAsync(TimeSpan.Zero, default));

        Assert.Single(await city.Get<ContentStore>().ListAsync(default));
    }

    [Fact]
    public async Task ADamagedManifestKeepsEveryContentAndIsReported()
    {
        await using var city = await City.OpenAsync(azurite);
        var damaged = await AddAsync(city, FirstOfApril);
        await AddContentAsync(city, "of nobody");
        await city.Storage.PublicationBlobs.Client.GetBlobClient($"{damaged}/manifest.json")
            .UploadAsync(BinaryData.FromString("{\"files\":{}}"), overwrite: true);

        var done = await city.Get<Retention>().TrySweepAsync(TimeSpan.Zero, default);

        Assert.Equal([$"the manifest of {damaged} is damaged: no content is removed, since the manifest may need it"], done);
        Assert.Equal(3, (await city.Get<ContentStore>().ListAsync(default)).Count);
    }

    [Fact]
    public async Task AnInterruptedDeletionOfContentsIsFinishedByTheNextSweep()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        for (var day = 0; day < 33; day++)
            await AddAsync(city, FirstOfApril.AddDays(day));
        network.IsCut = request => PublishedCity.Named(request).StartsWith("DELETE content", StringComparison.Ordinal);
        await Xunit.Record.ExceptionAsync(() => city.Get<Retention>().TrySweepAsync(TimeSpan.Zero, default));
        network.IsCut = _ => false;

        Assert.Equal(["removed 3 contents that are no longer kept"], await city.Get<Retention>().TrySweepAsync(TimeSpan.Zero, default));
    }

    [Fact]
    public async Task AssetsOfTheLastThreePublicationsStayOnTheSite()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        const string Old = "assets/old.0123456789ab.css";
        await city.Storage.Web.Client.GetBlobClient(Old).UploadAsync(BinaryData.FromString("old"));
        await city.Storage.Web.Client.GetBlobClient("assets/stray.css").UploadAsync(BinaryData.FromString("stray"));
        await AddAsync(city, FirstOfApril.AddYears(-1), asset: Old);

        Assert.Equal(1, (await city.PublishAsync(Triggers.Nightly)).Removed);
        for (var day = 1; day < 4; day++)
        {
            Assert.Contains(Old, (await city.SiteAsync()).Keys);
            await AddAsync(city, FirstOfApril.AddYears(-1).AddDays(day));
            await city.PublishAsync(Triggers.Nightly);
        }

        Assert.DoesNotContain(Old, (await city.SiteAsync()).Keys);
    }

    private static string HashOf(string text) => PackedContent.HashOf(BinaryData.FromString(text).ToMemory());

    /// <summary>
    /// Adds a publication with two files: one with content of its own, and one with the same content in all publications.
    /// </summary>
    private static async Task<string> AddAsync(
        City city, DateTimeOffset at, Func<Publication, Publication>? change = null, string asset = "assets/site.css")
    {
        var id = await AddRowAsync(city, at, p => change is null ? p with { Manifest = p.Id } : change(p));
        ManifestFile own = new(await AddContentAsync(city, id), "text/html", "no-store", null, null), common = new(
            await AddContentAsync(city, "in all"), "text/css", "no-store", null, null);
        await city.Get<ManifestStore>()
            .SaveAsync(id, new("", [], new Dictionary<string, ManifestFile> { ["index.html"] = own, [asset] = common }), default);
        return id;
    }

    private static async Task<string> AddRowAsync(City city, DateTimeOffset at, Func<Publication, Publication> change)
    {
        var publication = new Publication(
            PublicationStore.NewId(at), PublicationState.Live, Triggers.Nightly, "a test", at, null)
        { StartedAt = at };
        return (await city.Get<PublicationStore>().AddAsync(change(publication), default)).Id;
    }

    private static async Task<string> AddContentAsync(City city, string text)
    {
        await city.Get<ContentStore>().WriteAsync(new(HashOf(text), null, BinaryData.FromString(text).ToMemory()), default);
        return HashOf(text);
    }
}
