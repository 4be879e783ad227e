using KawasakiServerless.Application.Departments;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Departments;

/// <param name="Screen">Whose home it is.</param>
/// <param name="Report">What counts, and what readers see of it.</param>
/// <param name="Standing">What the coordinator has decided about it.</param>
public sealed record DepartmentHomeView(DepartmentScreen Screen, DepartmentReport Report, ReportStanding Standing);

/// <summary>A department's home: where its report stands, and what to do next.</summary>
internal static class DepartmentEndpoints
{
    public static void MapDepartments(this IEndpointRouteBuilder staff)
    {
        var department = staff.MapDepartmentGroup();
        department.MapPage("/", ShowAsync);
    }

    private static Task<IResult> ShowAsync(
        HttpContext context, DepartmentScreens screens, DepartmentReports reports, ReportReviews reviews, CancellationToken cancellation) =>
        screens.ForAsync(context, async screen => StaffPage.Of<DepartmentHomePage>(new DepartmentHomeView(
            screen,
            await reports.FindAsync(screen.Year, screen.Department, cancellation),
            await reviews.StandingAsync(new(screen.Year.Year, screen.Department.Code), cancellation))), cancellation);
}
