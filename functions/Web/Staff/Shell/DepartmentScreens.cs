using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>The year and department of a department's screen.</summary>
public sealed record DepartmentScreen(ReportingYear Year, Department Department)
{
    /// <summary>/staff/2018/departments/kankyo/, the folder of all its screens.</summary>
    public string Path => PathOf(Year.Year, Department.Code);

    /// <summary>The base name of the department's files: 2018-病院局.</summary>
    public string FileName => System.IO.Path.GetFileNameWithoutExtension(Source.CanonicalFile(Year.Year, Department));

    /// <summary>Whether an item whose id contains a year and a department belongs to this screen.</summary>
    public bool Owns(FiscalYear year, string department) => year == Year.Year && department == Department.Code;

    public static string PathOf(FiscalYear year, string code) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/staff/{year.Year}/departments/{code}/");
}

internal static class Submitters
{
    /// <summary>
    /// The person who submits on a department's screen. A coordinator who also has the department's role acts as the department.
    /// </summary>
    public static Submitter Submitter(this HttpContext context) => context.Caller() is var caller && caller.IsCoordinator
        && !caller.Departments.Contains(context.Request.RouteValues["code"] as string, StringComparer.Ordinal)
            ? new(caller.Name, ReviewSide.Coordinator)
            : new(caller.Name, ReviewSide.Department);
}

/// <summary>Finds the year and the department that a route under <see cref="StaffRoutes.Department"/> names.</summary>
public sealed class DepartmentScreens(DepartmentRequest requests)
{
    /// <param name="context">The context of a route of <see cref="StaffRoutes.MapDepartmentGroup"/>.</param>
    /// <param name="show">Creates the response; not called when the year or the department does not exist.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public Task<IResult> ForAsync(
        HttpContext context, Func<DepartmentScreen, Task<IResult>> show, CancellationToken cancellation) => requests.ForAsync(
        context.Caller(), ValueOf(context, "code"), ValueOf(context, "year"), (year, department) => show(new(year, department)),
        cancellation);

    private static string ValueOf(HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";
}
