using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Publications;

/// <summary>The properties of the stored content of one or several published files.</summary>
/// <param name="IsWhole">Whether the blob is unchanged since a publication wrote it; false if another program overwrote it.</param>
public sealed record StoredContent(string Sha256, bool IsWhole, DateTimeOffset WrittenAt, StoredVersion Version);

/// <summary>
/// Stores the content of every published file in the blob `content/{sha256}`, as long as a stored manifest (the list of a publication's
/// files) refers to that content. Files with the same content share a blob. A blob is overwritten only if it is damaged.
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

    /// <summary>Stores a content. Does nothing if it is already stored, and overwrites it if the stored one is damaged.</summary>
    public async Task WriteAsync(PackedContent content, CancellationToken cancellation)
    {
        var blob = new BlobToWrite(content.Bytes) { Encoding = content.Encoding, Metadata = BlobSeal.Of(content.Sha256, content.Bytes) };
        if (await storage.Content.AddOnceAsync(content.Sha256, blob, cancellation) is Added
            || await FindAsync(content.Sha256, cancellation) is not null)
            return;
        // The stored content is damaged, so it is overwritten unconditionally. This is safe even if another process does so at the same
        // time, because both write the same bytes.
        await storage.Content.PutAsync(content.Sha256, blob, cancellation);
    }

    /// <returns>The content; null if it does not exist or does not match its hash.</returns>
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

    /// <summary>
    /// Deletes a content unless it was written again after it was listed, because the publication that wrote it again needs it.
    /// </summary>
    public Task RemoveAsync(StoredContent content, CancellationToken cancellation) =>
        storage.Content.TryRemoveAsync(content.Sha256, content.Version, cancellation);
}
