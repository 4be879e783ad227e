namespace KawasakiServerless.Domain;

/// <summary>Converts times to Japan time (日本時間), which has no daylight saving time.</summary>
public static class JapanTime
{
    // A workbook may contain DateTimeOffset.MaxValue as the time it was saved; adding the offset would overflow.
    private static readonly DateTimeOffset Last = DateTimeOffset.MaxValue - Offset;

    public static TimeSpan Offset => TimeSpan.FromHours(9);

    public static DateTimeOffset InJapan(this DateTimeOffset time) => (time < Last ? time : Last).ToOffset(Offset);
}
