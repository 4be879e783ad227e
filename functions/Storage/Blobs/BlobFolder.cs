using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Blobs;

/// <summary>
/// The blobs of one container. Each is written in one request, so a reader sees the old content or the new, and storage keeps an MD5 of it.
/// </summary>
/// <param name="container">The client, whose pipeline retries.</param>
internal sealed class BlobFolder(BlobContainerClient container)
{
    /// <summary>The client itself.</summary>
    public BlobContainerClient Client => container;

    public Task CreateAsync(CancellationToken cancellation) =>
        StorageCall.RunAsync(() => container.CreateIfNotExistsAsync(cancellationToken: cancellation), cancellation);

    /// <summary>Every blob in the order of their names, page by page.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public IAsyncEnumerable<StoredBlob> ListAsync(CancellationToken cancellation) => ListAsync(prefix: "", cancellation);

    /// <summary>The blobs whose names begin like this, in the order of their names, page by page.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async IAsyncEnumerable<StoredBlob> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pages = container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = prefix }, cancellation);
        await foreach (var blob in StorageCall.EachAsync(pages, cancellation))
            yield return StoredBlob.Of(blob);
    }

    /// <returns>Null when there is no such blob.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<StoredBlob?> FindAsync(string name, CancellationToken cancellation) =>
        OrNullAsync(async () => StoredBlob.Of(name,
            await container.GetBlobClient(name).GetPropertiesAsync(cancellationToken: cancellation)), cancellation);

    /// <returns>Its content; null when there is no such blob.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<BlobRead?> ReadAsync(string name, CancellationToken cancellation) => OrNullAsync(
        async () =>
        {
            var read = (await container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value;
            return new BlobRead(StoredBlob.Of(name, read.Details), read.Content.ToMemory());
        },
        cancellation);

    /// <returns>Its content, to be read as it comes; null when there is no such blob.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task<BlobStream?> OpenAsync(string name, CancellationToken cancellation) => OrNullAsync(
        async () =>
        {
            var opened = (await container.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancellation)).Value;
            return new BlobStream(StoredBlob.Of(name, opened.Details), new StorageStream(opened.Content));
        },
        cancellation);

    /// <summary>
    /// The contents of all blobs whose names end like this, in the order of their names. For callers that are synchronous by their
    /// interface.
    /// </summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public IReadOnlyList<BinaryData> ReadAll(string ending) => StorageCall.Run(() => container.GetBlobs()
        .Where(b => b.Name.EndsWith(ending, StringComparison.Ordinal))
        .Select(b => container.GetBlobClient(b.Name).DownloadContent().Value.Content)
        .ToList());

    /// <summary>Writes a blob, whatever stands in its place. For callers that are synchronous by their interface.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public void Put(string name, BlobToWrite blob) => StorageCall.Run(() => container.GetBlobClient(name).Upload(
        new BinaryData(blob.Content), new BlobUploadOptions { HttpHeaders = new() { ContentType = blob.ContentType } }));

    /// <summary>Writes a blob, whatever stands in its place.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task PutAsync(string name, BlobToWrite blob, CancellationToken cancellation) =>
        StorageCall.RunAsync(() => UploadAsync(name, blob, conditions: null, cancellation), cancellation);

    /// <summary>Writes a blob if nothing stands in its place.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<AddOutcome> AddOnceAsync(string name, BlobToWrite blob, CancellationToken cancellation) =>
        await TryWriteAsync(name, blob, new() { IfNoneMatch = ETag.All }, cancellation) is { } version
            ? new Added(version)
            : new AlreadyThere();

    /// <summary>Replaces a blob that is still as it was read.</summary>
    /// <returns>With its new version.</returns>
    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<WriteOutcome<StoredVersion>> TryReplaceAsync(
        string name, BlobToWrite blob, StoredVersion read, CancellationToken cancellation) =>
        await TryWriteAsync(name, blob, new() { IfMatch = TagOf(read) }, cancellation) is { } version
            ? new Written<StoredVersion>(version)
            : new Overtaken<StoredVersion>();

    /// <summary>Removes a blob if there is one.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task RemoveAsync(string name, CancellationToken cancellation) =>
        StorageCall.RunAsync(() => container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation), cancellation);

    /// <summary>Removes a blob that is still as it was read.</summary>
    /// <returns>False when somebody else has written it since; true as well when it is gone already.</returns>
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
                // A removal whose answer was lost is sent again; perhaps nothing is there any more.
                return await FindAsync(name, cancellation) is null;
            }
        },
        cancellation);

    /// <returns>The new version; null when somebody else's stands there. What holds our content and settings is ours: an earlier try
    /// arrived, and its answer was lost.</returns>
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

    // The SDK takes an ETag without a value for "whatever is there".
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
            // The answer to a request for properties has no body; its code is in a header, if anywhere.
            catch (RequestFailedException missing) when (missing.Status == 404 && missing.ErrorCode != BlobErrorCode.ContainerNotFound)
            {
                return null;
            }
        },
        cancellation);
}
