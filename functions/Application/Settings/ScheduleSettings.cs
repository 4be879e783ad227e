using NCrontab;

namespace KawasakiServerless.Application.Settings;

/// <summary>Reads the app setting with the schedule of the nightly run.</summary>
public static class ScheduleSettings
{
    private static readonly string Name = Schedules.NightlySetting.Trim('%');

    private const string Meant =
        $"six fields in UTC (second, minute, hour, day, month, day of the week), such as {Schedules.Nightly}";

    /// <param name="setting">Returns the value of a setting by its name; null or blank when it is not set.</param>
    /// <returns>Null when NIGHTLY_SCHEDULE is not set.</returns>
    /// <exception cref="InvalidOperationException">NIGHTLY_SCHEDULE is not a schedule of six fields.</exception>
    public static CrontabSchedule? Nightly(Func<string, string?> setting) =>
        setting(Name) is not { } text || string.IsNullOrWhiteSpace(text)
            ? null
            : TryParse(text) ?? throw new InvalidOperationException($"{Name} is {text}; it must be {Meant}.");

    /// <summary>
    /// Lets the app start only if the Functions host can run the nightly timer. If the host could not read the schedule, it would start the
    /// app without this timer, and the fault might go unnoticed.
    /// </summary>
    /// <exception cref="InvalidOperationException">NIGHTLY_SCHEDULE is not set, or not a schedule of six fields.</exception>
    public static void RequireNightly(Func<string, string?> setting)
    {
        if (Nightly(setting) is null)
            throw new InvalidOperationException($"{Name} is not set; set it to {Meant}.");
    }

    /// <param name="schedule">One of the constants of <see cref="Schedules"/>.</param>
    public static CrontabSchedule Parse(string schedule) =>
        TryParse(schedule) ?? throw new ArgumentException($"{schedule} is not a schedule of six fields.", nameof(schedule));

    private static CrontabSchedule? TryParse(string schedule) => CrontabSchedule.TryParse(schedule, new() { IncludingSeconds = true });
}
