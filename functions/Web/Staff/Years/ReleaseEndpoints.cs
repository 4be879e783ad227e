using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Years;

/// <param name="Items">The items of the checklist: first those that block the release, then warnings.</param>
/// <param name="Newest">The newest current submission when the checklist was determined; null for none.</param>
public sealed record ReleaseView(ReportingYear Year, EquatableList<ChecklistItem> Items, CurrentPointer? Newest)
{
    /// <summary>Whether the gates (the automatic checks of the rendered pages) were run.</summary>
    public bool WereGatesAsked { get; init; }

    /// <summary>Whether the year was not released because the reports have changed since the person looked at the checklist.</summary>
    public bool HaveReportsChanged { get; init; }

    /// <summary>The restore that prevents publications at present; null if there is none.</summary>
    public Hold? Hold { get; init; }

    public bool HasGateError => Items.Any(i => i.Code == ReleaseChecklist.GateErrorCode);
}

/// <summary>The screen with the checklist for the release of a year (公開前の点検), and the release.</summary>
internal static class ReleaseEndpoints
{
    /// <summary>The name of the form field with the id of the newest current submission when the checklist was determined.</summary>
    public const string NewestField = "newest";

    public static void MapRelease(this IEndpointRouteBuilder staff)
    {
        staff.MapPage("/{year}/release", CheckAsync).For(Access.Coordinator);
        staff.MapForm("/{year}/release/check", CheckPagesAsync).For(Access.Coordinator);
        staff.MapForm("/{year}/release", ReleaseAsync).For(Access.Coordinator);
    }

    private static Task<IResult> CheckAsync(
        HttpContext context, YearScreens screens, ReleaseViews views, CancellationToken cancellation) =>
        screens.ForAsync(
            context,
            async year => StaffPage.Of<ReleasePage>(await views.CheckedAsync(year, cancellation)),
            cancellation);

    private static Task<IResult> CheckPagesAsync(
        HttpContext context, YearScreens screens, ReleaseViews views, CancellationToken cancellation) =>
        screens.ForAsync(
            context,
            async year => StaffPage.Of<ReleasePage>(
                await views.CheckedWithPagesAsync(year, cancellation) with { WereGatesAsked = true }),
            cancellation);

    private static Task<IResult> ReleaseAsync(
        HttpContext context, YearScreens screens, YearRelease release, ReleaseViews views, CancellationToken cancellation) =>
        screens.ForAsync(
            context,
            async year =>
            {
                var newest = context.Request.Form[NewestField].ToString();
                var outcome = await release.ReleaseCheckedAsync(year, newest, context.Caller().Name, cancellation);
                if (outcome is ReleaseOutcome.Released)
                    return StaffPage.Done(YearEndpoints.Folder, "released");
                var view = await views.CheckedAsync(year, cancellation);
                return StaffPage.Of<ReleasePage>(
                    view with { HaveReportsChanged = outcome is ReleaseOutcome.ReportsChanged }, StatusCodes.Status409Conflict);
            },
            cancellation);
}

/// <summary>Loads the data of the screen with the checklist.</summary>
internal sealed class ReleaseViews(ReleaseChecks checks, YearRelease release, HoldStore holds)
{
    public Task<ReleaseView> CheckedAsync(ReportingYear year, CancellationToken cancellation) =>
        OfAsync(year, checks.CheckAsync, cancellation);

    /// <summary>Also runs the gates (the automatic checks of the rendered pages), which takes about a minute.</summary>
    public Task<ReleaseView> CheckedWithPagesAsync(ReportingYear year, CancellationToken cancellation) =>
        OfAsync(year, checks.RunAsync, cancellation);

    // The newest submission is read before the checklist is determined: a submission that arrives in between counts as not seen.
    private async Task<ReleaseView> OfAsync(
        ReportingYear year, Func<FiscalYear, CancellationToken, Task<EquatableList<ChecklistItem>>> check, CancellationToken cancellation)
    {
        var newest = await release.NewestAsync(year.Year, cancellation);
        return new(year, await check(year.Year, cancellation), newest) { Hold = await holds.FindAsync(cancellation) };
    }
}
