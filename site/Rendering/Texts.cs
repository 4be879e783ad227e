using System.Buffers;
using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Rendering;

/// <summary>Formats numbers, days and long texts for pages, independent of the machine's culture and time zone.</summary>
public static class Texts
{
    private static readonly SearchValues<char> Directions =
        SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>Formats a number with thousands separators and all its decimals, such as 1,832 or 45.5.</summary>
    public static string Format(decimal value) => value.ToString("#,0.############", CultureInfo.InvariantCulture);

    /// <summary>Formats a number with at least one decimal, as the paper report prints percentages, such as 18.0.</summary>
    public static string Percent(decimal value) => value.ToString("#,0.0##########", CultureInfo.InvariantCulture);

    public static string Format(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Formats the day in Japan of a point in time, such as 平成30（2018）年8月1日.</summary>
    public static string Day(DateTimeOffset time) => Day(DateOnly.FromDateTime(time.InJapan().Date));

    public static string Day(DateOnly day) =>
        day.Year is < 1926 or > 2100 ? "日付の記録がない日" : $"{YearMonth.Of(day.Year, day.Month).Label}{Format(day.Day)}日";

    /// <summary>
    /// Removes the characters that change the direction of the text after them, such as U+202E. The title and the descriptions of a page
    /// cannot contain the element bdi, which ends their effect elsewhere.
    /// </summary>
    public static string WithoutDirections(string text) =>
        text.AsSpan().ContainsAny(Directions) ? string.Concat(text.Where(c => !Directions.Contains(c))) : text;

    /// <summary>
    /// Joins the lines of a text with spaces. If the result has more grapheme clusters than the length allows, cuts it and appends an
    /// ellipsis.
    /// </summary>
    public static string Shorten(string text, int length)
    {
        var line = string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        // A text never has more grapheme clusters than chars, so a text with few chars need not be split into grapheme clusters.
        if (line.Length <= length)
            return line;
        var end = 0;
        for (var elements = 0; elements < length && end < line.Length; elements++)
            end += StringInfo.GetNextTextElementLength(line, end);
        return end == line.Length ? line : $"{line[..end]}…";
    }
}
