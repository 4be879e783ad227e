namespace KawasakiServerless.Domain;

/// <summary>
/// Limits how often a workbook is read (読み取りの回数) before its submission is abandoned, so that a workbook that hangs or crashes the process
/// cannot do so forever.
/// </summary>
public static class ReadingAttempts
{
    /// <summary>The limit for a workbook whose reading was started but never completed.</summary>
    public const int Most = 2;

    /// <summary>
    /// The limit for a workbook that was read completely before: later failures were caused by storage or the process, not by the workbook.
    /// </summary>
    public const int MostOfAReadable = 10;

    /// <summary>
    /// After this time an attempt has ended in every process; it is well above the maximum duration of a request (230 s).
    /// </summary>
    public static readonly TimeSpan LongestAttempt = TimeSpan.FromMinutes(5);

    /// <param name="begun">The number of attempts that were started, without those that stopped because they were cancelled.</param>
    /// <param name="hasEnded">Whether one of them read the workbook completely.</param>
    public static bool AreUsedUp(int begun, bool hasEnded) => begun >= (hasEnded ? MostOfAReadable : Most);
}
