using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>
/// Stores submissions. Each has a table row and its own folder of blobs, which contains the uploaded workbook and the problems found in it.
/// </summary>
public sealed class SubmissionStore(CityStorage storage)
{
    private const string Original = "original.xlsx";

    /// <summary>Step 1 of receiving a submission: saves the uploaded workbook. It is never overwritten.</summary>
    /// <exception cref="InvalidOperationException">Another workbook is stored under this id.</exception>
    public async Task SaveOriginalAsync(SubmissionId id, ReadOnlyMemory<byte> workbook, CancellationToken cancellation)
    {
        if (await storage.SubmissionBlobs.AddOnceAsync(OriginalPath(id), new(workbook), cancellation) is not Added)
            throw new InvalidOperationException($"Another workbook is stored as submission {id}.");
    }

    /// <summary>Reads the uploaded workbook; null if none is stored.</summary>
    public async Task<ReadOnlyMemory<byte>?> OriginalAsync(SubmissionId id, CancellationToken cancellation) =>
        (await storage.SubmissionBlobs.ReadAsync(OriginalPath(id), cancellation))?.Content;

    public Task SaveProblemsAsync(SubmissionId id, IReadOnlyList<Problem> problems, CancellationToken cancellation) =>
        storage.SubmissionBlobs.PutAsync(
            ProblemsPath(id), new(JsonSerializer.SerializeToUtf8Bytes(problems, SubmissionEntity.Json)), cancellation);

    public async Task<IReadOnlyList<Problem>> ProblemsAsync(SubmissionId id, CancellationToken cancellation) =>
        await storage.SubmissionBlobs.ReadAsync(ProblemsPath(id), cancellation) is { } json
            ? JsonSerializer.Deserialize<List<Problem>>(json.Content.Span, SubmissionEntity.Json) ?? []
            : [];

    /// <summary>
    /// Whether a list of problems is stored, which may be empty. A list is stored when the workbook was read completely. Otherwise it is
    /// stored only when the app gives the submission up, because several attempts to read the workbook failed.
    /// </summary>
    public async Task<bool> HasProblemsAsync(SubmissionId id, CancellationToken cancellation) =>
        await storage.SubmissionBlobs.FindAsync(ProblemsPath(id), cancellation) is not null;

    /// <summary>
    /// Adds the row of a submission that has no workbook and a newly generated id, such as a declaration of 該当なし (nothing to report).
    /// Without a row, a submission does not exist for the app.
    /// </summary>
    public async Task<Submission> AddAsync(Submission submission, CancellationToken cancellation) =>
        submission with { Version = await storage.Submissions.AddNewAsync(SubmissionEntity.Of(submission), cancellation) };

    /// <summary>
    /// Step 2 of receiving a submission: adds its row. If the submission comes from a check, the check has already fixed its id, so that
    /// submitting the check twice adds only one row.
    /// </summary>
    /// <returns>The submission with its version; null if a different row with this id exists.</returns>
    public async Task<Submission?> TryAddAsync(Submission submission, CancellationToken cancellation) =>
        await storage.Submissions.AddOnceAsync(SubmissionEntity.Of(submission), cancellation) is Added added
            ? submission with { Version = added.Version }
            : null;

    /// <returns><see cref="Overtaken{T}"/> if another process has updated the row since it was read, for example the timer function that
    /// resumes interrupted submissions.</returns>
    public async Task<WriteOutcome<Submission>> UpdateAsync(Submission submission, CancellationToken cancellation) =>
        (await storage.Submissions.TryUpdateAsync(SubmissionEntity.Of(submission), submission.Version, cancellation))
            .Map(version => submission with { Version = version });

    public async Task<Submission?> FindAsync(SubmissionId id, CancellationToken cancellation) =>
        await storage.Submissions.FindAsync(id.Partition, id.Value, cancellation) is { } found
            ? SubmissionEntity.ToSubmission(found)
            : null;

