using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>
/// The last day for submitting a year's reports (提出期限), as a date in Japan. The app only displays the deadline and includes it in the text
/// of reminders; late submissions are accepted until the coordinator closes the year.
/// </summary>
public sealed record Deadline(DateOnly Day)
{
    private const string Written = "yyyy-MM-dd";

    /// <summary>The date for display, such as 2018年7月31日.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"{Day.Year}年{Day.Month}月{Day.Day}日");

    /// <summary>Returns the current date in Japan.</summary>
    public static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.InJapan().DateTime);

    /// <summary>Parses the format that date fields of forms and storage use, such as 2018-07-31.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Deadline? deadline)
    {
        deadline = DateOnly.TryParseExact(text?.Trim(), Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day)
            : null;
        return deadline is not null;
    }

    /// <summary>Returns the days until the deadline: 0 on the day itself, negative after it.</summary>
    public int DaysLeft(DateTimeOffset now) => Day.DayNumber - Today(now).DayNumber;

    /// <summary>Returns the remaining time as text, such as あと12日, 本日まで or 3日過ぎています.</summary>
    public string Remaining(DateTimeOffset now) => DaysLeft(now) switch
    {
        > 0 and var days => string.Create(CultureInfo.InvariantCulture, $"あと{days}日"),
        0 => "本日まで",
        var days => string.Create(CultureInfo.InvariantCulture, $"{-days}日過ぎています"),
    };

    /// <summary>Returns the date in the format used in storage, such as 2018-07-31.</summary>
    public override string ToString() => Day.ToString(Written, CultureInfo.InvariantCulture);
}
