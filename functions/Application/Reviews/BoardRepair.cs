using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Reviews;

/// <summary>
/// Repairs the rows of the coordinator's overview (一覧の復旧). Counts the findings of submissions that were accepted by an earlier version of
/// the app, which did not count findings. Recounts findings if a value was confirmed while a submission was being accepted. Writes audit
/// entries that are missing because of a crash.
/// </summary>
public sealed class BoardRepair(
    YearStore years, ReviewStore reviews, SubmissionStore submissions, FoundProblems found, ReviewWriter writer, ILogger<BoardRepair> log)
{
    /// <summary>
    /// Repairs all outdated rows, with one query per year and a few calls per row. A row that another process changes at the same time is
    /// left for the next sweep (a timer every ten minutes).
    /// </summary>
    /// <returns>The year and department of each repaired row, such as 2018-zaisei.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        List<string> repaired = [];
        foreach (var year in await years.AllAsync(cancellation))
        {
            foreach (var row in (await reviews.OfYearAsync(year, cancellation)).Where(IsOutdated))
            {
                if (await TryRepairAsync(year, row, cancellation))
                    repaired.Add(SubmissionId.PartitionOf(year, row.Department));
            }
        }

        return repaired;
    }

    private static bool IsOutdated(BoardRow row) => row.Standing.HasStaleFindings || row.Stored?.UnwrittenAuditEntries.Count > 0;

    // A row that cannot be repaired must block neither the other rows nor the rest of the sweep (the timer function that runs this repair).
    private async Task<bool> TryRepairAsync(FiscalYear year, BoardRow row, CancellationToken cancellation)
    {
        try
        {
            var stored = row.Stored ?? new(new Review(row.Department), null);
            var findings = row.Standing.HasStaleFindings ? await CountAsync(row.Standing.Counting!, cancellation) : stored.Review.Findings;
            return await writer.WriteAuditAsync(year, stored with { Review = stored.Review with { Findings = findings } }, cancellation);
        }
        catch (Exception failure) when (failure is InvalidDataException or StorageException { MayPass: false })
        {
            log.LogError(failure, "The row of {Department} on the board of {Year} could not be repaired", row.Department, year.Year);
            return false;
        }
    }

    private async Task<CountedFindings?> CountAsync(CountingSubmission counting, CancellationToken cancellation)
    {
        if (!SubmissionId.TryParse(counting.Id, out var id) || await submissions.FindAsync(id, cancellation) is not { } submission)
            throw new InvalidDataException($"The current submission {counting.Id} has no row.");
        return new(counting.Id, await found.TallyAsync(id, await submissions.ProblemsAsync(id, cancellation), cancellation),
            submission.UploadedBy);
    }
}
