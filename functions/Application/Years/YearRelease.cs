using System.Globalization;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Years;

/// <summary>The result of a request to release a year (年度の公開).</summary>
public abstract record ReleaseOutcome
{
    private ReleaseOutcome()
    {
    }

    /// <summary>The year is released: the next publication includes it.</summary>
    public sealed record Released : ReleaseOutcome;

    /// <summary>At least one item of the checklist blocks the release.</summary>
    /// <param name="Items">The items that block it.</param>
    public sealed record Blocked(EquatableList<ChecklistItem> Items) : ReleaseOutcome;

    /// <summary>
    /// Another submission is the newest now than when the person looked at the checklist, because a department has submitted or a
    /// submission was purged. The year is not released.
    /// </summary>
    public sealed record ReportsChanged : ReleaseOutcome;
}

/// <summary>Releases a reporting year for publication (年度の公開): the next publication includes it.</summary>
public sealed class YearRelease(YearStore years, CurrentStore current, ReleaseChecks checks, AuditLog audit, TimeProvider time)
{
    /// <summary>Returns the newest current submission of a year; null if there is none.</summary>
    public async Task<CurrentPointer?> NewestAsync(FiscalYear year, CancellationToken cancellation) =>
        (await current.OfYearAsync(year, cancellation)).MaxBy(p => p.SubmittedAt);

    /// <summary>
    /// Releases a year if no item of the checklist blocks the release and no department has submitted since the person looked at the
    /// checklist. Does not check the rendered pages, because every publication does. A released year stays unchanged.
    /// </summary>
    /// <param name="year">The year.</param>
    /// <param name="newest">Id of the newest current submission that the person has seen, empty for none; null if the person has not
    /// looked, so that it is not compared.</param>
    /// <param name="who">The person.</param>
    /// <param name="cancellation">Cancellation takes effect between two steps.</param>
    public async Task<ReleaseOutcome> ReleaseCheckedAsync(
        ReportingYear year, string? newest, string who, CancellationToken cancellation)
    {
        if (year.IsReleased)
            return new ReleaseOutcome.Released();
        var items = await checks.CheckAsync(year.Year, cancellation);
        if (!items.MayBeReleased())
            return new ReleaseOutcome.Blocked([.. items.Where(i => i.Severity == ChecklistSeverity.Blocks)]);
        if (newest is not null && ((await NewestAsync(year.Year, cancellation))?.Submission ?? "") != newest)
            return new ReleaseOutcome.ReportsChanged();
        await ReleaseAsync(year, who, cancellation);
        return new ReleaseOutcome.Released();
    }

    private async Task ReleaseAsync(ReportingYear year, string who, CancellationToken cancellation)
    {
        var name = year.Year.Year.ToString(CultureInfo.InvariantCulture);
        // The audit entry is written first: a crash in between leaves an entry without a release, never a release without an entry.
        await audit.WriteAsync(new($"release-{name}", who, "release", name, time.GetUtcNow()), cancellation);
        await years.ReleaseAsync(year.Year, cancellation);
    }
}
