using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>A stored workbook in which the problems are marked, or the empty placeholder for a workbook that is being created.</summary>
/// <param name="Content">The workbook as a stream that can be read once; empty for a placeholder.</param>
/// <param name="MarkedBy">The version of the app that marked the workbook; null for a placeholder.</param>
public sealed record StoredReport(Stream Content, string? MarkedBy) : IDisposable
{
    public void Dispose() => Content.Dispose();
}

/// <summary>A workbook in which the problems are marked, to be stored.</summary>
/// <param name="Content">The bytes of the workbook.</param>
/// <param name="MarkedBy">The version of the app that marked the workbook.</param>
public sealed record ReportToWrite(byte[] Content, string MarkedBy);

/// <summary>
/// Stores the workbooks in which the problems are marked (指摘), each in the folder of its submission. An empty placeholder blob is written
/// before such a workbook is created. If a purge empties the folder in the meantime, it also deletes the placeholder; the workbook can then
/// no longer replace it, so purged data is not stored again.
/// </summary>
public sealed class ReportStore(CityStorage storage)
{
    private const string VersionKey = "version";

    public async Task<StoredReport?> FindAsync(SubmissionId id, CancellationToken cancellation) =>
        await storage.SubmissionBlobs.OpenAsync(NameOf(id), cancellation) is { } found
            ? new(found.Content, found.Blob.Metadata.TryGetValue(VersionKey, out var version) ? version : null)
            : null;

    /// <summary>
    /// Writes an empty blob as a placeholder for the marked workbook, or finds the existing blob, which may contain an older marked
    /// workbook. The caller must read the submission's row after this call: if the row shows no purge, a later purge will find and delete
    /// this blob.
    /// </summary>
    /// <returns>The version to pass to <see cref="TrySaveAsync"/>; null if a purge deleted the blob at the same moment.</returns>
    public async Task<StoredVersion?> ReserveAsync(SubmissionId id, CancellationToken cancellation) =>
        await storage.SubmissionBlobs.AddOnceAsync(NameOf(id), new(ReadOnlyMemory<byte>.Empty), cancellation) is Added added
            ? added.Version
            : (await storage.SubmissionBlobs.FindAsync(NameOf(id), cancellation))?.Version;

    /// <param name="id">The submission to which the workbook belongs.</param>
    /// <param name="place">The version of the blob that <see cref="ReserveAsync"/> returned.</param>
    /// <param name="report">The workbook in which the problems are marked.</param>
    /// <param name="cancellation">Cancels the request. The workbook may nevertheless have been stored.</param>
    /// <returns>False if a purge or another request changed the blob first.</returns>
    public async Task<bool> TrySaveAsync(
        SubmissionId id, StoredVersion place, ReportToWrite report, CancellationToken cancellation)
    {
        var blob = new BlobToWrite(report.Content)
        {
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [VersionKey] = report.MarkedBy },
        };
        return await storage.SubmissionBlobs.TryReplaceAsync(NameOf(id), blob, place, cancellation) is Written<StoredVersion>;
    }

    public Task RemoveAsync(SubmissionId id, CancellationToken cancellation) =>
        storage.SubmissionBlobs.RemoveAsync(NameOf(id), cancellation);

    private static string NameOf(SubmissionId id) => $"{SubmissionStore.FolderOf(id)}/report.xlsx";
}
