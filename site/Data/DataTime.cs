using System.Globalization;

namespace KawasakiServerless.Site.Data;

internal static class DataTime
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    // A workbook may say that it was saved at the end of time.
    private static readonly DateTimeOffset Last = DateTimeOffset.MaxValue - Japan;

    public static string Of(DateTimeOffset time) => InJapan(time).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static DateTimeOffset InJapan(DateTimeOffset time) => (time < Last ? time : Last).ToOffset(Japan);
}
