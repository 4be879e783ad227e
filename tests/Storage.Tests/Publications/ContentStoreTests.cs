using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Storage.Tests.Publications;

[Collection(OneAzurite.Name)]
public sealed class ContentStoreTests(SharedAzurite azurite)
{
    private static readonly SiteFile Page = new("index.html", "text/html; charset=utf-8", "no-store", Encoding.UTF8.GetBytes("川崎市"));

    private static readonly ManifestFile Entry = ManifestFile.Of(Page);

    [Fact]
    public async Task AContentComesBackAsItWasKept()
    {
        var storage = await NewStorageAsync();
        var contents = new ContentStore(storage);
        await contents.WriteAsync(PackedContent.Of(Page, Entry), default);

        var found = await contents.FindAsync(Entry.Sha256, default);

        Assert.Equal("gzip", found?.Encoding);
        Assert.Equal(Page.Bytes.ToArray(), found?.Unpack().ToArray());
        Assert.Equal(Page.Bytes.ToArray(), found?.In(null).Bytes.ToArray());
    }

    [Fact]
    public async Task AContentIsCreatedAndNotWrittenAgain()
    {
        var contents = new ContentStore(await NewStorageAsync());
        await contents.WriteAsync(PackedContent.Of(Page, Entry), default);
        var first = Assert.Single(await contents.ListAsync(default));

        await contents.WriteAsync(PackedContent.Of(Page, Entry), default);

        Assert.Equal(first, Assert.Single(await contents.ListAsync(default)));
    }

    [Fact]
    public async Task AnOverwrittenContentIsListedAsDamagedAndIsNotRead()
    {
        var storage = await NewStorageAsync();
        var contents = new ContentStore(storage);
        await contents.WriteAsync(PackedContent.Of(Page, Entry), default);
        await storage.Content.Client.GetBlobClient(Entry.Sha256).UploadAsync(BinaryData.FromString("damaged"), overwrite: true);

        var damaged = (await contents.ListAsync(default))[Entry.Sha256];
        Assert.False(damaged.IsWhole);
        Assert.Null(await contents.FindAsync(Entry.Sha256, default));

        await contents.WriteAsync(PackedContent.Of(Page, Entry), default);
        Assert.NotNull(await contents.FindAsync(Entry.Sha256, default));
    }

    [Fact]
    public async Task AManifestIsReadAsItWasWrittenAndADamagedOneIsNotRead()
    {
        var storage = await NewStorageAsync();
        var manifests = new ManifestStore(storage);
        const string Id = "20180401T000000000-abcdef";
        var manifest = Manifest.Of(
            "fingerprint", [new(FiscalYear.Of(2018), "2018", [new("zaisei", "an id")])], [Page with { Inputs = "inputs" }]);
        await manifests.SaveAsync(Id, manifest, default);

        var found = await manifests.FindAsync(Id, default);
        Assert.Equal((manifest.Fingerprint, manifest.Years), (found!.Fingerprint, found.Years));
        Assert.Equal(manifest.Files, found.Files);
        Assert.Equal([Id], await manifests.ListAsync(default));

        var blob = storage.PublicationBlobs.Client.GetBlobClient($"{Id}/manifest.json");
        var written = (await blob.DownloadContentAsync()).Value.Content.ToString();
        await blob.UploadAsync(BinaryData.FromString(written.Replace("inputs", "changed", StringComparison.Ordinal)), overwrite: true);
        Assert.Null(await manifests.FindAsync(Id, default));
        await manifests.RemoveAsync(Id, default);
        Assert.Null(await manifests.FindAsync(Id, default));
    }

    private async Task<CityStorage> NewStorageAsync()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        await storage.EnsureCreatedAsync(default);
        return storage;
    }
}
