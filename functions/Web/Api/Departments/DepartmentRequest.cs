using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Departments;

/// <summary>The year and department a request is about, or the answer that refuses it.</summary>
public sealed class DepartmentRequest(YearStore years)
{
    /// <param name="year">As in the query: 2018. Null means the newest year.</param>
    /// <param name="cancellation">Of the request.</param>
    /// <returns>Null when no such year is open.</returns>
    public async Task<ReportingYear?> YearAsync(string? year, CancellationToken cancellation)
    {
        if (year is null)
            return await years.NewestAsync(cancellation);
        return int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _) && FiscalYear.TryParse(year, out var parsed)
            ? await years.FindAsync(parsed, cancellation)
            : null;
    }

    /// <summary>Runs an action for a department that exists and that the caller may act for.</summary>
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
