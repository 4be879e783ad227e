using KawasakiServerless.Application.Years;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Years;

public sealed record YearView(int Year, string State);

public static class YearEndpoints
{
    /// <param name="newest">The newest current submission that the caller has seen, empty if there was none. If another one is the newest
    /// now, the year is not released. If null, this is not compared. In both cases the checklist that the portal shows may block the
    /// release.</param>
    /// <param name="context">The context of the request.</param>
    /// <param name="request">Finds the year.</param>
    /// <param name="release">Releases it.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public static Task<IResult> ReleaseAsync(
        string? newest, HttpContext context, DepartmentRequest request, YearRelease release, CancellationToken cancellation) =>
        request.ForYearAsync(context, async year =>
        {
            // A caller that has seen other reports learns so also if the year is already released.
            if (newest is not null && ((await release.NewestAsync(year.Year, cancellation))?.Submission ?? "") != newest)
                return ApiProblem.ReportsChanged(year.Year);
            return await release.ReleaseCheckedAsync(year, newest, context.Caller().Name, cancellation) switch
            {
                ReleaseOutcome.Blocked(var items) => ApiProblem.ReleaseBlocked(year.Year, items),
                ReleaseOutcome.ReportsChanged => ApiProblem.ReportsChanged(year.Year),
                _ => Results.Ok(new YearView(year.Year.Year, "released")),
            };
        }, cancellation);
}
