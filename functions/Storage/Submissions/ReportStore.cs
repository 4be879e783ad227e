using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>A stored marked workbook, or the empty placeholder of one that is being created.</summary>
/// <param name="Content">A stream that can be read once.</param>
/// <param name="MarkedBy">The version of the app that marked the workbook; null for a placeholder.</param>
public sealed record KeptReport(Stream Content, string? MarkedBy) : IDisposable
{
    public void Dispose() => Content.Dispose();
}

/// <summary>
/// Stores the workbooks in which the problems are marked (指摘), each next to its original. A placeholder blob is reserved before the
/// workbook is created: if a purge empties the folder meanwhile, the placeholder is gone, the later write fails, and no purged data is
/// written after the purge.
/// </summary>
public sealed class ReportStore(CityStorage storage)
{
    private const string VersionKey = "version";

    public async Task<KeptReport?> FindAsync(SubmissionId id, CancellationToken cancellation) =>
        await storage.SubmissionBlobs.OpenAsync(NameOf(id), cancellation) is { } found
            ? new(found.Content, found.Blob.Metadata.TryGetValue(VersionKey, out var version) ? version : null)
            : null;

    /// <summary>
    /// Reserves the blob, which may already contain an older report. The submission's row must be read after this call; it shows whether a
    /// purge will see the blob.
    /// </summary>
    /// <returns>The version for <see cref="TrySaveAsync"/>; null if a purge removed the blob immediately.</returns>
    public async Task<StoredVersion?> ReserveAsync(SubmissionId id, CancellationToken cancellation) =>
        await storage.SubmissionBlobs.AddOnceAsync(NameOf(id), new(ReadOnlyMemory<byte>.Empty), cancellation) is Added added
            ? added.Version
            : (await storage.SubmissionBlobs.FindAsync(NameOf(id), cancellation))?.Version;

    /// <param name="id">The submission to which the report belongs.</param>
    /// <param name="place">The version of the placeholder, or of the report that is replaced.</param>
    /// <param name="report">The marked workbook.</param>
    /// <param name="markedBy">The version of the app that marked it.</param>
    /// <param name="cancellation">Stops before the report is written.</param>
    /// <returns>False if a purge or another request changed the blob first.</returns>
    public async Task<bool> TrySaveAsync(
        SubmissionId id, StoredVersion place, byte[] report, string markedBy, CancellationToken cancellation)
    {
        var blob = new BlobToWrite(report)
        {
            Metadata = new Dictionary<string,
            string>(StringComparer.Ordinal)
            { [VersionKey] = markedBy }
        };
        return await storage.SubmissionBlobs.TryReplaceAsync(NameOf(id), blob, place, cancellation) is Written<StoredVersion>;
    }

    public Task RemoveAsync(SubmissionId id, CancellationToken cancellation) =>
        storage.SubmissionBlobs.RemoveAsync(NameOf(id), cancellation);

    private static string NameOf(SubmissionId id) => $"{SubmissionStore.FolderOf(id)}/report.xlsx";
}
