using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Api.Departments;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>The year and the department to which a screen belongs.</summary>
public sealed record DepartmentScreen(ReportingYear Year, Department Department)
{
    /// <summary>The department's report of the year.</summary>
    public DepartmentYear Report => new(Year.Year, Department.Code);

    /// <summary>The root address of the department's screens, such as /staff/2018/departments/kankyo/.</summary>
    public string Path => PathOf(Year.Year, Department.Code);

    /// <summary>The name, without extension, of the files that can be downloaded for this department, such as 2018-病院局.</summary>
    public string FileName => System.IO.Path.GetFileNameWithoutExtension(Source.CanonicalFile(Year.Year, Department));

    /// <summary>Whether the year and the department, parsed from an id in the address, are those of this screen.</summary>
    public bool Owns(FiscalYear year, string department) => year == Year.Year && department == Department.Code;

    public static string PathOf(FiscalYear year, string code) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/staff/{year.Year}/departments/{code}/");
}

/// <summary>Finds the year and the department in a route below <see cref="StaffRoutes.Department"/>.</summary>
public sealed class DepartmentScreens(DepartmentRequest requests)
{
    /// <param name="context">The context of a route mapped with <see cref="StaffRoutes.MapDepartmentGroup"/>.</param>
    /// <param name="show">Creates the response; not called when the year or the department does not exist.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public Task<IResult> ForAsync(
        HttpContext context, Func<DepartmentScreen, Task<IResult>> show, CancellationToken cancellation) =>
        requests.ForAsync(context, (year, department) => show(new(year, department)), cancellation);
}
