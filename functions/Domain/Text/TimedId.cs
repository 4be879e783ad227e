using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// Generates ids that sort by their creation time, such as 20180801T013000123-9f3ac1. The random digits at the end distinguish ids that are
/// created in the same millisecond.
/// </summary>
public static partial class TimedId
{
    /// <summary>The regular expression that matches an id.</summary>
    internal const string Pattern = "[0-9]{8}T[0-9]{9}-[0-9a-f]{6}";

    private const string Format = "yyyyMMdd'T'HHmmssfff";

    private const int RandomBytes = 3;

    public static string New(DateTimeOffset now) =>
        $"{TimeOf(now)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes))}";

    /// <summary>Returns when an id was created; false if the text is not an id.</summary>
    public static bool TryTimeOf(string text, out DateTimeOffset time)
    {
        time = default;
        return IsId().IsMatch(text) && DateTimeOffset.TryParseExact(
            text.Split('-')[0], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
    }

    [GeneratedRegex($"^{Pattern}\\z")]
    private static partial Regex IsId();

    /// <summary>Returns the time part of an id, in UTC with milliseconds, such as 20180801T013000123.</summary>
    public static string TimeOf(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);
}
