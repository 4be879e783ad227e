using KawasakiServerless.Application.Departments;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Workbook;

/// <param name="Screen">The screen of the department for which the workbook is made.</param>
/// <param name="IsPrefilled">Whether the workbook is prefilled with the records of the last report by the department or its
/// predecessors.</param>
public sealed record WorkbookView(DepartmentScreen Screen, bool IsPrefilled);

/// <summary>The screen for downloading the workbook that the department fills in (様式).</summary>
internal static class WorkbookEndpoints
{
    public static void MapWorkbook(this IEndpointRouteBuilder staff)
    {
        var department = staff.MapDepartmentGroup();
        department.MapPage("/workbook", ShowAsync);
        department.MapPage("/workbook/file", FileAsync);
    }

    private static Task<IResult> ShowAsync(
        HttpContext context, DepartmentScreens screens, DepartmentReports reports, CancellationToken cancellation) =>
        screens.ForAsync(context, async screen => StaffPage.Of<WorkbookPage>(
            new WorkbookView(screen, (await reports.FindAsync(screen.Year, screen.Department, cancellation)).IsPrefilled)), cancellation);

    private static Task<IResult> FileAsync(
        HttpContext context, DepartmentScreens screens, Templates templates, CancellationToken cancellation) =>
        screens.ForAsync(context, async screen => StaffFiles.Workbook(
            await templates.MakeAsync(screen.Year, screen.Department, cancellation),
                Source.CanonicalFile(screen.Year.Year, screen.Department)), cancellation);
}
