using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Api.Departments;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>Finds the year in the route of a coordinator's screen.</summary>
public sealed class YearScreens(DepartmentRequest requests)
{
    public static string BoardOf(FiscalYear year) => $"{FolderOf(year)}board";

    /// <summary>The root address of a year's screens, such as /staff/2018/.</summary>
    public static string FolderOf(FiscalYear year) => string.Create(CultureInfo.InvariantCulture, $"/staff/{year.Year}/");

    public Task<IResult> ForAsync(HttpContext context, Func<ReportingYear, Task<IResult>> show, CancellationToken cancellation) =>
        requests.ForYearAsync(context, show, cancellation);
}
