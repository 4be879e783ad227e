namespace KawasakiServerless.Application;

/// <summary>
/// Schedules of the timers in NCRONTAB format with six fields, in UTC. The triggers of the Functions app and the local run use the same
/// values.
/// </summary>
public static class Schedules
{
    /// <summary>Reference to the app setting with the nightly schedule; the Functions host replaces it with the value.</summary>
    public const string NightlySetting = "%NIGHTLY_SCHEDULE%";

    /// <summary>
    /// 02:00 Japan time. The local run uses this value, and the Bicep files in infra write the same value into the app setting.
    /// </summary>
    public const string Nightly = "0 0 17 * * *";

    /// <summary>The sweep, which resumes interrupted work, runs every ten minutes.</summary>
    public const string Sweep = "0 */10 * * * *";
}
