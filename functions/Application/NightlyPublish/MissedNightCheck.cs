using KawasakiServerless.Application.Background;

namespace KawasakiServerless.Application.NightlyPublish;

/// <summary>
/// Lets incoming HTTP requests trigger the check for a missed nightly run, at most once every ten minutes, so that a missed run is detected
/// even when no timer fires at all.
/// </summary>
public sealed class MissedNightCheck(MissedNight missed, RequestedWork work, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private long? lastStart;

    /// <summary>Starts the check in the background if the last one was long enough ago, and returns immediately.</summary>
    public void StartIfDue()
    {
        lock (gate)
        {
            if (lastStart is { } last && time.GetElapsedTime(last) < Interval)
                return;
            lastStart = time.GetTimestamp();
        }

        work.Add("Missed night", missed.MakeUpAsync);
    }
}
