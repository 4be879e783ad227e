using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Reviews;

namespace KawasakiServerless.Application.Purging;

/// <summary>
/// Takes comments, messages and reasons (連絡・コメント・理由) out of the reviews of the reports that hold what is purged: nobody can tell which
/// of them repeat it.
/// </summary>
public sealed class ReviewPurge(ReviewStore reviews)
{
    private const int MostTries = 8;

    /// <summary>What would be taken out now, oldest first.</summary>
    public async Task<EquatableList<WrittenText>> PlanAsync(
        string what, IEnumerable<DepartmentYear> reports, CancellationToken cancellation)
    {
        List<WrittenText> texts = [];
        foreach (var report in reports)
            texts.AddRange(PurgedTexts.Of(await reviews.LinesAsync(report, cancellation),
                await reviews.OwnConfirmationsAsync(report, cancellation), what));
        return [.. texts];
    }

    /// <summary>Safe to be killed and repeated.</summary>
    /// <param name="what">The id of a submission, or a 管理番号.</param>
    /// <param name="reports">Those that hold it.</param>
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

    // People act on the review meanwhile; their changes stay.
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
