namespace KawasakiServerless.Domain;

/// <summary>
/// How often a workbook is read (読み取りの回数) before its submission is given up: what hangs or kills the process must not do so for ever.
/// </summary>
public static class ReadingAttempts
{
    /// <summary>Of a workbook whose reading was begun and has never ended.</summary>
    public const int Most = 2;

    /// <summary>
    /// Of a workbook that was read to its end before: what failed since was storage or the process, and not the workbook.
    /// </summary>
    public const int MostOfAReadable = 10;

    /// <summary>An attempt that began longer ago is over in every process: it is well above what a request may take (230 s).</summary>
    public static readonly TimeSpan LongestAttempt = TimeSpan.FromMinutes(5);

    /// <param name="begun">How many attempts were begun; not the ones that stopped when they were told to.</param>
    /// <param name="hasEnded">Whether one of them read the workbook to its end.</param>
    public static bool AreUsedUp(int begun, bool hasEnded) => begun >= (hasEnded ? MostOfAReadable : Most);
}
