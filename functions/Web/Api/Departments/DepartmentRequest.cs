using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Departments;

/// <summary>Finds the reporting year and the department that a request names, or returns the error response.</summary>
public sealed class DepartmentRequest(YearStore years)
{
    /// <param name="year">The year in the query string, such as 2018; null for the newest year.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    /// <returns>Null when the text is not a year, when that year was never opened, or when no year was opened yet.</returns>
    public async Task<ReportingYear?> YearAsync(string? year, CancellationToken cancellation)
    {
        if (year is null)
            return await years.NewestAsync(cancellation);
        return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _) && FiscalYear.TryParse(year, out var parsed)
            ? await years.FindAsync(parsed, cancellation)
            : null;
    }

    /// <summary>
    /// Runs an action for a department if the department exists and the caller may act for it; otherwise returns an error response.
    /// </summary>
    public async Task<IResult> ForAsync(
        Caller caller, string code, string? year, Func<ReportingYear, Department, Task<IResult>> act, CancellationToken cancellation)
    {
        if (await YearAsync(year, cancellation) is not { } reportingYear)
            return ApiProblem.UnknownYear(year);
        if (reportingYear.Register.FindDepartment(code) is not { } department)
            return ApiProblem.UnknownDepartment(code);
        return caller.MayActFor(code) ? await act(reportingYear, department) : ApiProblem.NotAllowed();
    }
}
