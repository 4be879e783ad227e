using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;

namespace KawasakiServerless.Storage.Publications;

/// <summary>`publications/{id}/manifest.json`. It is written after the contents it names, and before anything of the live site changes.</summary>
public sealed class ManifestStore(CityStorage storage)
{
    private const string FileName = "manifest.json";

    /// <summary>Repeating it, as a retried publication does, replaces what it said before.</summary>
    public async Task SaveAsync(string publication, Manifest manifest, CancellationToken cancellation)
    {
        var json = PublicationJson.Write(manifest);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            Metadata = BlobSeal.Of(PackedContent.HashOf(json.ToMemory()), json.ToMemory()),
        };
        await storage.PublicationBlobs.GetBlobClient(PathOf(publication)).UploadAsync(json, options, cancellation);
    }

    /// <returns>Null when it is not there, or is not as it was written.</returns>
    public async Task<Manifest?> FindAsync(string publication, CancellationToken cancellation)
    {
        try
        {
            var blob = (await storage.PublicationBlobs.GetBlobClient(PathOf(publication)).DownloadContentAsync(cancellation)).Value;
            return BlobSeal.Claimed(blob.Details.Metadata) == PackedContent.HashOf(blob.Content.ToMemory()) ? PublicationJson.Read<Manifest>(blob.Content) : null;
        }
        catch (Exception lost) when (lost is RequestFailedException { Status: 404 } or JsonException)
        {
            return null;
        }
    }

    /// <summary>The publications that have one.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        var publications = new List<string>();
        await foreach (var blob in storage.PublicationBlobs.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (blob.Name.Split('/') is [var publication, FileName] && PublicationStore.IsId(publication))
                publications.Add(publication);
        }

        return publications;
    }

    public Task RemoveAsync(string publication, CancellationToken cancellation) =>
        storage.PublicationBlobs.DeleteBlobIfExistsAsync(PathOf(publication), cancellationToken: cancellation);

    private static string PathOf(string publication) => $"{publication}/{FileName}";
}
