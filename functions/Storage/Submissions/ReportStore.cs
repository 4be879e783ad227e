using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>A marked workbook that is kept, or the empty place of one that is being made.</summary>
/// <param name="Content">Read once.</param>
/// <param name="MarkedBy">The version of the app that marked it; null for an empty place.</param>
public sealed record KeptReport(Stream Content, string? MarkedBy) : IDisposable
{
    public void Dispose() => Content.Dispose();
}

/// <summary>
/// The workbooks with their problems marked (指摘), each beside its original. A place is taken before the workbook is made: a purge that
/// empties the folder meanwhile takes the place away, and nothing that was purged is written after it.
/// </summary>
public sealed class ReportStore(CityStorage storage)
{
    private const string VersionKey = "version";

    public async Task<KeptReport?> FindAsync(SubmissionId id, CancellationToken cancellation) =>
        await storage.SubmissionBlobs.OpenAsync(NameOf(id), cancellation) is { } found
            ? new(found.Content, found.Blob.Metadata.TryGetValue(VersionKey, out var version) ? version : null)
            : null;

    /// <summary>
    /// Takes the place, in which an older report may stand. The row of the submission, read later than this, tells whether a purge will see
    /// it.
    /// </summary>
    /// <returns>For <see cref="TrySaveAsync"/>; null when a purge took the place away at once.</returns>
    public async Task<StoredVersion?> ReserveAsync(SubmissionId id, CancellationToken cancellation) =>
        await storage.SubmissionBlobs.AddOnceAsync(NameOf(id), new(ReadOnlyMemory<byte>.Empty), cancellation) is Added added
            ? added.Version
            : (await storage.SubmissionBlobs.FindAsync(NameOf(id), cancellation))?.Version;

    /// <param name="id">Whose it is.</param>
    /// <param name="place">The version of the place, or of the report that is replaced.</param>
    /// <param name="report">The marked workbook.</param>
    /// <param name="markedBy">The version of the app that marked it.</param>
    /// <param name="cancellation">Stops before it is written.</param>
    /// <returns>False when a purge or another request was faster.</returns>
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
