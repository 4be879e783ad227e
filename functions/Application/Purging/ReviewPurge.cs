using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Reviews;

namespace KawasakiServerless.Application.Purging;

/// <summary>
/// Replaces comments, messages and the reasons given for confirmations (連絡・コメント・理由) by a placeholder in the reviews of the reports that
/// contain the purged data, because a person may have quoted the data in any of them. If a single record is purged, the reasons stay in the
/// confirmations of other records, if all of these are known.
/// </summary>
public sealed class ReviewPurge(ReviewStore reviews)
{
    private const int MostTries = 8;

    /// <summary>
    /// Lists the comments, messages and reasons that a purge would remove now, report by report, and oldest first within each report.
    /// </summary>
    public async Task<EquatableList<WrittenText>> PlanAsync(
        string what, IEnumerable<DepartmentYear> reports, CancellationToken cancellation)
    {
        List<WrittenText> texts = [];
        foreach (var report in reports)
            texts.AddRange(PurgedTexts.Of(await reviews.LinesAsync(report, cancellation),
                await reviews.OwnConfirmationsAsync(report, cancellation), what));
        return [.. texts];
    }

    /// <summary>
    /// Removes the comments, messages and reasons that may quote the purged data. Idempotent: after a crash, the method can run again.
    /// </summary>
    /// <param name="what">The purged data: the id of a submission, or the 管理番号 of a record.</param>
    /// <param name="reports">The reports that contain the purged data.</param>
    /// <param name="cancellation">Cancellation takes effect between two writes.</param>
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

    // Staff may edit the review at the same time. A write with a stale ETag fails and is retried, so that no change by staff is lost.
    private async Task RemoveExcerptsAsync(DepartmentYear report, CancellationToken cancellation)
    {
        for (var tries = 1; !await TryRemoveExcerptsAsync(report, cancellation); tries++)
        {
            if (tries == MostTries)
                throw new InvalidOperationException($"Other processes keep changing the review of {report}.");
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
