using KawasakiServerless.Application.Departments;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Departments;

/// <param name="Screen">Whose home it is.</param>
/// <param name="Report">What counts, and what readers see of it.</param>
/// <param name="Standing">What the coordinator has decided about it.</param>
public sealed record DepartmentHomeView(DepartmentScreen Screen, DepartmentReport Report, ReportStanding Standing)
{
    /// <summary>Newest first: while the next year is open already, what is wrong in the last one can still be mended.</summary>
    public IReadOnlyList<FiscalYear> OtherYears { get; init; } = [];
}

/// <summary>What a department's home is made of.</summary>
internal sealed class DepartmentHomes(DepartmentReports reports, ReportReviews reviews, YearCourse course)
{
    public async Task<DepartmentHomeView> OfAsync(DepartmentScreen screen, CancellationToken cancellation) => new(
        screen,
        await reports.FindAsync(screen.Year, screen.Department, cancellation),
        await reviews.StandingAsync(new(screen.Year.Year, screen.Department.Code), cancellation))
    {
        OtherYears = [.. (await course.AllAsync(cancellation)).Where(y => IsOther(y, screen)).Select(y => y.Year)],
    };

    private static bool IsOther(ReportingYear year, DepartmentScreen screen) =>
        year.Year != screen.Year.Year && year.Register.FindDepartment(screen.Department.Code) is not null;
}

/// <summary>A department's home: where its report stands, and what to do next.</summary>
internal static class DepartmentEndpoints
{
    public static void MapDepartments(this IEndpointRouteBuilder staff)
    {
        var department = staff.MapDepartmentGroup();
        department.MapPage("/", ShowAsync);
    }

    private static Task<IResult> ShowAsync(
        HttpContext context, DepartmentScreens screens, DepartmentHomes homes, CancellationToken cancellation) => screens.ForAsync(
        context, async screen => StaffPage.Of<DepartmentHomePage>(await homes.OfAsync(screen, cancellation)), cancellation);
}
