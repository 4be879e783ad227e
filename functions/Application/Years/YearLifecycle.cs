using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Years;

/// <summary>The result of a change to a year.</summary>
public abstract record YearOutcome
{
    private YearOutcome()
    {
    }

    public sealed record Changed(ReportingYear Year) : YearOutcome;

    /// <summary>The year is already in the requested state.</summary>
    public sealed record Unchanged(ReportingYear Year) : YearOutcome;

    /// <summary>
    /// Another person changed the settings of the year after the form was rendered; <see cref="ReportingYear.Last"/> contains the author and
    /// the time.
    /// </summary>
    public sealed record Overtaken(ReportingYear Now) : YearOutcome;

    /// <summary>The year does not exist in the app, because it was never opened.</summary>
    public sealed record NotOpen : YearOutcome;
}

/// <summary>
/// Changes the settings of a reporting year (年度の運営): its deadline, whether it accepts submissions, and whether its workbooks are published.
/// The audit entry is written first: a crash or another person's change in between leaves an entry without a change, never a change without
/// an entry.
/// </summary>
public sealed class YearLifecycle(YearStore years, AuditLog audit, TimeProvider time)
{
    /// <summary>Reads every year that was opened, including those that are now closed for submissions, newest first.</summary>
    public async Task<IReadOnlyList<ReportingYear>> AllAsync(CancellationToken cancellation)
    {
        var found = await Task.WhenAll((await years.AllAsync(cancellation)).Select(year => years.FindAsync(year, cancellation)));
        return [.. found.OfType<ReportingYear>()];
    }

    /// <param name="seen">The year as the form showed it, with the time of the last change of its settings.</param>
    /// <param name="deadline">The deadline; null to remove it.</param>
    /// <param name="who">The coordinator.</param>
    /// <param name="cancellation">Cancellation takes effect only before anything is written.</param>
    public Task<YearOutcome> SetDeadlineAsync(
        ReportingYear seen, Deadline? deadline, string who, CancellationToken cancellation) => ChangeAsync(
        seen,
        new(AuditKinds.DeadlineSet, By(who)),
        (year, _) => year.Deadline == deadline ? null : year with { Deadline = deadline },
        cancellation);

    /// <summary>Closes the year for new submissions. Submissions that were received before are still processed.</summary>
    public Task<YearOutcome> CloseAsync(ReportingYear seen, string who, CancellationToken cancellation) => ChangeAsync(
        seen,
        new(AuditKinds.YearClosed, By(who)),
        (year, change) => year.IsClosed ? null : year with { Closing = new(change.Who, change.When) },
        cancellation);

    public Task<YearOutcome> ReopenAsync(ReportingYear seen, string who, CancellationToken cancellation) => ChangeAsync(
        seen, new(AuditKinds.YearReopened, By(who)), (year, _) => year.IsClosed ? year with { Closing = null } : null, cancellation);

    /// <summary>From the next publication on, the public site contains copies of the workbooks of the year.</summary>
    public Task<YearOutcome> PublishWorkbooksAsync(ReportingYear seen, string who, CancellationToken cancellation) =>
        ChangeAsync(seen, new(AuditKinds.WorkbooksPublished, By(who)), (year, _) => With(year, WorkbookPublishing.Published), cancellation);

    /// <summary>From the next publication on, the public site no longer contains copies of the workbooks of the year.</summary>
    public Task<YearOutcome> WithholdWorkbooksAsync(ReportingYear seen, string who, CancellationToken cancellation) =>
        ChangeAsync(seen, new(AuditKinds.WorkbooksWithheld, By(who)), (year, _) => With(year, WorkbookPublishing.Withheld), cancellation);

    private static ReportingYear? With(ReportingYear year, WorkbookPublishing workbooks) =>
        year.Workbooks == workbooks ? null : year with { Workbooks = workbooks };

    /// <param name="seen">The year as the form showed it. Only the time of <see cref="ReportingYear.Last"/> is compared, because a release
    /// of the year or a new version of its register does not concern these settings.</param>
    /// <param name="operation">What the coordinator does.</param>
    /// <param name="change">Returns the changed year; null when the year is already in the requested state.</param>
    /// <param name="cancellation">Cancellation takes effect only before anything is written.</param>
    private async Task<YearOutcome> ChangeAsync(
        ReportingYear seen, Operation operation, Func<ReportingYear, YearChange, ReportingYear?> change, CancellationToken cancellation)
    {
        if (await years.FindAsync(seen.Year, cancellation) is not { } year)
            return new YearOutcome.NotOpen();
        if (change(year, operation.By) is not { } changed)
            return new YearOutcome.Unchanged(year);
        if (year.Last?.When != seen.Last?.When)
            return new YearOutcome.Overtaken(year);
        await WriteAuditAsync(year.Year, operation, cancellation);
        // If another process changed the year since it was read, this decides again with the year as it is now.
        return await years.UpdateAsync(changed with { Last = operation.By }, cancellation) is Written<ReportingYear>(var written)
            ? new YearOutcome.Changed(written)
            : await ChangeAsync(seen, operation, change, cancellation);
    }

    private YearChange By(string who) => new(CommentText.NameOf(who), time.GetUtcNow());

    /// <param name="Kind">The kind of operation for the audit entry.</param>
    /// <param name="By">The coordinator, and when the operation started.</param>
    private sealed record Operation(string Kind, YearChange By);

    // A repeated call overwrites the entry, because the operation has the same time.
    private Task WriteAuditAsync(FiscalYear year, Operation operation, CancellationToken cancellation)
    {
        var ((kind, by), number) = (operation, year.Year.ToString(CultureInfo.InvariantCulture));
        return audit.WriteAsync(
            new($"{kind.Replace(' ', '-')}-{number}-{TimedId.TimeOf(by.When)}", by.Who, kind, number, by.When), cancellation);
    }
}
