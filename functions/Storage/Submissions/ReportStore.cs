using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>A marked workbook that is kept, or the empty place of one that is being made.</summary>
/// <param name="Content">Read once.</param>
/// <param name="Version">Of what marked it; null for an empty place.</param>
/// <param name="ETag">Of the blob, for <see cref="ReportStore.TrySaveAsync"/>.</param>
public sealed record KeptReport(Stream Content, string? Version, ETag ETag) : IDisposable
{
    public void Dispose() => Content.Dispose();
}

/// <summary>
/// The workbooks with their problems marked (指摘), each beside its original. A place is taken before the workbook is made: a purge that
/// empties the folder meanwhile takes the
/// place away, and nothing that was purged is written after it.
/// </summary>
public sealed class ReportStore(CityStorage storage)
{
    private const string VersionKey = "version";

    public async Task<KeptReport?> FindAsync(SubmissionId id, CancellationToken cancellation)
    {
        try
        {
            var found = (await BlobOf(id).DownloadStreamingAsync(cancellationToken: cancellation)).Value;
            return new(found.Content, found.Details.Metadata.TryGetValue(VersionKey, out var version) ? version : null, found.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>
    /// Takes the place, in which an older report may stand. The row of the submission, read later than this, tells whether a purge will
    /// see it.
    /// </summary>
    public async Task<ETag> ReserveAsync(SubmissionId id, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            return (await BlobOf(id).UploadAsync(new BinaryData([]), options, cancellation)).Value.ETag;
        }
        catch (RequestFailedException taken) when (taken.Status is 409 or 412)
        {
            return (await BlobOf(id).GetPropertiesAsync(cancellationToken: cancellation)).Value.ETag;
        }
    }

    /// <param name="id">Whose it is.</param>
    /// <param name="place">The ETag of the place, or of the report that is replaced.</param>
    /// <param name="report">The marked workbook.</param>
    /// <param name="version">Of what marked it.</param>
    /// <param name="cancellation">Stops before it is written.</param>
    /// <returns>False when a purge or another request was faster.</returns>
    public async Task<bool> TrySaveAsync(SubmissionId id, ETag place, byte[] report, string version, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfMatch = place },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [VersionKey] = version },
        };
        try
        {
            await BlobOf(id).UploadAsync(new BinaryData(report), options, cancellation);
            return true;
        }
        catch (RequestFailedException moved) when (moved.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    public Task RemoveAsync(SubmissionId id, CancellationToken cancellation) =>
        BlobOf(id).DeleteIfExistsAsync(cancellationToken: cancellation);

    private BlobClient BlobOf(SubmissionId id) => storage.SubmissionBlobs.GetBlobClient($"{SubmissionStore.FolderOf(id)}/report.xlsx");
}
