namespace KawasakiServerless.Application;

/// <summary>
/// Schedules of the timers in NCRONTAB format with six fields, in UTC. The triggers of the Functions app and the local run use the same
/// values.
/// </summary>
public static class Schedules
{
    /// <summary>
    /// Refers to the app setting that contains the nightly schedule. The Functions host replaces this reference with the value of the
    /// setting.
    /// </summary>
    public const string NightlySetting = "%NIGHTLY_SCHEDULE%";

    /// <summary>
    /// The default nightly schedule: 17:00 UTC, which is 02:00 in Japan. The local run uses this value if the setting is missing, and the
    /// Bicep files in infra write the same value into the setting unless another schedule is given for the deployment.
    /// </summary>
    public const string Nightly = "0 0 17 * * *";

    /// <summary>The sweep, which resumes interrupted work, runs every ten minutes.</summary>
    public const string Sweep = "0 */10 * * * *";
}
