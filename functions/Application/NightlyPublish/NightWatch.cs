using KawasakiServerless.Application.Background;

namespace KawasakiServerless.Application.NightlyPublish;

/// <summary>
/// Lets requests check for a missed nightly run every few minutes, so that it is detected even where no timer fires at all.
/// </summary>
public sealed class NightWatch(MissedNight missed, RequestedWork work, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private long? lastLook;

    /// <summary>Returns immediately; the check and the nightly work, if any, run in the background.</summary>
    public void Look()
    {
        lock (gate)
        {
            if (lastLook is { } last && time.GetElapsedTime(last) < Interval)
                return;
            lastLook = time.GetTimestamp();
        }

        work.Add("Missed night", missed.MakeUpAsync);
    }
}
