using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Publications;

/// <summary>The stored content of a published file.</summary>
/// <param name="IsWhole">False if the blob was overwritten by something else.</param>
public sealed record StoredContent(string Sha256, bool IsWhole, DateTimeOffset WrittenAt, StoredVersion Version);

/// <summary>
/// `content/{sha256}`: the content of every published file that a kept manifest names, stored once each. A content is created and never
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

    /// <summary>Stores a content, replacing a damaged one if necessary; an intact one stays as it is.</summary>
    public async Task WriteAsync(PackedContent content, CancellationToken cancellation)
    {
        var blob = new BlobToWrite(content.Bytes) { Encoding = content.Encoding, Metadata = BlobSeal.Of(content.Sha256, content.Bytes) };
        if (await storage.Content.AddOnceAsync(content.Sha256, blob, cancellation) is Added
            || await FindAsync(content.Sha256, cancellation) is not null)
            return;
        // The stored content is damaged. If another process replaces it at the same time, it writes the same bytes.
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

    /// <summary>Deletes a content unless it was rewritten since it was listed: a rewritten content is in use again.</summary>
    public Task RemoveAsync(StoredContent content, CancellationToken cancellation) =>
        storage.Content.TryRemoveAsync(content.Sha256, content.Version, cancellation);
}
