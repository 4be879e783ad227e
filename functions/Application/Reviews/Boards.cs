using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Reviews;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Reviews;

/// <summary>The coordinator's board (提出状況の一覧): one query, however many departments and submissions there are.</summary>
public sealed class Boards(ReviewStore reviews, TimeProvider time)
{
    /// <param name="year">As it was read for the request.</param>
    /// <param name="cancellation">Cancels between two pages.</param>
    public async Task<Board> OfAsync(ReportingYear year, CancellationToken cancellation) =>
        Board.Of(
            year.Year, year.Register, year.Deadline, [.. (await reviews.OfYearAsync(year.Year, cancellation)).Select(r => r.Standing)]);

    /// <summary>催促の文面 to all that are late; null when nobody is.</summary>
    public Reminder? ReminderOf(Board board, Register register) =>
        board.Late.ToList() is { Count: > 0 } late ? Reminder.Of(board, late, register.ContactName, time.GetUtcNow()) : null;
}
