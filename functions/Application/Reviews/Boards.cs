using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Reviews;

/// <summary>
/// Reads the coordinator's overview of all reports (提出状況の一覧) with one query, whatever the number of departments and submissions.
/// </summary>
public sealed class Boards(ReviewStore reviews, TimeProvider time)
{
    /// <param name="year">The year, already read for the same request.</param>
    /// <param name="cancellation">Cancellation takes effect between two pages of the query result.</param>
    public async Task<Board> OfAsync(ReportingYear year, CancellationToken cancellation) =>
        Board.Of(
            year.Year, year.Register, year.Deadline, [.. (await reviews.OfYearAsync(year.Year, cancellation)).Select(r => r.Standing)]);

    /// <summary>Creates the text of a reminder (催促の文面) to all departments that have not submitted; null when all have.</summary>
    public Reminder? ReminderOf(Board board, Register register) =>
        board.Late.ToList() is { Count: > 0 } late ? Reminder.Of(board, late, register.ContactName, time.GetUtcNow()) : null;
}
