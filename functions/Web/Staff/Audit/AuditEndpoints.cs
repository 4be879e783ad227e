using KawasakiServerless.Application.Audit;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Audit;

/// <param name="Years">The years to choose from, newest first.</param>
/// <param name="Page">One page of the matching entries.</param>
/// <param name="Query">The filter conditions from the query string.</param>
public sealed record AuditView(IReadOnlyList<ReportingYear> Years, AuditPage Page, IQueryCollection Query);

/// <summary>The audit log (操作の記録): who did what, and when.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder staff)
    {
        staff.MapPage("/audit", ShowAsync).For(Access.Coordinator);
        staff.MapPage("/audit.csv", CsvAsync).For(Access.Coordinator);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, AuditSearch search, YearLifecycle lifecycle, CancellationToken cancellation) =>
        await lifecycle.AllAsync(cancellation) is { Count: > 0 } years
            ? StaffPage.Of<AuditLogPage>(new AuditView(
                years, await search.FindAsync(FilterIn(context.Request.Query), context.Request.Query["after"], cancellation),
                context.Request.Query))
            : ApiProblem.UnknownYear(null);

    private static async Task<IResult> CsvAsync(HttpContext context, AuditSearch search, CancellationToken cancellation) =>
        Results.File(await search.CsvAsync(FilterIn(context.Request.Query), cancellation), "text/csv; charset=utf-8", "操作の記録.csv");

    // Reads the filter from the query string. Invalid conditions are ignored.
    private static AuditFilter FilterIn(IQueryCollection query) => new()
    {
        Year = FiscalYear.TryParse(query["year"], out var year) ? year : null,
        Department = Text(query, "department"),
        Who = Text(query, "who"),
        Kind = Text(query, "kind"),
        From = DayIn(query, "from"),
        Until = DayIn(query, "until")?.AddDays(1),
    };

    private static string? Text(IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? DayIn(IQueryCollection query, string name) =>
        Deadline.TryParse(query[name], out var day) && IsInAFiscalYear(day.Day) ? new(day.Day, TimeOnly.MinValue, JapanTime.Offset) : null;

    private static bool IsInAFiscalYear(DateOnly day) => day.Year >= FiscalYear.All[0].Year && day.Year <= FiscalYear.All[^1].Year;
}