    /// <summary>Lists a department's submissions of a year, newest first.</summary>
    public async Task<IReadOnlyList<Submission>> HistoryAsync(FiscalYear year, string department, CancellationToken cancellation)
    {
        var history = await ListAsync($"PartitionKey eq {SubmissionId.PartitionOf(year, department)}", cancellation);
        return [.. history.OrderByDescending(s => s.Id.Value, StringComparer.Ordinal)];
    }

    /// <summary>Lists a department's submissions of all years. Scans the whole table.</summary>
    public async Task<IReadOnlyList<Submission>> OfDepartmentAsync(string department, CancellationToken cancellation) =>
        [.. (await ListAsync($"PartitionKey gt {""}", cancellation)).Where(s => s.Id.Department == department)];

    /// <summary>
    /// Lists the submissions of all years and departments whose processing has not ended, for example because a crash interrupted it.
    /// </summary>
    public Task<IReadOnlyList<Submission>> UnfinishedAsync(CancellationToken cancellation) =>
        ListAsync($"State eq {nameof(SubmissionState.Received)} or State eq {nameof(SubmissionState.Ready)} or Abandoning eq {true}",
            cancellation);

    /// <summary>
    /// Deletes orphaned workbooks: those that were saved before the given time and have no row in the table Submissions, because the
    /// process crashed after it had saved the workbook and before it added the row. Newer ones are not deleted, because a process may still
    /// be about to add the row. If the table has no rows at all, it was lost and must be rebuilt from the workbooks, so nothing is deleted.
    /// </summary>
    /// <returns>The ids of the submissions whose workbooks were deleted.</returns>
    public async Task<IReadOnlyList<string>> RemoveOrphansAsync(DateTimeOffset savedBefore, CancellationToken cancellation)
    {
        var removed = new List<string>();
        await foreach (var blob in storage.SubmissionBlobs.ListAsync(cancellation))
        {
            if (blob.WrittenAt >= savedBefore || !IsOriginal(blob.Name, out var id) || await FindAsync(id, cancellation) is not null)
                continue;
            if (removed.Count == 0 && !await HasAnyAsync(cancellation))
                return [];
            await storage.SubmissionBlobs.RemoveAsync(blob.Name, cancellation);
            removed.Add(id.Value);
        }

        return removed;
    }

    private async Task<bool> HasAnyAsync(CancellationToken cancellation) =>
        await storage.Submissions.QueryAsync($"PartitionKey gt {""}", cancellation).AnyAsync(cancellation);

    /// <summary>
    /// Deletes all blobs of a submission: the workbook, the list of its problems, and the copy of the workbook in which they are marked.
    /// </summary>
    public async Task RemoveFilesAsync(SubmissionId id, CancellationToken cancellation)
    {
        await foreach (var blob in storage.SubmissionBlobs.ListAsync($"{FolderOf(id)}/", cancellation))
            await storage.SubmissionBlobs.RemoveAsync(blob.Name, cancellation);
    }

    private async Task<IReadOnlyList<Submission>> ListAsync(FormattableString filter, CancellationToken cancellation) =>
        await storage.Submissions.QueryAsync(filter, cancellation).Select(SubmissionEntity.ToSubmission).ToListAsync(cancellation);

    private static bool IsOriginal(string path, [NotNullWhen(true)] out SubmissionId? id) =>
        SubmissionId.TryParse(path.Split('/') is [.., var folder, Original] ? folder : null, out id) && OriginalPath(id) == path;

    private static string OriginalPath(SubmissionId id) => $"{FolderOf(id)}/{Original}";

    private static string ProblemsPath(SubmissionId id) => $"{FolderOf(id)}/problems.json";

    internal static string FolderOf(SubmissionId id) =>
        string.Create(CultureInfo.InvariantCulture, $"{id.ReportingYear.Year}/{id.Department}/{id.Value}");
}
