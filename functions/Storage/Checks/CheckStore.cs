using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Storage.Checks;

/// <summary>
/// Checks: a folder each, with the workbook as uploaded and then what was found in it. Until the second is there nothing of the check
/// shows.
/// </summary>
public sealed class CheckStore(CityStorage storage)
{
    // Somebody may be looking at one whose life has just ended.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    // What a list says of a check stands in its metadata: one request lists them all. Base64, since metadata are headers.
    private const string About = "about", CheckName = "check.json";

    /// <summary>Step 1: the workbook. The id names its content, so that a second sending writes the same.</summary>
    public Task SaveWorkbookAsync(CheckId id, ReadOnlyMemory<byte> workbook, CancellationToken cancellation) =>
        storage.Checks.PutAsync(WorkbookPath(id), new(workbook), cancellation);

    /// <summary>Step 2: what was found.</summary>
    /// <returns>The check that is kept: the first one, when the same form was sent twice at once.</returns>
    public async Task<Check> AddAsync(Check check, CancellationToken cancellation)
    {
        var about = Convert.ToBase64String(PublicationJson.Write(KeptCheck.Of(check)).Span);
        var blob = new BlobToWrite(PublicationJson.Write(Stored.Of(check)))
        {
            Metadata = new Dictionary<string,
            string>(StringComparer.Ordinal)
            { [About] = about }
        };
        return await storage.Checks.AddOnceAsync(CheckPath(check.Id), blob, cancellation) is Added
            ? check
            : await FindAsync(check.Id, cancellation)
                ?? throw new InvalidDataException($"The check {check.Id} was removed while it was written.");
    }

    /// <returns>Null when there is none, or no longer.</returns>
    public async Task<Check?> FindAsync(CheckId id, CancellationToken cancellation) =>
        await storage.Checks.ReadAsync(CheckPath(id), cancellation) is { } found
            ? PublicationJson.Read<Stored>(found.Content).ToCheck()
            : null;

    /// <summary>
    /// The checks of a department that are kept, newest first. One of an earlier version of the app says nothing here, and is over in a
    /// day.
    /// </summary>
    public async Task<IReadOnlyList<KeptCheck>> ListAsync(DepartmentYear report, CancellationToken cancellation)
    {
        List<KeptCheck> kept = [];
        await foreach (var blob in storage.Checks.ListAsync(FolderOf(report.Year, report.Department), cancellation))
        {
            if (blob.Metadata.TryGetValue(About, out var about))
                kept.Add(PublicationJson.Read<KeptCheck>(Convert.FromBase64String(about)));
        }

        return [.. kept.OrderByDescending(c => c.CheckedAt).ThenBy(c => c.Id, StringComparer.Ordinal)];
    }

    /// <returns>Null when it is no longer kept.</returns>
    public async Task<ReadOnlyMemory<byte>?> WorkbookAsync(CheckId id, CancellationToken cancellation) =>
        (await storage.Checks.ReadAsync(WorkbookPath(id), cancellation))?.Content;

    /// <summary>Removes what was written long enough ago.</summary>
    /// <returns>How many files.</returns>
    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellation) =>
        RemoveAsync("", before: now - Check.Life - Slack, cancellation);

    /// <summary>Removes all checks of a department: one may hold what is being purged.</summary>
    public Task RemoveAllAsync(FiscalYear year, string department, CancellationToken cancellation) =>
        RemoveAsync(FolderOf(year, department), DateTimeOffset.MaxValue, cancellation);

    private async Task<int> RemoveAsync(string prefix, DateTimeOffset before, CancellationToken cancellation)
    {
        var removed = 0;
        await foreach (var blob in storage.Checks.ListAsync(prefix, cancellation))
        {
            if (blob.WrittenAt >= before)
                continue;
            await storage.Checks.RemoveAsync(blob.Name, cancellation);
            removed++;
        }

        return removed;
    }

    private static string FolderOf(FiscalYear year, string department) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year.Year}/{department}/");

    private static string CheckPath(CheckId id) => $"{FolderOf(id.ReportingYear, id.Department)}{id.Value}/{CheckName}";

    private static string WorkbookPath(CheckId id) => $"{FolderOf(id.ReportingYear, id.Department)}{id.Value}/original.xlsx";

    private sealed record Stored(
        string Id,
        string Submission,
        string? FileName,
        string Sha256,
        long Size,
        DateTimeOffset CheckedAt,
        string CheckedBy,
        string? Supersedes,
        bool IsSameFile,
        RecordCounts Counts,
        EquatableList<Problem> Problems,
        Changes Changes,
        EquatableList<CellChange>? Edits,
        Fixes? Fixes,
        WorkbookReadability? Readability)
    {
        public static Stored Of(Check c) => new(
            c.Id.Value, c.Submission.Value, c.FileName, c.Sha256, c.Size, c.CheckedAt, c.CheckedBy, c.Supersedes, c.IsSameFile, c.Counts,
            c.Problems, c.Changes, c.Edits,
            c.Fixes, c.Readability);

        public Check ToCheck() => CheckId.TryParse(Id, out var id) && SubmissionId.TryParse(Submission, out var submission)
            ? new(id, submission, FileName, Sha256, Size, CheckedAt, CheckedBy, Supersedes, IsSameFile, Counts, Problems, Changes)
            {
                // A check of an earlier version of the app says nothing of these.
                Edits = Edits ?? [],
                Fixes = Fixes ?? Domain.Fixes.None,
                Readability = Readability,
            }
            : throw new InvalidDataException($"A check is kept with the ids {Id} and {Submission}.");
    }
}
