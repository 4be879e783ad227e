using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Reviews;

namespace KawasakiServerless.Application.Purging;

/// <summary>
/// Removes comments, messages and reasons (連絡・コメント・理由) from the reviews of the reports that contain the purged data, since any of them may
/// repeat it.
/// </summary>
public sealed class ReviewPurge(ReviewStore reviews)
{
    private const int MostTries = 8;

    /// <summary>The texts that a purge would remove now, oldest first.</summary>
    public async Task<EquatableList<WrittenText>> PlanAsync(
        string what, IEnumerable<DepartmentYear> reports, CancellationToken cancellation)
    {
        List<WrittenText> texts = [];
        foreach (var report in reports)
            texts.AddRange(PurgedTexts.Of(await reviews.LinesAsync(report, cancellation),
                await reviews.OwnConfirmationsAsync(report, cancellation), what));
        return [.. texts];
    }

    /// <summary>Idempotent: after a crash it can run again.</summary>
    /// <param name="what">The purged data: the id of a submission, or a 管理番号.</param>
    /// <param name="reports">The reports that contain the purged data.</param>
    /// <param name="cancellation">Cancels between two writes.</param>
    public async Task RunAsync(string what, IEnumerable<DepartmentYear> reports, CancellationToken cancellation)
    {
        foreach (var report in reports)
        {
            var lines = (await reviews.LinesAsync(report, cancellation)).WithoutTexts();
            var confirmations = (await reviews.OwnConfirmationsAsync(report, cancellation)).WithoutReasons(what);
            await reviews.RewriteAsync(report, new(lines, confirmations), cancellation);
            await RemoveExcerptsAsync(report, cancellation);
        }
    }

    // People may edit the review concurrently. A write with a stale ETag fails and is retried, so their changes are kept.
    private async Task RemoveExcerptsAsync(DepartmentYear report, CancellationToken cancellation)
    {
        for (var tries = 1; !await TryRemoveExcerptsAsync(report, cancellation); tries++)
        {
            if (tries == MostTries)
                throw new InvalidOperationException($"The review of {report} keeps being changed by others.");
        }
    }

    private async Task<bool> TryRemoveExcerptsAsync(DepartmentYear report, CancellationToken cancellation)
    {
        var stored = await reviews.FindAsync(report, cancellation);
        var without = stored.Review.WithoutTexts();
        return without == stored.Review
            || await reviews.TryWriteAsync(
                report.Year, stored with { Review = without }, new([], []), cancellation) is Written<StoredReview>;
    }
}
