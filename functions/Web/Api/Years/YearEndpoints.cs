using KawasakiServerless.Application.Years;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Years;

public sealed record YearView(int Year, string State);

public static class YearEndpoints
{
    public static Task<IResult> ReleaseAsync(
        HttpContext context, DepartmentRequest request, YearRelease release, CancellationToken cancellation) =>
        request.ForYearAsync(context, async year =>
        {
            await release.ReleaseAsync(year, context.Caller().Name, cancellation);
            return Results.Ok(new YearView(year.Year.Year, "released"));
        }, cancellation);
}
