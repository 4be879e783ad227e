using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Reviews;

/// <summary>
/// Determines the checklist for releasing a year (公開前の点検): what blocks the release, and what the coordinator should know.
/// </summary>
public sealed class ReleaseChecks(
    YearStore years, ReviewStore reviews, ReleasedYearsReader released, SiteGates gates, SiteOptions site)
{
    /// <summary>
    /// Determines the checklist from stored data, without the gates (the automatic checks of the rendered pages), because the gates require
    /// rendering all pages.
    /// </summary>
    public async Task<EquatableList<ChecklistItem>> CheckAsync(FiscalYear year, CancellationToken cancellation) =>
        await years.FindAsync(year, cancellation) is { } open ? ReleaseChecklist.Of(await FactsAsync(open, cancellation)) : NotOpen(year);

    /// <summary>
    /// Determines the whole checklist, including the result of the gates (the automatic checks before a site goes live). They need all
    /// pages of the site, including those of the year to be released; rendering these takes about as long as for a publication.
    /// </summary>
    public async Task<EquatableList<ChecklistItem>> RunAsync(FiscalYear year, CancellationToken cancellation)
    {
        if (await years.FindAsync(year, cancellation) is not { } open)
            return NotOpen(year);
        return ReleaseChecklist.Of(await FactsAsync(open, cancellation) with { GateError = await GateErrorAsync(open, cancellation) });
    }

    private EquatableList<ChecklistItem> NotOpen(FiscalYear year) =>
        ReleaseChecklist.Of(new ReleaseFacts(year, null) { HasLicence = site.DataLicense is not null, HasContact = true });

    private async Task<ReleaseFacts> FactsAsync(ReportingYear year, CancellationToken cancellation)
    {
        var rows = await reviews.OfYearAsync(year.Year, cancellation);
        var inputs = released.InputsOf(year, rows.Select(r => r.Pointer).OfType<CurrentPointer>());
        var report = (await released.ComposeAsync(new([inputs]), cancellation)).Newest;
        return new(year.Year, Board.Of(year.Year, year.Register, year.Deadline, [.. rows.Select(r => r.Standing)]))
        {
            HasLicence = site.DataLicense is not null,
            HasContact = !string.IsNullOrWhiteSpace(year.Register.Contact?.Division),
            HasGeneralContact = year.Register.GeneralContacts is { Count: > 0 },
            WithoutContact = [.. year.Register.Departments.Where(d => d.Contact is not { Reaches: true }).Select(d => d.Code)],
            WithoutReason = await reviews.WithoutReasonAsync(year.Year, cancellation),
            OneSided = OneSidedPartner.Of(report),
        };
    }

    private async Task<string?> GateErrorAsync(ReportingYear year, CancellationToken cancellation)
    {
        var others = (await released.InputsAsync(cancellation))?.Years.Where(y => y.Year.Year != year.Year) ?? [];
        var own = await released.InputsAsync(year, cancellation);
        var inputs = new PublicationInputs([.. others.Append(own).OrderByDescending(y => y.Year.Year)]);
        using var spool = new ContentSpool();
        var built = await BuiltSite.MakeAsync(
            await released.ComposeAsync(inputs, cancellation), site, new(Kept: null, spool), cancellation);
        return await gates.CheckAsync(built, inputs, cancellation) is GateResult.Closed(var reason) ? reason : null;
    }
}
