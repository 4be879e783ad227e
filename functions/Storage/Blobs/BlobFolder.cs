using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Blobs;

/// <summary>
/// Reads and writes the blobs of one container. Each blob is written in a single request, so readers see either the old or the new content,
/// and storage computes and stores the blob's MD5.
/// </summary>
/// <param name="container">The container's client, whose pipeline retries failed requests.</param>
internal sealed class BlobFolder(BlobContainerClient container)
{
    public BlobContainerClient Client => container;

    public Task CreateAsync(CancellationToken cancellation) =>
        StorageCall.RunAsync(() => container.CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation);

    /// <summary>Lists all blobs in name order. They are fetched from storage page by page while the caller enumerates them.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellation) => ListAsync(prefix: "", cancellation);

    /// <summary>
    /// Lists the blobs whose names start with the prefix, in name order. They are fetched from storage page by page while the caller
    /// enumerates them.
    /// </summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async IAsyncEnumerable<StoredBlob> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pages = container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = prefix }, cancellation);
        await foreach (var blob in StorageCall.EachAsync(pages, cancellation))
            yield return StoredBlob.Of(blob);
    }

    /// <returns>The blob's properties; null if the blob does not exist.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<StoredBlob?> FindAsync(string name, CancellationToken cancellation) =>
        OrNullAsync(async () => StoredBlob.Of(name,
            await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellation)), cancellation);

    /// <returns>The blob with its content; null if the blob does not exist.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<BlobRead?> ReadAsync(string name, CancellationToken cancellation) => OrNullAsync(
        async () =>
        {
            var read = (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value;
            return new BlobRead(StoredBlob.Of(name, read.Details), read.Content.ToMemory());
        },
        cancellation);

    /// <returns>The blob with its content as a stream; null if the blob does not exist.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<BlobStream?> OpenAsync(string name, CancellationToken cancellation) => OrNullAsync(
        async () =>
        {
            var opened = (await container.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellation)).Value;
            return new BlobStream(StoredBlob.Of(name, opened.Details), new StorageStream(opened.Content));
        },
        cancellation);

    /// <summary>
    /// Reads the contents of all blobs whose names end with this text, in name order. Synchronous, because callers implement synchronous
    /// interfaces.
    /// </summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public IReadOnlyList<BinaryData> ReadAll(string ending) => StorageCall.Run(() => container.GetBlobs()
        .Where(b => b.Name.EndsWith(ending, StringComparison.Ordinal))
        .Select(b => container.GetBlobClient(b.Name).DownloadContent().Value.Content)
        .ToList());

    /// <summary>
    /// Writes a blob unconditionally, overwriting an existing one. Synchronous, because callers implement synchronous interfaces.
    /// </summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public void Put(string name, BlobToWrite blob) => StorageCall.Run(() => container.GetBlobClient(name).Upload(
        new BinaryData(blob.Content), new BlobUploadOptions { HttpHeaders = new() { ContentType = blob.ContentType } }));

    /// <summary>Writes a blob unconditionally, overwriting an existing one.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task PutAsync(string name, BlobToWrite blob, CancellationToken cancellation) =>
        StorageCall.RunAsync(() => UploadAsync(name, blob, conditions: null, cancellation), cancellation);

    /// <summary>Writes a blob only if no blob with this name exists.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<AddOutcome> AddOnceAsync(string name, BlobToWrite blob, CancellationToken cancellation) =>
        await TryWriteAsync(name, blob, new() { IfNoneMatch = ETag.All }, cancellation) is { } version
            ? new Added(version)
            : new AlreadyThere();

    /// <summary>Replaces a blob only if its ETag is still the one that was read (compare-and-swap).</summary>
    /// <returns>The new version, or <see cref="Overtaken{T}"/> if the blob was changed or deleted since it was read.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<WriteOutcome<StoredVersion>> TryReplaceAsync(
        string name, BlobToWrite blob, StoredVersion read, CancellationToken cancellation) =>
        await TryWriteAsync(name, blob, new() { IfMatch = TagOf(read) }, cancellation) is { } version
            ? new Written<StoredVersion>(version)
            : new Overtaken<StoredVersion>();

    /// <summary>Deletes a blob if it exists.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task RemoveAsync(string name, CancellationToken cancellation) =>
        StorageCall.RunAsync(() => container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation), cancellation);

    /// <summary>Deletes a blob only if it is unchanged since it was read.</summary>
    /// <returns>False if another writer has changed the blob since; true also if it no longer exists.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<bool> TryRemoveAsync(string name, StoredVersion read, CancellationToken cancellation) => StorageCall.RunAsync(
        async () =>
        {
            try
            {
                var conditions = new BlobRequestConditions { IfMatch = TagOf(read) };
                await container.GetBlobClient(name).DeleteIfExistsAsync(conditions: conditions, cancellationToken: cancellation);
                return true;
            }
            catch (RequestFailedException changed) when (changed.Status == 412)
            {
                // If the response to a successful deletion was lost, the SDK's retry fails with 412. So a blob that no longer exists is
                // treated as deleted by this call.
                return await FindAsync(name, cancellation) is null;
            }
        },
        cancellation);

    /// <returns>The new version; null if the condition was not met because of another writer. If the stored blob has the content and
    /// settings that we sent, it is treated as our own: an earlier attempt succeeded, but its response was lost, so the SDK's retry
    /// failed.</returns>
    private Task<StoredVersion?> TryWriteAsync(
        string name, BlobToWrite blob, BlobRequestConditions conditions,
            CancellationToken cancellation) => StorageCall.RunAsync<StoredVersion?>(
        async () =>
        {
            try
            {
                return await UploadAsync(name, blob, conditions, cancellation);
            }
            catch (RequestFailedException changed) when (
                changed.Status is 409 or 412 || (changed.Status == 404 && changed.ErrorCode == BlobErrorCode.BlobNotFound))
            {
                return await FindAsync(name, cancellation) is { } found && blob.Matches(found) ? found.Version : null;
            }
        },
        cancellation);

    private async Task<StoredVersion> UploadAsync(
        string name, BlobToWrite blob, BlobRequestConditions? conditions, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = blob.ContentType, CacheControl = blob.CacheControl, ContentEncoding = blob.Encoding },
            Metadata = blob.Metadata.ToDictionary(StringComparer.Ordinal),
            Conditions = conditions,
        };
        var written = await container.GetBlobClient(name).UploadAsync(new BinaryData(blob.Content), options, cancellation);
        return new(written.Value.ETag.ToString());
    }

    // Throws for a version without an ETag, because the SDK would treat it as "match any version" and overwrite changes of other writers.
    private static ETag TagOf(StoredVersion version) => version.Value is { Length: > 0 } tag
        ? new(tag)
        : throw new ArgumentException("What was not read from storage has no version.", nameof(version));

    private static Task<T?> OrNullAsync<T>(Func<Task<T>> read, CancellationToken cancellation)
        where T : class => StorageCall.RunAsync<T?>(
        async () =>
        {
            try
            {
                return await read();
            }
            // The response to a request for properties has no body. Its error code can only be in a header, which storage does not always
            // send, so a missing code is treated as a missing blob.
            catch (RequestFailedException missing) when (missing.Status == 404 && missing.ErrorCode != BlobErrorCode.ContainerNotFound)
            {
                return null;
            }
        },
        cancellation);
}
