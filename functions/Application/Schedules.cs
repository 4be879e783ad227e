namespace KawasakiServerless.Application;

/// <summary>Schedules of the timers: NCRONTAB with six fields, in UTC. The triggers and the local run share them.</summary>
public static class Schedules
{
    /// <summary>The app setting that holds the nightly schedule, as the Functions host expands it.</summary>
    public const string NightlySetting = "%NIGHTLY_SCHEDULE%";

    /// <summary>02:00 Japan time. The local run uses this value, and infra sets the app setting to it.</summary>
    public const string Nightly = "0 0 17 * * *";

    /// <summary>Every ten minutes.</summary>
    public const string Sweep = "0 */10 * * * *";
}
