using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>
/// A publisher that dies, competes with another writer, or loses its lock leaves no record of anything that is not really stored.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class PublisherRaceTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Theory]
    [InlineData("PUT content/")]
    [InlineData("PUT publications/")]
    [InlineData("PUT $web/assets/")]
    [InlineData("PUT $web/changes/")]
    [InlineData("PUT $web/index.html")]
    public async Task ACrashedPublisherLeavesNoManifestWhoseContentsAreNotStored(string death)
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        await city.ReportAsync("一");
        await city.ReleaseAsync();
        var requested = await city.Get<Publisher>().RequestAsync(Triggers.Request, "a test", default);

        await city.DieAsync(network, requested, death);

        var manifest = await city.Get<ManifestStore>().FindAsync(requested.Id, default);
        Assert.Equal(death.StartsWith("PUT $web", StringComparison.Ordinal), manifest is not null);
        Assert.Equal(manifest is not null, await city.Get<SiteArchive>().FindAsync(requested.Id, default) is not null);
        if (manifest is null)
            Assert.Empty(await city.SiteAsync());
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        Assert.Equal(PublicationState.Live, (await city.StateOfAsync(requested.Id)).State);
        Assert.NotNull(await city.Get<SiteArchive>().FindAsync(requested.Id, default));
    }

    [Fact]
    public async Task AFileThatAnotherProcessWritesDuringAPublicationIsOverwritten()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        await city.ReportAsync("一", "二");
        var (written, raced) = (0, 0);
        network.IsCut = request =>
        {
            // Another process writes the home page after this publisher has listed the files and before it writes the home page.
            if (PublishedCity.Named(request) == "PUT $web/index.html" && Interlocked.Increment(ref written) == 1)
                raced = Race(city.Connection);
            return false;
        };

        var publication = await city.PublishAsync(Triggers.Request);
        network.IsCut = _ => false;

        Assert.Equal((PublicationState.Live, 1), (publication.State, raced));
        Assert.Equal(0, (await city.PublishAsync(Triggers.Nightly)).Written);
    }

    [Fact]
    public async Task APublisherThatLosesItsLockWhileItWritesStopsWriting()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        await city.ReportAsync("一", "二");
        network.IsCut = request =>
        {
            if (PublishedCity.Named(request) == "PUT $web/index.html")
                Steal(city.Connection);
            return false;
        };

        var publication = await city.PublishAsync(Triggers.Request);

        Assert.Equal(
            (PublicationState.Requested, "The publish lock was lost; nothing more was written."), (publication.State, publication.Message));
    }

    [Fact]
    public async Task AFileListedAfterTheLockWasLostIsNotOverwritten()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        await city.Storage.Web.Client.GetBlobClient("index.html").UploadAsync(BinaryData.FromString("of the thief"), overwrite: true);
        network.IsCut = request =>
        {
            if (PublishedCity.Named(request) == "GET $web")
                Steal(city.Connection);
            return false;
        };

        var night = await city.PublishAsync(Triggers.Nightly);

        Assert.Equal((PublicationState.Requested, 0), (night.State, night.Written));
    }

    [Fact]
    public async Task RestartingACrashedPublicationWithoutChangesRepairsTheFilesItWrote()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        var before = await city.SiteAsync();
        // A publication whose process crashed while it ran. For example, a newer version of the app ran it and has since been rolled back,
        // so the files that it left differ from those that this version writes.
        var died = await city.Get<Publisher>().RequestAsync(Triggers.Request, "a test", default);
        await city.Get<PublicationStore>()
            .UpdateAsync(died with { State = PublicationState.Running, StartedAt = died.RequestedAt }, default);
        await city.Storage.Web.Client.GetBlobClient("index.html")
            .UploadAsync(BinaryData.FromString("half of another site"), overwrite: true);

        var ended = await city.Get<Publisher>().RunAsync(died, default);

        Assert.Equal((PublicationState.Live, 1), (ended.State, ended.Written));
        Assert.Equal(before, await city.SiteAsync());
    }

    [Theory]
    [InlineData("GET publications/", "/changes.json")]
    [InlineData("PUT content/", "/manifest.json")]
    public async Task APublisherThatLostItsLockWritesNeitherHistoryNorManifest(string lost, string file)
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        await city.ReportAsync("一", "二");
        var (stolen, written) = (0, 0);
        network.IsCut = request =>
        {
            var name = PublishedCity.Named(request);
            if (name.StartsWith(lost, StringComparison.Ordinal) && Interlocked.Exchange(ref stolen, 1) == 0)
                Steal(city.Connection);
            if (stolen == 1 && name.StartsWith("PUT publications/", StringComparison.Ordinal)
                && name.EndsWith(file, StringComparison.Ordinal))
                written++;
            return false;
        };

        var publication = await city.PublishAsync(Triggers.Request);

        Assert.Equal((1, 0), (stolen, written));
        Assert.Equal(
            (PublicationState.Requested, "The publish lock was lost; nothing more was written."), (publication.State, publication.Message));
    }

    private static int Race(string connection)
    {
        new BlobContainerClient(connection, "$web").GetBlobClient("index.html")
            .Upload(BinaryData.FromString("somebody else"), overwrite: true);
        return 1;
    }

    private static void Steal(string connection) =>
        new BlobContainerClient(connection, "locks").GetBlobClient("publish").GetBlobLeaseClient().Break(TimeSpan.Zero);
}
