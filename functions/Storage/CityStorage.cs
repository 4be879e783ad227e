using Azure.Storage.Blobs;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage;

/// <summary>The tables and blob containers of the storage account, by name.</summary>
public sealed class CityStorage(TableServiceClient tables, BlobServiceClient blobs)
{
    public TableClient Submissions { get; } = tables.GetTableClient("Submissions");

    public TableClient Records { get; } = tables.GetTableClient("Records");

    public TableClient Current { get; } = tables.GetTableClient("Current");

    public TableClient Years { get; } = tables.GetTableClient("Years");

    public TableClient Publications { get; } = tables.GetTableClient("Publications");

    public TableClient Audit { get; } = tables.GetTableClient("Audit");

    public BlobContainerClient SubmissionBlobs { get; } = blobs.GetBlobContainerClient("submissions");

    public BlobContainerClient RegisterBlobs { get; } = blobs.GetBlobContainerClient("register");

    public BlobContainerClient PublicationBlobs { get; } = blobs.GetBlobContainerClient("publications");

    /// <summary>What was published, once each, named by its SHA-256.</summary>
    public BlobContainerClient Content { get; } = blobs.GetBlobContainerClient("content");

    public BlobContainerClient Locks { get; } = blobs.GetBlobContainerClient("locks");

    /// <summary>The live site: the container that Azure serves as a static website.</summary>
    public BlobContainerClient Web { get; } = blobs.GetBlobContainerClient("$web");

    /// <summary>Creates whatever does not exist yet; safe to repeat and to run twice at once.</summary>
    public Task EnsureCreatedAsync(CancellationToken cancellation)
    {
        TableClient[] allTables = [Submissions, Records, Current, Years, Publications, Audit];
        BlobContainerClient[] containers = [SubmissionBlobs, RegisterBlobs, PublicationBlobs, Content, Locks, Web];
        return Task.WhenAll(
            [
                .. allTables.Select(t => (Task)t.CreateIfNotExistsAsync(cancellation)),
                .. containers.Select(c => c.CreateIfNotExistsAsync(cancellationToken: cancellation)),
            ]);
    }
}
