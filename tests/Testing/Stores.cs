using System.IO.Compression;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KawasakiServerless.Testing;

/// <summary>Access to stores in Azurite, the emulator of Azure storage.</summary>
public static class Stores
{
    /// <summary>
    /// Removes the blobs of a store that is no longer needed. The emulator sorts all blobs of all its stores again and again, so a test
    /// that leaves a site makes every later test slower.
    /// </summary>
    public static async Task EmptyAsync(string connection)
    {
        var service = new BlobServiceClient(connection);
        await foreach (var container in service.GetBlobContainersAsync())
            await service.DeleteBlobContainerAsync(container.Name);
    }

    /// <summary>Returns the text of a file of the live site as a reader gets it.</summary>
    public static async Task<string> PageAsync(string connection, string name)
    {
        var file = (await new BlobContainerClient(connection, "$web").GetBlobClient(name).DownloadContentAsync()).Value;
        await using Stream content = file.Details.ContentEncoding == "gzip"
            ? new GZipStream(file.Content.ToStream(), CompressionMode.Decompress)
            : file.Content.ToStream();
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Returns the names of a container's blobs that begin with the prefix.</summary>
    public static async Task<IReadOnlyList<string>> BlobsAsync(string connection, string container, string prefix)
    {
        List<string> names = [];
        await foreach (var blob in new BlobServiceClient(connection).GetBlobContainerClient(container).GetBlobsAsync(BlobTraits.None,
            BlobStates.None, prefix, default))
            names.Add(blob.Name);
        return names;
    }
}
