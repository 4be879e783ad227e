using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>One row of the board (一覧の1行): the state of one department's report.</summary>
/// <param name="Name">The department's name; its code if the register no longer contains it.</param>
public sealed record BoardLine(string Department, string Name, ReportStanding Standing)
{
    public ReportState State => Standing.State;
}

/// <summary>The coordinator's overview of a year (提出状況の一覧), with one row per department.</summary>
public sealed record Board(FiscalYear Year, Deadline? Deadline, EquatableList<BoardLine> Lines)
{
    private static readonly string[] Header = ["局・区コード", "局・区", "状態", "期限", "最終更新", "更新した人", "直す", "確認", "参考", "コメント"];

    /// <summary>
    /// Creates the board: all departments of the register in official order, followed by departments that have a submission in effect but
    /// are no longer in the register.
    /// </summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="register">The register of that year.</param>
    /// <param name="deadline">The deadline; null if none is set.</param>
    /// <param name="standings">The states of those departments for which a submission or a review is stored.</param>
    public static Board Of(FiscalYear year, Register register, Deadline? deadline, IReadOnlyCollection<ReportStanding> standings)
    {
        var known = standings.ToDictionary(s => s.Department, StringComparer.Ordinal);
        var registered = register.Departments.OrderBy(d => d.Order).Select(d => new BoardLine(
            d.Code, d.Name, known.GetValueOrDefault(d.Code) ?? new(d.Code, null, new Review(d.Code))));
        var gone = standings.Where(s => register.FindDepartment(s.Department) is null && s.Counting is not null)
            .OrderBy(s => s.Department, StringComparer.Ordinal);
        return new(year, deadline, [.. registered, .. gone.Select(s => new BoardLine(s.Department, s.Department, s))]);
    }

    public int CountOf(ReportState state) => Lines.Count(l => l.State == state);

    /// <summary>The departments that have not submitted (未提出), in official order.</summary>
    public IEnumerable<BoardLine> Late => Lines.Where(l => l.State == ReportState.NotSubmitted);

    /// <summary>Exports the board as a CSV file for the coordinator.</summary>
    public byte[] ToCsv() => Csv.Write([Header, .. Lines.Select(Row)]);

    private string?[] Row(BoardLine line) =>
    [
        line.Department,
        line.Name,
        line.State.Label(),
        Deadline?.ToString(),
        line.Standing.LastChange?.When.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        line.Standing.LastChange?.Who,
        Number(line.Standing.Findings?.Errors),
        Number(line.Standing.Findings?.Unconfirmed),
        Number(line.Standing.Findings?.Settled),
        string.Join("、", line.Standing.OpenComments.Select(c => $"{c.Section.Label()}：{c.Excerpt}")),
    ];

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The text of a reminder to late departments (催促の文面), ready to be copied or opened in the mail program.</summary>
public sealed record Reminder(string Subject, string Body)
{
    /// <summary>Creates the text of one reminder to all late departments, or to one of them.</summary>
    /// <param name="board">The board of the year.</param>
    /// <param name="late">The departments that the reminder addresses: <see cref="Board.Late"/>, or one of them.</param>
    /// <param name="sender">The contact for questions, as named in the register.</param>
    /// <param name="now">The current time, from which the remaining days are counted.</param>
    public static Reminder Of(Board board, IReadOnlyCollection<BoardLine> late, string sender, DateTimeOffset now) => new(
        $"{board.Year.EraLabel}の報告の提出について（お願い）",
        $"""
        {string.Join("、", late.Select(l => l.Name))}　御担当者様

        お世話になっております。{sender}です。
        {board.Year.EraLabel}の地域包括ケアシステムの報告が、まだ提出されていないようです。
        {Until(board.Deadline, now)}
        提出画面から様式を受け取り、記入のうえ提出してください。報告することがないときは、「該当なし」を届け出てください。
        行き違いで提出済みのときは、御容赦ください。御不明な点は、{sender}にお問い合わせください。

        """.ReplaceLineEndings("\r\n"));

    private static string Until(Deadline? deadline, DateTimeOffset now) => deadline switch
    {
        null => "御確認をお願いします。",
        _ when deadline.DaysLeft(now) < 0 => $"提出期限（{deadline.Label}）を{deadline.Remaining(now)}。お早めに提出をお願いします。",
        _ => $"提出期限は{deadline.Label}（{deadline.Remaining(now)}）です。期限までに提出をお願いします。",
    };
}
