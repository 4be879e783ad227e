using System.Globalization;

namespace KawasakiServerless.Site.Data;

internal static class DataTime
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    public static string Of(DateTimeOffset time) => time.ToOffset(Japan).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
