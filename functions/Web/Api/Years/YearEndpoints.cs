using KawasakiServerless.Application.Years;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Years;

public sealed record YearView(int Year, string State);

public static class YearEndpoints
{
    public static async Task<IResult> ReleaseAsync(
        string year, HttpContext context, DepartmentRequest request, YearRelease release, CancellationToken cancellation)
    {
        if (await request.YearAsync(year, cancellation) is not { } reportingYear)
            return ApiProblem.UnknownYear(year);
        await release.ReleaseAsync(reportingYear, context.Caller().Name, cancellation);
        return Results.Ok(new YearView(reportingYear.Year.Year, "released"));
    }
}
