using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>Where a department's screen stands.</summary>
public sealed record DepartmentScreen(ReportingYear Year, Department Department)
{
    /// <summary>/staff/2018/departments/kankyo/, the folder of all its screens.</summary>
    public string Path => PathOf(Year.Year, Department.Code);

    /// <summary>2018-病院局, as files of it are called.</summary>
    public string FileName => System.IO.Path.GetFileNameWithoutExtension(Source.CanonicalFile(Year.Year, Department));

    /// <summary>Whether something whose id names a year and a department belongs to this screen.</summary>
    public bool Owns(FiscalYear year, string department) => year == Year.Year && department == Department.Code;

    public static string PathOf(FiscalYear year, string code) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/staff/{year.Year}/departments/{code}/");
}

internal static class Submitters
{
    /// <summary>Who submits on a department's screen. A coordinator who has the department's role as well acts as the department.</summary>
    public static Submitter Submitter(this HttpContext context) => context.Caller() is var caller && caller.IsCoordinator
        && !caller.Departments.Contains(context.Request.RouteValues["code"] as string, StringComparer.Ordinal)
            ? new(caller.Name, ReviewSide.Coordinator)
            : new(caller.Name, ReviewSide.Department);
}

/// <summary>Finds the year and the department that a route under <see cref="StaffRoutes.Department"/> names.</summary>
public sealed class DepartmentScreens(DepartmentRequest requests)
{
    /// <param name="context">Of a route of <see cref="StaffRoutes.MapDepartmentGroup"/>.</param>
    /// <param name="show">Answers; it is not asked when there is no such year or department.</param>
    /// <param name="cancellation">Of the request.</param>
    public Task<IResult> ForAsync(
        HttpContext context, Func<DepartmentScreen, Task<IResult>> show, CancellationToken cancellation) => requests.ForAsync(
        context.Caller(), ValueOf(context, "code"), ValueOf(context, "year"), (year, department) => show(new(year, department)),
        cancellation);

    private static string ValueOf(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";
}
