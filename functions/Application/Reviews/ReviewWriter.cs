using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Reviews;

/// <summary>
/// Changes a review and its timeline by compare-and-swap, then writes the audit log. The review stores pending audit entries until they are
/// written: if the process crashes in between, they are written with the next change of the review or by the next sweep (a timer every ten
/// minutes).
/// </summary>
public sealed class ReviewWriter(ReviewStore reviews, CurrentStore current, AuditLog audit)
{
    private const int MostTries = 8;

    /// <summary>Reads the present state of a report.</summary>
    public async Task<ReportStanding> StandingAsync(DepartmentYear report, CancellationToken cancellation) =>
        await StandingAsync(report, (await reviews.FindAsync(report, cancellation)).Review, cancellation);

    /// <summary>Applies a submitted form exactly once, even if it is submitted twice.</summary>
    /// <param name="report">The report whose review is changed.</param>
    /// <param name="act">The submitted form.</param>
    /// <param name="decide">Decides the outcome. Called again with the new state after each conflict with a concurrent change.</param>
    /// <param name="cancellation">Cancels the operation. The change is then stored completely or not at all.</param>
    /// <exception cref="InvalidOperationException">Every attempt failed because of a concurrent change.</exception>
    public async Task<ReviewOutcome> ActAsync(
        DepartmentYear report, ReviewAct act, Func<ReportStanding, Task<ReviewWish>> decide, CancellationToken cancellation)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            if (await reviews.HasLineAsync(report, act.Id, cancellation))
                return new ReviewOutcome.AlreadyDone();
            var stored = await reviews.FindAsync(report, cancellation);
            var wish = await decide(await StandingAsync(report, stored.Review, cancellation));
            if (wish.Outcome is not ReviewOutcome.Changed changed
                || await TryWriteAsync(
                    report, stored with { Review = changed.After }, new(changed.Lines, wish.Confirmations), cancellation))
                return wish.Outcome;
        }

        throw new InvalidOperationException($"Other processes keep changing the review of {report}.");
    }

    /// <summary>Writes the pending audit entries of a review to the audit log.</summary>
    /// <returns>False when another process has changed the review in the meantime; that process writes the entries.</returns>
    public async Task<bool> WriteAuditAsync(FiscalYear year, StoredReview stored, CancellationToken cancellation)
    {
        foreach (var entry in stored.UnwrittenAuditEntries)
            await audit.WriteAsync(entry, cancellation);
        var complete = stored with { UnwrittenAuditEntries = [] };
        return await reviews.TryWriteAsync(year, complete, new([], []), cancellation) is Written<StoredReview>;
    }

    private async Task<bool> TryWriteAsync(
        DepartmentYear report, StoredReview after, ReviewRows rows, CancellationToken cancellation)
    {
        var unwritten = rows.Lines.Where(l => l.Kind != ReviewLineKind.Comment).Select(l => EntryOf(report, l));
        var told = after with { UnwrittenAuditEntries = [.. after.UnwrittenAuditEntries, .. unwritten] };
        if (await reviews.TryWriteAsync(report.Year, told, rows, cancellation) is not Written<StoredReview>(var written))
            return false;
        if (written.UnwrittenAuditEntries.Count > 0)
            await WriteAuditAsync(report.Year, written, cancellation);
        return true;
    }

    private async Task<ReportStanding> StandingAsync(DepartmentYear report, Review review, CancellationToken cancellation) =>
        new(report.Department, (await current.FindAsync(report.Year, report.Department, cancellation))?.Counting(), review);

    private static AuditEntry EntryOf(DepartmentYear report, ReviewLine line) =>
        new($"review-{report}-{line.Id}", line.Who, AuditKinds.Of(line.Kind), report
            .ToString(), line.When)
        { Submission = line.Submission };
}

/// <summary>The outcome of a submitted form, and the confirmations to store in the same transaction as the changed review.</summary>
public sealed record ReviewWish(ReviewOutcome Outcome)
{
    public IReadOnlyCollection<Confirmation> Confirmations { get; init; } = [];
}
