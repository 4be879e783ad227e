using Azure.Data.Tables;
using Azure.Storage.Blobs;
using KawasakiServerless.Storage.Blobs;
using KawasakiServerless.Storage.Edge;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage;

/// <summary>The tables and blob containers that the app uses, in one or two storage accounts.</summary>
public sealed class CityStorage
{
    // How long to wait before the first retry of a table transaction; RowTable doubles the delay with each further retry. The value is that
    // of the SDK's default delay before its first retry.
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(0.8);

    /// <param name="tables">The tables of the main account.</param>
    /// <param name="blobs">The blobs of the main account.</param>
    /// <param name="site">The blobs of the account that serves the public site; null if the main account serves it.</param>
    internal CityStorage(TableServiceClient tables, BlobServiceClient blobs, BlobServiceClient? site = null)
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
        SiteBlobs = site ?? blobs;
        Web = new(SiteBlobs.GetBlobContainerClient("$web"));

        RowTable Table(string name) => new(tables.GetTableClient(name), RetryDelay);
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

    /// <summary>The contents of all published files, each stored once under its SHA-256.</summary>
    internal BlobFolder Content { get; }

    internal BlobFolder Locks { get; }

    /// <summary>The ASP.NET Core Data Protection keys, which protect cookies and form tokens.</summary>
    internal BlobFolder Keys { get; }

    /// <summary>Workbooks that were uploaded to be checked, and the results of the checks; deleted after about a day.</summary>
    internal BlobFolder Checks { get; }

    /// <summary>The live site: the container that Azure serves as a static website.</summary>
    internal BlobFolder Web { get; }

    /// <summary>The blob client of the public site's account.</summary>
    internal BlobServiceClient SiteBlobs { get; }

    /// <summary>The cache in front of the public site, <see cref="EdgeCache.None"/> if there is none.</summary>
    internal EdgeCache Edge { get; init; } = EdgeCache.None;

    /// <summary>Creates the tables and containers that do not exist yet; idempotent and safe to run concurrently.</summary>
    /// <exception cref="StorageException">Storage failed.</exception>
    public Task EnsureCreatedAsync(CancellationToken cancellation)
    {
        RowTable[] tables = [Submissions, Records, Current, Years, Publications, Audit];
        BlobFolder[] folders = [SubmissionBlobs, RegisterBlobs, PublicationBlobs, Content, Locks, Keys, Checks, Web];
        return Task.WhenAll([.. tables.Select(t => t.CreateAsync(cancellation)), .. folders.Select(f => f.CreateAsync(cancellation))]);
    }
}
