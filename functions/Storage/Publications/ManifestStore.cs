using System.Text.Json;
using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// Stores the manifest of each publication (the list of its files) in `publications/{id}/manifest.json`. A manifest is written after the
/// contents to which it refers and before the live site is changed, so that an interrupted publication can be completed from it.
/// </summary>
public sealed class ManifestStore(CityStorage storage)
{
    private const string FileName = "manifest.json";

    /// <summary>Writes the manifest. A retried publication overwrites the manifest of its earlier attempt.</summary>
    public Task SaveAsync(string publication, Manifest manifest, CancellationToken cancellation)
    {
        var json = PublicationJson.Write(manifest);
        return storage.PublicationBlobs.PutAsync(
            PathOf(publication), new(json) { ContentType = "application/json", Metadata = BlobSeal.Of(PackedContent.HashOf(json), json) },
            cancellation);
    }

    /// <returns>The manifest; null if it does not exist, was modified after a publication wrote it, or is not valid JSON of a
    /// manifest.</returns>
    public async Task<Manifest?> FindAsync(string publication, CancellationToken cancellation)
    {
        if (await storage.PublicationBlobs.ReadAsync(PathOf(publication), cancellation) is not { } read
            || BlobSeal.Claimed(read.Blob) != PackedContent.HashOf(read.Content))
            return null;
        try
        {
            return PublicationJson.Read<Manifest>(read.Content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Lists the ids of the publications that have a manifest.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation) =>
        await storage.PublicationBlobs.ListAsync(cancellation).Select(PublicationOf).OfType<string>().ToListAsync(cancellation);

    public Task RemoveAsync(string publication, CancellationToken cancellation) =>
        storage.PublicationBlobs.RemoveAsync(PathOf(publication), cancellation);

    private static string? PublicationOf(StoredBlob blob) =>
        blob.Name.Split('/') is [var publication, FileName] && PublicationStore.IsId(publication) ? publication : null;

    private static string PathOf(string publication) => $"{publication}/{FileName}";
}
