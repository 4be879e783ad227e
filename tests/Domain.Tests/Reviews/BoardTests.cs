using System.Text;

namespace KawasakiServerless.Domain.Tests.Reviews;

public sealed class BoardTests
{
    private static readonly Deadline July31 = new(new DateOnly(2018, 7, 31));

    private static readonly DateTimeOffset July19 = new(2018, 7, 19, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TheBoardListsDepartmentsInOfficialOrderAndAbolishedOnesLast()
    {
        var gone = Standing.Submitted with { Department = "abolished" };

        var board = Board.Of(Some.Year, Some.Register, July31, [gone, Standing.Approved()]);

        Assert.Equal(
            [.. Some.Register.Departments.OrderBy(d => d.Order).Select(d => d.Code), "abolished"], board.Lines.Select(l => l.Department));
        Assert.Equal((1, 1, Some.Register.Departments.Count - 1),
            (board.CountOf(ReportState.Approved), board.CountOf(ReportState.Submitted), board.Late.Count()));
    }

    [Fact]
    public void TheLastChangeIsTheLaterOfSubmissionAndReview()
    {
        Assert.Null(Standing.NotSubmitted.LastChange);
        Assert.Equal(("財政 太郎", Standing.Noon), Standing.Submitted.LastChange);
        Assert.Equal(("推進 花子", Standing.Noon.AddHours(1)), Standing.Approved().LastChange);
        Assert.Equal(("財政 次郎", Standing.Noon.AddDays(1)), Standing.Approved().Again().LastChange);
    }

    [Fact]
    public void TheCsvOfTheBoardEscapesFormulas()
    {
        var sent = Standing.SentBack(new TypedComment(ReportSection.Wards, "=HYPERLINK(\"x\")"));
        var named = sent with { Review = sent.Review with { Last = sent.Review.Last! with { Who = "=cmd" } } };

        var line = Encoding.UTF8.GetString(Board.Of(Some.Year, Some.Register, July31, [named]).ToCsv()).Split("\r\n")
            .Single(l => l.Contains("zaisei", StringComparison.Ordinal));

        Assert.Equal(
            "\"zaisei\",\"財政局\",\"差戻し\",\"2018-07-31\",\"2018-08-01 22:00\",\"'=cmd\",\"\",\"\",\"\",\"区：=HYPERLINK(\"\"x\"\")\"", line);
    }

    [Theory]
    [InlineData(null, "まだ提出されていないようです。\r\n御確認をお願いします。")]
    [InlineData("2018-07-31", "提出期限は2018年7月31日（あと12日）です。")]
    [InlineData("2018-07-19", "提出期限は2018年7月19日（本日まで）です。")]
    [InlineData("2018-07-16", "提出期限（2018年7月16日）を3日過ぎています。")]
    public void TheReminderNamesLateDepartmentsAndTheDaysUntilTheDeadline(string? deadline, string said)
    {
        var day = Deadline.TryParse(deadline, out var parsed) ? parsed : null;
        var board = Board.Of(Some.Year, Some.Register, day, [Standing.Submitted]);

        var reminder = Reminder.Of(board, [.. board.Late.Take(2)], "地域包括ケア推進室", July19);

        Assert.StartsWith("総務企画局、市民文化局　御担当者様\r\n", reminder.Body, StringComparison.Ordinal);
        Assert.Contains(said, reminder.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2018-07-31T14:59:59Z", 0)]
    [InlineData("2018-07-31T15:00:00Z", -1)]
    [InlineData("2018-07-30T14:59:59Z", 1)]
    public void DaysUntilTheDeadlineAreCountedInJapaneseTime(string now, int days) =>
        Assert.Equal(days, July31.DaysLeft(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2018-7-31")]
    [InlineData("2018-02-30")]
    [InlineData("31.7.2018")]
    [InlineData("")]
    [InlineData(null)]
    public void TextThatIsNoDateIsNotReadAsADeadline(string? text) => Assert.False(Deadline.TryParse(text, out _));
}
