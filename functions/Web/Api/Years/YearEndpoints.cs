using KawasakiServerless.Application.Years;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Years;

public sealed record YearView(int Year, string State);

public static class YearEndpoints
{
    /// <param name="newest">The newest current submission that the caller has seen, empty if there was none. If another one is the newest
    /// now, the year is not released. If null, the year is released in any case.</param>
    /// <param name="context">The context of the request.</param>
    /// <param name="request">Finds the year.</param>
    /// <param name="release">Releases it.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public static Task<IResult> ReleaseAsync(
        string? newest, HttpContext context, DepartmentRequest request, YearRelease release, CancellationToken cancellation) =>
        request.ForYearAsync(context, async year =>
        {
            var who = context.Caller().Name;
            if (newest is null)
                await release.ReleaseAsync(year, who, cancellation);
            else if (!await release.TryReleaseSeenAsync(year, newest, who, cancellation))
                return ApiProblem.ReportsChanged(year.Year);
            return Results.Ok(new YearView(year.Year.Year, "released"));
        }, cancellation);
}
