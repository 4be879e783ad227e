using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Home;

/// <param name="Departments">The departments for which the person may act, in official order, each with the state of its report.</param>
public sealed record HomeView(ReportingYear Year, IReadOnlyList<BoardLine> Departments)
{
    /// <summary>
    /// The departments for which the person may act, in each earlier year. Their reports can still be corrected, even if a reorganisation
    /// has abolished the department since.
    /// </summary>
    public IReadOnlyList<DepartmentScreen> Earlier { get; init; } = [];
}

/// <summary>
/// The start screen. Redirects the coordinator to the overview of all reports, and a person with one department to that department. Other
/// persons choose a department.
/// </summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder staff) => staff.MapPage("/", ShowAsync).For(Access.Staff);

    private static async Task<IResult> ShowAsync(
        HttpContext context, YearLifecycle lifecycle, Boards boards, CancellationToken cancellation)
    {
        if (await lifecycle.AllAsync(cancellation) is not [var newest, ..] years)
            return ApiProblem.UnknownYear(null);
        if (context.Caller().IsCoordinator)
            return StaffPage.GoTo(YearScreens.BoardOf(newest.Year));
        List<Department> own = [.. OwnIn(newest, context.Caller())];
        if (own is [var only])
            return StaffPage.GoTo(DepartmentScreen.PathOf(newest.Year, only.Code));
        var codes = own.Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
        var lines = (await boards.OfAsync(newest, cancellation)).Lines.Where(l => codes.Contains(l.Department));
        return StaffPage.Of<HomePage>(new HomeView(newest, [.. lines])
        {
            Earlier = [.. years.Skip(1).SelectMany(y => OwnIn(y, context.Caller()), (y, d) => new DepartmentScreen(y, d))],
        });
    }

    private static IEnumerable<Department> OwnIn(ReportingYear year, Caller caller) =>
        year.Register.Departments.Where(d => caller.MayActFor(d.Code));
}
