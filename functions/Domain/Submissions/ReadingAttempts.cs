namespace KawasakiServerless.Domain;

/// <summary>Whether an earlier attempt read a workbook completely.</summary>
public enum EarlierReading
{
    NeverCompleted,
    Completed,
}

/// <summary>
/// Limits how often the app tries to read a workbook (読み取りの回数). When the limit is reached, the submission is abandoned, so that a workbook
/// that hangs or crashes the process cannot do so forever.
/// </summary>
public static class ReadingAttempts
{
    /// <summary>The limit for a workbook whose reading was started but never completed.</summary>
    public const int Most = 2;

    /// <summary>
    /// The limit for a workbook that was once read completely. Later failures were then caused by storage or the process, so more attempts
    /// are allowed.
    /// </summary>
    public const int MostOfAReadable = 10;

    /// <summary>No attempt runs longer than this, in any process. It is well above the maximum duration of a request (230 s).</summary>
    public static readonly TimeSpan LongestAttempt = TimeSpan.FromMinutes(5);

    /// <param name="begun">The number of attempts that were started, not counting those that were cancelled.</param>
    /// <param name="earlier">Whether one of these attempts read the workbook completely.</param>
    public static bool AreUsedUp(int begun, EarlierReading earlier) =>
        begun >= (earlier == EarlierReading.Completed ? MostOfAReadable : Most);
}
