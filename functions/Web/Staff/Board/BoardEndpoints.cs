using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Board;

/// <summary>The order in which the board (the coordinator's overview of all reports) lists the departments.</summary>
public enum BoardOrder
{
    /// <summary>The official order (建制順).</summary>
    Official,

    /// <summary>By the last change, newest first.</summary>
    LastChange,
}

/// <param name="Board">The states of all departments' reports.</param>
/// <param name="State">Only departments whose report is in this state are listed; null to list all departments.</param>
public sealed record BoardView(ReportingYear Year, Domain.Board Board, ReportState? State, BoardOrder Order)
{
    public IEnumerable<BoardLine> Lines
    {
        get
        {
            var lines = Board.Lines.Where(l => State is null || l.State == State);
            return Order == BoardOrder.LastChange
                ? lines.OrderByDescending(l => l.Standing.LastChange?.When ?? DateTimeOffset.MinValue)
                : lines;
        }
    }
}

/// <param name="Reminder">The reminder to the departments that have not submitted; null when all have.</param>
public sealed record ReminderView(ReportingYear Year, Reminder? Reminder);

/// <summary>
/// The coordinator's overview of all reports (提出状況の一覧): lists the departments, each with the state of its report and the actions that
/// this state permits.
/// </summary>
internal static class BoardEndpoints
{
    public static void MapBoard(this IEndpointRouteBuilder staff)
    {
        staff.MapPage("/{year}/board", ShowAsync).For(Access.Coordinator);
        staff.MapPage("/{year}/board.csv", CsvAsync).For(Access.Coordinator);
        staff.MapPage("/{year}/reminder", RemindAsync).For(Access.Coordinator);
    }

    private static Task<IResult> ShowAsync(HttpContext context, YearScreens screens, Boards boards, CancellationToken cancellation) =>
        screens.ForAsync(context, async year => StaffPage.Of<BoardPage>(new BoardView(
            year, await boards.OfAsync(year, cancellation), StateIn(context.Request.Query), OrderIn(context.Request.Query))), cancellation);

    private static Task<IResult> CsvAsync(HttpContext context, YearScreens screens, Boards boards, CancellationToken cancellation) =>
        screens.ForAsync(context, async year => Results.File(
            (await boards.OfAsync(year, cancellation)).ToCsv(), "text/csv; charset=utf-8", $"{year.Year.Year}-提出状況.csv"), cancellation);

    private static Task<IResult> RemindAsync(HttpContext context, YearScreens screens, Boards boards, CancellationToken cancellation) =>
        screens.ForAsync(context, async year => StaffPage.Of<ReminderPage>(
            new ReminderView(year, boards.ReminderOf(await boards.OfAsync(year, cancellation), year.Register))), cancellation);

    private static ReportState? StateIn(IQueryCollection query) =>
        Enum.TryParse<ReportState>(query["state"], out var state) && Enum.IsDefined(state) ? state : null;

    private static BoardOrder OrderIn(IQueryCollection query) =>
        query["sort"].ToString() == "changed" ? BoardOrder.LastChange : BoardOrder.Official;
}
