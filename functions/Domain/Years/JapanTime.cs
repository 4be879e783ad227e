namespace KawasakiServerless.Domain;

/// <summary>Converts times to Japan time (日本時間), which has no daylight saving time.</summary>
public static class JapanTime
{
    // The latest time that can be converted; later times are replaced by it. A workbook may state DateTimeOffset.MaxValue as the time at
    // which it was saved, and adding the offset to that time would overflow.
    private static readonly DateTimeOffset Last = DateTimeOffset.MaxValue - Offset;

    public static TimeSpan Offset => TimeSpan.FromHours(9);

    public static DateTimeOffset InJapan(this DateTimeOffset time) => (time < Last ? time : Last).ToOffset(Offset);
}
