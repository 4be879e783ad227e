using KawasakiServerless.Application.Departments;
using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Departments;

/// <param name="Screen">The screen of the department.</param>
/// <param name="Report">The department's current submission, and whether it is published.</param>
/// <param name="Standing">The state of the report in the review, such as approved or sent back.</param>
public sealed record DepartmentHomeView(DepartmentScreen Screen, DepartmentReport Report, ReportStanding Standing)
{
    /// <summary>When the current submission will be published if it is not published yet.</summary>
    public PublicationProspect Prospect { get; init; }

    /// <summary>
    /// The other years whose register contains the department, newest first. They are listed because the report of a year can still be
    /// corrected after the next year has been opened.
    /// </summary>
    public IReadOnlyList<OtherYear> OtherYears { get; init; } = [];
}

/// <summary>The department's report of another year.</summary>
public sealed record OtherYear(ReportingYear Year, ReportStanding Standing)
{
    /// <summary>Whether the department has to correct the report and can still submit it.</summary>
    public bool IsSentBack => !Year.IsClosed && (Standing.State == ReportState.SentBack || Standing.OpenComments.Any());
}

/// <summary>Loads the data of a department's home screen.</summary>
internal sealed class DepartmentHomes(
    DepartmentReports reports, PublicationProspects prospects, ReportReviews reviews, YearLifecycle lifecycle)
{
    public async Task<DepartmentHomeView> OfAsync(DepartmentScreen screen, CancellationToken cancellation) => new(
        screen,
        await reports.FindAsync(screen.Year, screen.Department, cancellation),
        await reviews.StandingAsync(screen.Report, cancellation))
    {
        Prospect = await prospects.OfAsync(screen.Year, cancellation),
        OtherYears = await Task.WhenAll((await lifecycle.AllAsync(cancellation)).Where(y => IsOther(y, screen)).Select(async year =>
            new OtherYear(year, await reviews.StandingAsync(new(year.Year, screen.Department.Code), cancellation)))),
    };

    private static bool IsOther(ReportingYear year, DepartmentScreen screen) =>
        year.Year != screen.Year.Year && year.Register.FindDepartment(screen.Department.Code) is not null;
}

/// <summary>A department's home screen: the state of its report, and what to do next.</summary>
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
