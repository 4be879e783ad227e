using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>Formats times for the open data: ISO 8601 in Japan time, to the second.</summary>
internal static class DataTime
{
    public static string Of(DateTimeOffset time) => time.InJapan().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
