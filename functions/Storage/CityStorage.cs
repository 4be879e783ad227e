using Azure.Data.Tables;
using Azure.Storage.Blobs;
using KawasakiServerless.Storage.Blobs;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage;

/// <summary>The tables and blob containers of the storage account, by name.</summary>
public sealed class CityStorage
{
    internal CityStorage(TableServiceClient tables, BlobServiceClient blobs, TimeSpan? retryDelay = null)
    {
        Submissions = Table("Submissions");
        Records = Table("Records");
        Current = Table("Current");
        Years = Table("Years");
        Publications = Table("Publications");
        Audit = Table("Audit");
        SubmissionBlobs = Folder("submissions");
        RegisterBlobs = Folder("register");
        PublicationBlobs = Folder("publications");
        Content = Folder("content");
        Locks = Folder("locks");
        Keys = Folder("keys");
        Checks = Folder("checks");
        Web = Folder("$web");

        // As long as the SDK waits before it tries something again.
        RowTable Table(string name) => new(tables.GetTableClient(name), retryDelay ?? TimeSpan.FromSeconds(0.8));
        BlobFolder Folder(string name) => new(blobs.GetBlobContainerClient(name));
    }

    internal RowTable Submissions { get; }

    internal RowTable Records { get; }

    internal RowTable Current { get; }

    internal RowTable Years { get; }

    internal RowTable Publications { get; }

    internal RowTable Audit { get; }

    internal BlobFolder SubmissionBlobs { get; }

    internal BlobFolder RegisterBlobs { get; }

    internal BlobFolder PublicationBlobs { get; }

    /// <summary>Every file that was published, once each, named by its SHA-256.</summary>
    internal BlobFolder Content { get; }

    internal BlobFolder Locks { get; }

    /// <summary>The keys that protect cookies and forms.</summary>
    internal BlobFolder Keys { get; }

    /// <summary>Workbooks that were uploaded to be checked, for a day.</summary>
    internal BlobFolder Checks { get; }

    /// <summary>The live site: the container that Azure serves as a static website.</summary>
    internal BlobFolder Web { get; }

    /// <summary>Creates whatever does not exist yet; safe to repeat and to run twice at once.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task EnsureCreatedAsync(CancellationToken cancellation)
    {
        RowTable[] tables = [Submissions, Records, Current, Years, Publications, Audit];
        BlobFolder[] folders = [SubmissionBlobs, RegisterBlobs, PublicationBlobs, Content, Locks, Keys, Checks, Web];
        return Task.WhenAll([.. tables.Select(t => t.CreateAsync(cancellation)), .. folders.Select(f => f.CreateAsync(cancellation))]);
    }
}
