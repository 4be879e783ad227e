using Azure.Data.Tables;
using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage;

/// <summary>Checks whether the account accepts writes, by writing a row and a blob that are reserved for this purpose.</summary>
public sealed class WriteProbe(CityStorage storage)
{
    // The row and the blob for the test. They cannot disturb other code, because no code lists this partition or this container.
    private const string Partition = "health", Row = "write", Blob = "health";

    private static readonly BlobToWrite Content = new("written by the health check"u8.ToArray());

    /// <exception cref="StorageException">Storage refused one of the writes or did not respond.</exception>
    public Task WriteAsync(CancellationToken cancellation) => Task.WhenAll(
        storage.Publications.PutAsync(new TableEntity(Partition, Row), cancellation),
        storage.Locks.PutAsync(Blob, Content, cancellation));
}
