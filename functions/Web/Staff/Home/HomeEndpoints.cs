using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Home;

/// <param name="Departments">Those the person may act for, in official order, with what counts of each; null for nothing yet.</param>
public sealed record HomeView(ReportingYear Year, IReadOnlyList<(Department Department, CurrentPointer? Current)> Departments);

/// <summary>The first screen: the coordinator is led to the board, whoever has one department to it, anybody else chooses.</summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder staff) => staff.MapPage("/", ShowAsync).For(Access.Staff);

    private static async Task<IResult> ShowAsync(HttpContext context, YearCourse course, CurrentStore current, CancellationToken cancellation)
    {
        if (await course.AllAsync(cancellation) is not [var newest, ..] years)
            return ApiProblem.UnknownYear(null);
        if (context.Caller().IsCoordinator)
            return StaffPage.GoTo(YearScreens.BoardOf(newest.Year));
        // Of a department that has ended, the last report can still be mended.
        var year = years.FirstOrDefault(y => OwnIn(y, context.Caller()).Any()) ?? newest;
        List<Department> own = [.. OwnIn(year, context.Caller())];
        if (own is [var only])
            return StaffPage.GoTo(DepartmentScreen.PathOf(year.Year, only.Code));
        var counting = (await current.OfYearAsync(year.Year, cancellation)).ToDictionary(p => p.Department, StringComparer.Ordinal);
        return StaffPage.Of<HomePage>(new HomeView(year, [.. own.Select(d => (d, counting.GetValueOrDefault(d.Code)))]));
    }

    private static IEnumerable<Department> OwnIn(ReportingYear year, Caller caller) => year.Register.Departments.Where(d => caller.MayActFor(d.Code));
}
