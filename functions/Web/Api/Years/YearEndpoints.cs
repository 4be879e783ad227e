using System.Globalization;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Years;

public sealed record YearView(int Year, string State);

public static class YearEndpoints
{
    public static async Task<IResult> ReleaseAsync(
        string year, HttpContext context, DepartmentRequest request, YearStore years, AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        if (await request.YearAsync(year, cancellation) is not { } reportingYear)
            return ApiProblem.UnknownYear(year);
        // The audit line first: a crash in between leaves one too many, never a release without one.
        if (!reportingYear.IsReleased)
            await audit.WriteAsync(new($"release-{year}", context.Caller().Name, "release", year, time.GetUtcNow()), cancellation);
        await years.ReleaseAsync(reportingYear.Year, cancellation);
        return Results.Ok(new YearView(int.Parse(year, CultureInfo.InvariantCulture), "released"));
    }
}
