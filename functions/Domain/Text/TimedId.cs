using System.Globalization;
using System.Security.Cryptography;

namespace KawasakiServerless.Domain;

/// <summary>
/// Ids that sort by the time at which they were given: 20180801T013000123-9f3ac1. The random digits at the end keep two ids of one
/// millisecond apart.
/// </summary>
public static class TimedId
{
    /// <summary>An id as a regular expression finds it.</summary>
    internal const string Pattern = "[0-9]{8}T[0-9]{9}-[0-9a-f]{6}";

    private const int RandomBytes = 3;

    public static string New(DateTimeOffset now) =>
        $"{TimeOf(now)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes))}";

    /// <summary>The time alone, to the millisecond.</summary>
    public static string TimeOf(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
}
