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
    public IReadOnlyList<EarlierReport> Earlier { get; init; } = [];
}

/// <summary>A department's report of an earlier year.</summary>
public sealed record EarlierReport(DepartmentScreen Screen, ReportState State)
{
    /// <summary>Whether the department has to correct the report and can still submit it.</summary>
    public bool IsSentBack => !Screen.Year.IsClosed && State == ReportState.SentBack;
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
            Earlier = [.. (await Task.WhenAll(years.Skip(1).Select(y => EarlierAsync(y, [.. OwnIn(y, context.Caller())], boards,
                cancellation)))).SelectMany(reports => reports)],
        });
    }

    private static async Task<IEnumerable<EarlierReport>> EarlierAsync(
        ReportingYear year, IReadOnlyList<Department> own, Boards boards, CancellationToken cancellation)
    {
        if (own.Count == 0)
            return [];
        var states = (await boards.OfAsync(year, cancellation)).Lines.ToDictionary(l => l.Department, l => l.State, StringComparer.Ordinal);
        return own.Select(d => new EarlierReport(new(year, d), states[d.Code]));
    }

    private static IEnumerable<Department> OwnIn(ReportingYear year, Caller caller) =>
        year.Register.Departments.Where(d => caller.MayActFor(d.Code));
}
