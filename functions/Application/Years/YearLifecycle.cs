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
    /// Another person changed the year after the form was rendered. If the settings were changed, <see cref="ReportingYear.Last"/> contains
    /// the author and the time; it does not if the year was released or got a new version of its register in just that moment.
    /// </summary>
    public sealed record Overtaken(ReportingYear Now) : YearOutcome;

    /// <summary>The year does not exist in the app, because it was never opened.</summary>
    public sealed record NotOpen : YearOutcome;
}

/// <summary>
/// Changes the settings of a reporting year (年度の運営): its deadline, whether it accepts submissions, and whether its workbooks are published.
/// The audit entry is written first: a crash in between leaves an entry without a change, never a change without an entry.
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
        new(AuditKinds.DeadlineSet, who),
        (year, _) => year.Deadline == deadline ? null : year with { Deadline = deadline },
        cancellation);

    /// <summary>Closes the year for new submissions. Submissions that were received before are still processed.</summary>
    public Task<YearOutcome> CloseAsync(ReportingYear seen, string who, CancellationToken cancellation) => ChangeAsync(
        seen,
        new(AuditKinds.YearClosed, who),
        (year, change) => year.IsClosed ? null : year with { Closing = new(change.Who, change.When) },
        cancellation);

    public Task<YearOutcome> ReopenAsync(ReportingYear seen, string who, CancellationToken cancellation) => ChangeAsync(
        seen, new(AuditKinds.YearReopened, who), (year, _) => year.IsClosed ? year with { Closing = null } : null, cancellation);

    /// <summary>From the next publication on, the public site contains copies of the workbooks of the year.</summary>
    public Task<YearOutcome> PublishWorkbooksAsync(ReportingYear seen, string who, CancellationToken cancellation) =>
        ChangeAsync(seen, new(AuditKinds.WorkbooksPublished, who), (year, _) => With(year, WorkbookPublishing.Published), cancellation);

    /// <summary>From the next publication on, the public site no longer contains copies of the workbooks of the year.</summary>
    public Task<YearOutcome> WithholdWorkbooksAsync(ReportingYear seen, string who, CancellationToken cancellation) =>
        ChangeAsync(seen, new(AuditKinds.WorkbooksWithheld, who), (year, _) => With(year, WorkbookPublishing.Withheld), cancellation);

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
        var last = new YearChange(CommentText.NameOf(operation.Who), time.GetUtcNow());
        if (change(year, last) is not { } changed)
            return new YearOutcome.Unchanged(year);
        if (year.Last?.When != seen.Last?.When)
            return new YearOutcome.Overtaken(year);
        await WriteAuditAsync(year.Year, operation.Kind, last, cancellation);
        return await years.UpdateAsync(changed with { Last = last }, cancellation) is Written<ReportingYear>(var written)
            ? new YearOutcome.Changed(written)
            : new YearOutcome.Overtaken(await years.FindAsync(seen.Year, cancellation) ?? year);
    }

    /// <param name="Kind">The kind of operation for the audit entry.</param>
    /// <param name="Who">The coordinator.</param>
    private sealed record Operation(string Kind, string Who);

    private Task WriteAuditAsync(FiscalYear year, string what, YearChange change, CancellationToken cancellation)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{what.Replace(' ', '-')}-{year.Year}-{TimedId.TimeOf(change.When)}");
        return audit.WriteAsync(new(id, change.Who, what, year.Year.ToString(CultureInfo.InvariantCulture), change.When), cancellation);
    }
}
