using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Blobs;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Storage.Checks;

/// <summary>
/// Stores checks (<see cref="Check"/>: workbooks that clerks uploaded for checking before they submit them), one folder each. First the
/// uploaded workbook is written, then the results. A check cannot be found until its results are written.
/// </summary>
public sealed class CheckStore(CityStorage storage)
{
    // A user may still have a check open in the browser when it expires, so its files are deleted only after this additional time.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    // The data that the list of checks shows (StoredCheck) is stored in blob metadata, so one request lists all checks. It is encoded in
    // Base64, because metadata are sent as HTTP headers, which allow only ASCII.
    private const string About = "about", CheckName = "check.json";

    /// <summary>
    /// Step 1 of storing a check: saves the workbook. The check's id contains the workbook's hash, so a repeated request overwrites the
    /// blob with the same content.
    /// </summary>
    public Task SaveWorkbookAsync(CheckId id, ReadOnlyMemory<byte> workbook, CancellationToken cancellation) =>
        storage.Checks.PutAsync(WorkbookPath(id), new(workbook), cancellation);

    /// <summary>Step 2 of storing a check: saves its results.</summary>
    /// <returns>The stored check. If the same form was submitted twice concurrently, this is the check of the request that came
    /// first.</returns>
    public async Task<Check> AddAsync(Check check, CancellationToken cancellation)
    {
        var about = Convert.ToBase64String(PublicationJson.Write(StoredCheck.Of(check)).Span);
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

    /// <returns>The check; null if it does not exist or has expired and was deleted.</returns>
    public async Task<Check?> FindAsync(CheckId id, CancellationToken cancellation) =>
        await storage.Checks.ReadAsync(CheckPath(id), cancellation) is { } found
            ? PublicationJson.Read<Stored>(found.Content).ToCheck()
            : null;

    /// <summary>
    /// Lists the stored checks of a department, newest first. Checks that an earlier version of the app wrote have no metadata and are
    /// omitted; they expire within a day.
    /// </summary>
    public async Task<IReadOnlyList<StoredCheck>> ListAsync(DepartmentYear report, CancellationToken cancellation) =>
        await storage.Checks.ListAsync(FolderOf(report.Year, report.Department), cancellation)
            .Select(KeptIn).OfType<StoredCheck>()
            .OrderByDescending(c => c.CheckedAt).ThenBy(c => c.Id, StringComparer.Ordinal).ToListAsync(cancellation);

    /// <returns>The uploaded workbook; null if the check has expired and was deleted.</returns>
    public async Task<ReadOnlyMemory<byte>?> WorkbookAsync(CheckId id, CancellationToken cancellation) =>
        (await storage.Checks.ReadAsync(WorkbookPath(id), cancellation))?.Content;

    /// <summary>Deletes the files of expired checks.</summary>
    /// <returns>The number of deleted files.</returns>
    public Task<int> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellation) =>
        RemoveAsync("", before: now - Check.Life - Slack, cancellation);

    /// <summary>Deletes all checks of a department for a year, because one of them may contain data that is being purged.</summary>
    public Task RemoveAllAsync(FiscalYear year, string department, CancellationToken cancellation) =>
        RemoveAsync(FolderOf(year, department), DateTimeOffset.MaxValue, cancellation);

    private static StoredCheck? KeptIn(StoredBlob blob) =>
        blob.Metadata.TryGetValue(About, out var about) ? PublicationJson.Read<StoredCheck>(Convert.FromBase64String(about)) : null;

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
                // A check that was stored by an earlier version of the app lacks these fields.
                Edits = Edits ?? [],
                Fixes = Fixes ?? Domain.Fixes.None,
                Readability = Readability,
            }
            : throw new InvalidDataException($"A stored check has the invalid ids {Id} and {Submission}.");
    }
}
