using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Publications;

/// <summary>A content as it is kept.</summary>
/// <param name="IsWhole">False when somebody has written over it.</param>
public sealed record StoredContent(string Sha256, bool IsWhole, DateTimeOffset WrittenAt, StoredVersion Version);

/// <summary>
/// `content/{sha256}`: the content of every file that was ever published and that a kept manifest names, once each, created and never
/// overwritten unless it is damaged.
/// </summary>
public sealed class ContentStore(CityStorage storage)
{
    public async Task<IReadOnlyDictionary<string, StoredContent>> ListAsync(CancellationToken cancellation)
    {
        var contents = new Dictionary<string, StoredContent>(StringComparer.Ordinal);
        await foreach (var blob in storage.Content.ListAsync(cancellation))
            contents[blob.Name] = new(blob.Name, BlobSeal.HashIn(blob) == blob.Name, blob.WrittenAt, blob.Version);
        return contents;
    }

    /// <summary>Keeps a content, in the place of a damaged one if need be; what is there and whole stays as it is.</summary>
    public async Task WriteAsync(PackedContent content, CancellationToken cancellation)
    {
        var blob = new BlobToWrite(content.Bytes) { Encoding = content.Encoding, Metadata = BlobSeal.Of(content.Sha256, content.Bytes) };
        if (await storage.Content.AddOnceAsync(content.Sha256, blob, cancellation) is Added
            || await FindAsync(content.Sha256, cancellation) is not null)
            return;
        // Damaged by somebody. Whoever replaces it at the same time writes the same.
        await storage.Content.PutAsync(content.Sha256, blob, cancellation);
    }

    /// <returns>Null when it is not there, or is not what its name says.</returns>
    public async Task<PackedContent?> FindAsync(string sha256, CancellationToken cancellation)
    {
        if (await storage.Content.ReadAsync(sha256, cancellation) is not { } read)
            return null;
        var content = new PackedContent(sha256, read.Blob.Encoding is { Length: > 0 } encoding ? encoding : null, read.Content);
        try
        {
            return PackedContent.HashOf(content.Unpack()) == sha256 ? content : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Removes a content, unless it was written anew since it was listed: then it is wanted again.</summary>
    public Task RemoveAsync(StoredContent content, CancellationToken cancellation) =>
        storage.Content.TryRemoveAsync(content.Sha256, content.Version, cancellation);
}
