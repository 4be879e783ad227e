using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Departments;

/// <summary>Finds the reporting year and the department that a request names, or returns the error response.</summary>
public sealed class DepartmentRequest(YearStore years)
{
    /// <summary>
    /// Runs an action for the reporting year that the request names, or for the newest year if it names none. Returns an error response if
    /// the text is not a year, the year was never opened, or no year was opened yet.
    /// </summary>
    /// <param name="context">The context of a request whose year, such as 2018, is in the route (<c>{year}</c>) or, if the route has no
    /// year, in the query string.</param>
    /// <param name="act">Creates the response; not called when there is no such year.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public async Task<IResult> ForYearAsync(
        HttpContext context, Func<ReportingYear, Task<IResult>> act, CancellationToken cancellation)
    {
        var named = context.Request.RouteValues["year"] as string ?? context.Request.Query["year"];
        return await FindAsync(named, cancellation) is { } year ? await act(year) : ApiProblem.UnknownYear(named);
    }

    /// <summary>
    /// Runs an action for a department if the department exists and the caller may act for it; otherwise returns an error response.
    /// </summary>
    /// <param name="context">The context of a request that names the year as <see cref="ForYearAsync"/> expects it, and whose route
    /// contains the department as <c>{code}</c>.</param>
    /// <param name="act">Creates the response.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public Task<IResult> ForAsync(
        HttpContext context, Func<ReportingYear, Department, Task<IResult>> act, CancellationToken cancellation) =>
        ForYearAsync(context, async year =>
        {
            var code = context.Request.RouteValues["code"] as string ?? "";
            if (year.Register.FindDepartment(code) is not { } department)
                return ApiProblem.UnknownDepartment(code);
            return context.Caller().MayActFor(code) ? await act(year, department) : ApiProblem.NotAllowed();
        }, cancellation);

    private async Task<ReportingYear?> FindAsync(string? year, CancellationToken cancellation)
    {
        if (year is null)
            return await years.NewestAsync(cancellation);
        return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _) && FiscalYear.TryParse(year, out var parsed)
            ? await years.FindAsync(parsed, cancellation)
            : null;
    }
}
