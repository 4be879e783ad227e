namespace KawasakiServerless.Application;

/// <summary>When the timers run: NCRONTAB with six fields, in UTC. The triggers and the local run read the same.</summary>
public static class Schedules
{
    /// <summary>The app setting that holds the nightly schedule, as the Functions host expands it.</summary>
    public const string NightlySetting = "%NIGHTLY_SCHEDULE%";

    /// <summary>02:00 in Japan; what the local run takes and infra sets.</summary>
    public const string Nightly = "0 0 17 * * *";

    /// <summary>Every ten minutes.</summary>
    public const string Sweep = "0 */10 * * * *";
}
