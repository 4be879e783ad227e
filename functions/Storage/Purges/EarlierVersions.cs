using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace KawasakiServerless.Storage.Purges;

/// <summary>
/// Deletes the copies that a storage account may retain of overwritten or deleted blobs: versions, snapshots and soft-deleted blobs. A
/// soft-deleted version or snapshot can be deleted permanently only if the account allows it (`allowPermanentDelete`). A soft-deleted blob
/// that has no versions cannot be deleted permanently; it remains until its retention period ends.
/// </summary>
public sealed class EarlierVersions(CityStorage storage)
{
    /// <summary>Deletes the retained copies from every container that may contain data that is being purged.</summary>
    /// <param name="cancellation">Cancels the deletions. Some copies may already have been deleted by then.</param>
    /// <returns>The number of copies that could not be deleted; they expire when the account's retention period ends.</returns>
    /// <exception cref="StorageException">Storage refused (403 or 409) or failed.</exception>
    public async Task<int> RemoveAsync(CancellationToken cancellation)
    {
        var left = 0;
        foreach (var folder in new[] { storage.SubmissionBlobs, storage.PublicationBlobs, storage.Content, storage.Checks, storage.Web })
            left += await RemoveAsync(folder.Client, cancellation);
        return left;
    }

    internal static async Task<int> RemoveAsync(BlobContainerClient container, CancellationToken cancellation)
    {
        var left = 0;
        var all = container.GetBlobsAsync(
            new GetBlobsOptions { States = BlobStates.Version | BlobStates.Snapshots | BlobStates.Deleted }, cancellation);
        await foreach (var copy in StorageCall.EachAsync(all, cancellation))
        {
            if (IsLive(copy))
                continue;
            if (copy.VersionId is null && copy.Snapshot is null)
                left++;
            else
                await StorageCall.RunAsync(() => RemoveAsync(container.GetBlobBaseClient(copy.Name), copy, cancellation), cancellation);
        }

        return left;
    }

    private static bool IsLive(BlobItem copy) =>
        !copy.Deleted && copy.Snapshot is null && (copy.VersionId is null || copy.IsLatestVersion == true);

    private static async Task RemoveAsync(BlobBaseClient blob, BlobItem copy, CancellationToken cancellation)
    {
        var client = copy.VersionId is null ? blob.WithSnapshot(copy.Snapshot) : blob.WithVersion(copy.VersionId);
        if (!copy.Deleted)
            await client.DeleteIfExistsAsync(cancellationToken: cancellation);
        using var permanently = HttpPipeline.CreateHttpMessagePropertiesScope(
            new Dictionary<string, object?> { [PermanentDeletion.Property] = true });
        await client.DeleteIfExistsAsync(cancellationToken: cancellation);
    }
}

/// <summary>
/// Adds the query parameter for permanent deletion to delete requests that have the property named by <see cref="Property"/>; the SDK has
/// no option for it.
/// </summary>
internal sealed class PermanentDeletion : HttpPipelineSynchronousPolicy
{
    internal const string Property = "KawasakiServerless.PermanentDeletion";

    public override void OnSendingRequest(HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Delete && message.TryGetProperty(Property, out _))
            message.Request.Uri.AppendQuery("deletetype", "permanent");
    }
}
