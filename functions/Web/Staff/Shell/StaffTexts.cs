using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>Formats times, numbers and texts for the portal.</summary>
public static class StaffTexts
{
    /// <summary>Formats a time as 2018年8月3日 14:05, in Japan time.</summary>
    public static string Time(DateTimeOffset time) => time.InJapan().ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Formats a time as 2018年8月3日 14:05:09, in Japan time.</summary>
    public static string Second(DateTimeOffset time) => time.InJapan().ToString("yyyy年M月d日 HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Formats the day of a time as 2018年8月3日, in Japan time.</summary>
    public static string Date(DateTimeOffset time) => time.InJapan().ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>Formats the time of day as 14:05, in Japan time.</summary>
    public static string TimeOfDay(DateTimeOffset time) => time.InJapan().ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Formats a time as 8月3日 14:05, for screens on which the year is obvious.</summary>
    public static string ShortTime(DateTimeOffset time) => time.InJapan().ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Formats a number as 1,234.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Formats scores as レベル1 100点、レベル2 40点、レベル3 75点.</summary>
    public static string Scores(ReadabilityScores scores) =>
        string.Join("、", scores.Levels.Select((score, at) => $"レベル{Number(at + 1)} {Number(score)}点"));

    /// <summary>
    /// Truncates a text to <paramref name="most"/> characters. A truncated text ends with …, which counts as a character.
    /// </summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        return text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    /// <summary>Formats a size as 45 KB or 1.2 MB.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F1} MB");
}
