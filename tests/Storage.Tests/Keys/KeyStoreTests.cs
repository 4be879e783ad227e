using System.Xml.Linq;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using KawasakiServerless.Storage.Keys;

namespace KawasakiServerless.Storage.Tests.Keys;

[Collection(OneAzurite.Name)]
public sealed class KeyStoreTests(SharedAzurite azurite)
{
    [Fact]
    public async Task EveryKeyThatAnyInstanceMadeIsReadByAll()
    {
        var storage = await OpenAsync();
        var (one, another) = (new KeyStore(storage), new KeyStore(storage));
        Assert.Empty(one.ReadAll());

        one.Add(new XElement("key", new XAttribute("id", "1"), "秘密"), "key-1");
        another.Add(new XElement("key", new XAttribute("id", "2")), "key-2");
        // The first key is added again, as a client does if the response to its first request was lost.
        one.Add(new XElement("key", new XAttribute("id", "1"), "秘密"), "key-1");

        Assert.Equal([("1", "秘密"), ("2", "")], another.ReadAll().Select(k => (k.Attribute("id")!.Value, k.Value)));
    }

    [Fact]
    public void ReadingKeysFromUnreachableStorageIsAnOutage()
    {
        const string Unreachable = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YWJj;BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;";
        var storage = new CityStorage(
            new TableServiceClient(Unreachable), new BlobServiceClient(Unreachable, new() { Retry = { MaxRetries = 0 } }));

        Assert.True(Assert.Throws<StorageException>(() => new KeyStore(storage).ReadAll()).MayPass);
    }

    private async Task<CityStorage> OpenAsync()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);
        await storage.EnsureCreatedAsync(default);
        return storage;
    }
}
