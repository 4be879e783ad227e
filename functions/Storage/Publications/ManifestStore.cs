using System.Text.Json;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// `publications/{id}/manifest.json`. It is written after the contents that it names and before any change to the live site.
/// </summary>
public sealed class ManifestStore(CityStorage storage)
{
    private const string FileName = "manifest.json";

    /// <summary>Saves the manifest. A retried publication overwrites what it saved before.</summary>
    public Task SaveAsync(string publication, Manifest manifest, CancellationToken cancellation)
    {
        var json = PublicationJson.Write(manifest);
        return storage.PublicationBlobs.PutAsync(
            PathOf(publication), new(json) { ContentType = "application/json", Metadata = BlobSeal.Of(PackedContent.HashOf(json), json) },
            cancellation);
    }

    /// <returns>Null if the manifest does not exist or was modified after it was written.</returns>
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

    /// <summary>Lists the publications that have a manifest.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        var publications = new List<string>();
        await foreach (var blob in storage.PublicationBlobs.ListAsync(cancellation))
        {
            if (blob.Name.Split('/') is [var publication, FileName] && PublicationStore.IsId(publication))
                publications.Add(publication);
        }

        return publications;
    }

    public Task RemoveAsync(string publication, CancellationToken cancellation) =>
        storage.PublicationBlobs.RemoveAsync(PathOf(publication), cancellation);

    private static string PathOf(string publication) => $"{publication}/{FileName}";
}
