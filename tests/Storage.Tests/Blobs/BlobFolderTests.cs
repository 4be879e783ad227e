using System.Net;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;
using KawasakiServerless.Storage.Tests.Rows;

namespace KawasakiServerless.Storage.Tests.Blobs;

[Collection(OneAzurite.Name)]
public sealed class BlobFolderTests(SharedAzurite azurite)
{
    private static readonly BlobToWrite Blob = new("市民の森"u8.ToArray())
    {
        ContentType = "text/plain",
        CacheControl = "no-store",
        Encoding = "identity",
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["sha256"] = "00" },
    };

    [Fact]
    public async Task ABlobComesBackAsItWasWritten()
    {
        var folder = await FolderAsync();
        var added = Assert.IsType<Added>(await folder.AddOnceAsync("a/b.txt", Blob, default));

        var read = (await folder.ReadAsync("a/b.txt", default))!;

        Assert.Equal((added.Version, "text/plain", "no-store", "identity", "00"),
            (read.Blob.Version, read.Blob.ContentType, read.Blob.CacheControl, read.Blob.Encoding, read.Blob.Metadata["sha256"]));
        Assert.Equal(Blob.Content.ToArray(), read.Content.ToArray());
        Assert.True(Blob.Matches(read.Blob));
        Assert.True(Blob.Matches((await folder.FindAsync("a/b.txt", default))!));
        Assert.True(Blob.Matches(Assert.Single(await folder.ListAsync("a/", default).ToListAsync())));
        Assert.Empty(await folder.ListAsync("b", default).ToListAsync());
    }

    [Fact]
    public async Task ABlobThatDoesNotExistIsReadAsNullAndRemovedWithoutError()
    {
        var folder = await FolderAsync();

        Assert.Null(await folder.ReadAsync("a", default));
        Assert.Null(await folder.FindAsync("a", default));
        Assert.Null(await folder.OpenAsync("a", default));
        Assert.IsType<Overtaken<StoredVersion>>(await folder.TryReplaceAsync("a", Blob, new("\"0x1\""), default));
        Assert.True(await folder.TryRemoveAsync("a", new("\"0x1\""), default));
        await folder.RemoveAsync("a", default);
    }

    [Fact]
    public async Task AWriteWhoseAnswerWasLostIsRecognised()
    {
        var folder = await FolderAsync();
        var losing = () => Over(folder, new Network { LosesFirstAnswer = request => request.Method == HttpMethod.Put });

        var added = Assert.IsType<Added>(await losing().AddOnceAsync("a", Blob, default));
        var other = Blob with { Content = "別の森"u8.ToArray() };
        var replaced = Assert.IsType<Written<StoredVersion>>(await losing().TryReplaceAsync("a", other, added.Version, default));

        Assert.Equal(replaced.Value, (await folder.FindAsync("a", default))!.Version);
    }

    [Fact]
    public async Task ARemovalWhoseAnswerWasLostIsDone()
    {
        var folder = await FolderAsync();
        var added = Assert.IsType<Added>(await folder.AddOnceAsync("a", Blob, default));

        Assert.True(await Over(folder,
            new Network { LosesFirstAnswer = request => request.Method == HttpMethod.Delete }).TryRemoveAsync("a", added.Version, default));
        Assert.Null(await folder.FindAsync("a", default));
    }

    public static TheoryData<string> Differences => ["content", "type", "cache", "encoding", "metadata"];

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task ABlobThatAnotherProcessWroteIsNeitherOverwrittenNorRemoved(string what)
    {
        var folder = await FolderAsync();
        var stale = Assert.IsType<Added>(await folder.AddOnceAsync("a", Blob, default)).Version;
        await folder.PutAsync("a", Other(what), default);

        Assert.IsType<AlreadyThere>(await folder.AddOnceAsync("a", Blob, default));
        Assert.IsType<Overtaken<StoredVersion>>(await folder.TryReplaceAsync("a", Blob, stale, default));
        Assert.False(await folder.TryRemoveAsync("a", stale, default));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "AuthorizationFailure", false)]
    [InlineData(HttpStatusCode.NotFound, "ContainerNotFound", false)]
    [InlineData(HttpStatusCode.TooManyRequests, "TooManyRequests", true)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "ServerBusy", true)]
    public async Task AnErrorOfTheBlobServiceBecomesAStorageExceptionWithItsCode(HttpStatusCode status, string code, bool mayPass)
    {
        var folder = Over(
            await FolderAsync(), new Network { Answer = (_, _) => new(status) { Headers = { { "x-ms-error-code", code } } } });

        foreach (var call in CallsOf(folder))
            Assert.Equal(((int)status, code, mayPass), await Assert.ThrowsAsync<StorageException>(call) is var failure
                ? (failure.Status, failure.Code, failure.MayPass) : default);
    }

    [Fact]
    public async Task AConnectionThatBreaksOrIsLateEachTimeIsAnOutage()
    {
        foreach (
            var failure in new Exception[] { new HttpRequestException("reset"), new TaskCanceledException("late", new TimeoutException()) })
        {
            var folder = Over(await FolderAsync(), new Network { Answer = (_, _) => throw failure });
            foreach (var call in CallsOf(folder))
                Assert.True((await Assert.ThrowsAsync<StorageException>(call)).MayPass);
        }
    }

    [Fact]
    public async Task ADownloadThatBreaksOffIsAnOutage()
    {
        var folder = Over(await FolderAsync(), new Network { Answer = (_, _) => Network.Half("begun") });
        var opened = (await folder.OpenAsync("a", default))!;
        await using var content = opened.Content;

        Assert.True((await Assert.ThrowsAsync<StorageException>(() => content.CopyToAsync(Stream.Null))).MayPass);
    }

    [Fact]
    public async Task ReplacingOrRemovingABlobWithoutAVersionIsRefused()
    {
        var folder = await FolderAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => folder.TryReplaceAsync("a", Blob, default, default));
        await Assert.ThrowsAsync<ArgumentException>(() => folder.TryRemoveAsync("a", default, default));
    }

    private static BlobToWrite Other(string what) => what switch
    {
        "content" => Blob with { Content = "別の森"u8.ToArray() },
        "type" => Blob with { ContentType = "text/html" },
        "cache" => Blob with { CacheControl = "no-cache" },
        "encoding" => Blob with { Encoding = "gzip" },
        _ => Blob with { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) },
    };

    private static IReadOnlyList<Func<Task>> CallsOf(BlobFolder folder) =>
    [
        () => folder.FindAsync("a", default), () => folder.ReadAsync("a", default), () => folder.OpenAsync("a", default),
        () => folder.ListAsync(default).ToListAsync(),
        () => folder.PutAsync("a", Blob, default), () => folder.AddOnceAsync("a", Blob, default),
        () => folder.TryReplaceAsync("a", Blob, new("\"0x1\""), default),
    ];

    private async Task<BlobFolder> FolderAsync()
    {
        var folder = Folder($"c{Guid.NewGuid():N}", new SocketsHttpHandler());
        await folder.CreateAsync(default);
        return folder;
    }

    private BlobFolder Over(BlobFolder folder, HttpMessageHandler network) => Folder(folder.Client.Name, network);

    private BlobFolder Folder(string name, HttpMessageHandler network)
    {
        var options = new BlobClientOptions
        {
            Transport = new HttpClientTransport(new HttpClient(network)),
            Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
        };
        return new(new BlobServiceClient(azurite.ConnectionString, options).GetBlobContainerClient(name));
    }
}
