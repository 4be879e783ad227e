using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage;

/// <summary>Finds out whether the account takes writes, by writing a row and a blob that are reserved for this.</summary>
public sealed class WriteProbe(CityStorage storage)
{
    // In a partition and a container that nobody lists.
    private const string Partition = "health", Row = "write", Blob = "health";

    private static readonly BinaryData Content = new("written by the health check");

    /// <exception cref="Azure.RequestFailedException">Storage refused one of the writes.</exception>
    public Task WriteAsync(CancellationToken cancellation) => Task.WhenAll(
        storage.Publications.UpsertEntityAsync(new TableEntity(Partition, Row), TableUpdateMode.Replace, cancellation),
        storage.Locks.GetBlobClient(Blob).UploadAsync(Content, overwrite: true, cancellation));
}
