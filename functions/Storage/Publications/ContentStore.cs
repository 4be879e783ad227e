using Azure;
using Azure.Storage.Blobs.Models;

namespace KawasakiServerless.Storage.Publications;

/// <summary>A content as it is kept.</summary>
/// <param name="IsWhole">False when somebody has written over it.</param>
public sealed record StoredContent(string Sha256, bool IsWhole, DateTimeOffset WrittenAt, ETag ETag);

/// <summary>`content/{sha256}`: the content of every file that was ever published and that a kept manifest names, once each, created and never overwritten unless it is damaged.</summary>
public sealed class ContentStore(CityStorage storage)
{
    public async Task<IReadOnlyDictionary<string, StoredContent>> ListAsync(CancellationToken cancellation)
    {
        var contents = new Dictionary<string, StoredContent>(StringComparer.Ordinal);
        await foreach (var blob in storage.Content.GetBlobsAsync(BlobTraits.Metadata, cancellationToken: cancellation))
            contents[blob.Name] = new(blob.Name, BlobSeal.HashIn(blob) == blob.Name, blob.Properties.LastModified ?? default, blob.Properties.ETag ?? default);
        return contents;
    }

    /// <summary>Keeps a content, in the place of a damaged one if need be; what is there and whole stays as it is.</summary>
    public async Task WriteAsync(PackedContent content, CancellationToken cancellation)
    {
        try
        {
            await UploadAsync(content, new() { IfNoneMatch = ETag.All }, cancellation);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // An earlier write of ours, somebody else's of the same, or what somebody has made of it.
            if (await FindAsync(content.Sha256, cancellation) is null)
                await UploadAsync(content, new() { IfMatch = await TagOfAsync(content.Sha256, cancellation) }, cancellation);
        }
    }

    /// <returns>Null when it is not there, or is not what its name says.</returns>
    public async Task<PackedContent?> FindAsync(string sha256, CancellationToken cancellation)
    {
        try
        {
            var blob = (await storage.Content.GetBlobClient(sha256).DownloadContentAsync(cancellation)).Value;
            var content = new PackedContent(sha256, blob.Details.ContentEncoding is { Length: > 0 } encoding ? encoding : null, blob.Content.ToMemory());
            return PackedContent.HashOf(content.Unpack()) == sha256 ? content : null;
        }
        catch (Exception lost) when (lost is RequestFailedException { Status: 404 } or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Removes a content, unless it was written anew since it was listed.</summary>
    public async Task RemoveAsync(StoredContent content, CancellationToken cancellation)
    {
        try
        {
            await storage.Content.GetBlobClient(content.Sha256).DeleteIfExistsAsync(conditions: new() { IfMatch = content.ETag }, cancellationToken: cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            // It is wanted again.
        }
    }

    private async Task UploadAsync(PackedContent content, BlobRequestConditions conditions, CancellationToken cancellation) => await storage.Content.GetBlobClient(content.Sha256).UploadAsync(
        new BinaryData(content.Bytes),
        new BlobUploadOptions { HttpHeaders = new() { ContentEncoding = content.Encoding }, Metadata = BlobSeal.Of(content.Sha256, content.Bytes), Conditions = conditions },
        cancellation);

    private async Task<ETag> TagOfAsync(string sha256, CancellationToken cancellation) =>
        (await storage.Content.GetBlobClient(sha256).GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag;
}
