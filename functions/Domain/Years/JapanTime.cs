namespace KawasakiServerless.Domain;

/// <summary>The time in Japan (日本時間), which has no daylight saving time.</summary>
public static class JapanTime
{
    // A workbook may say that it was saved at the end of time.
    private static readonly DateTimeOffset Last = DateTimeOffset.MaxValue - Offset;

    public static TimeSpan Offset => TimeSpan.FromHours(9);

    public static DateTimeOffset InJapan(this DateTimeOffset time) => (time < Last ? time : Last).ToOffset(Offset);
}
