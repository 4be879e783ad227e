namespace KawasakiServerless.Application.Tests;

/// <summary>
/// The machine's clock, except that timers of one length call their callback as soon as they are created, and that a test can let time pass
/// between two timestamps.
/// </summary>
internal sealed class TimedClock : TimeProvider
{
    /// <summary>Called with the length of each timer, before the timer starts.</summary>
    public Action<TimeSpan> Started { get; set; } = _ => { };

    /// <summary>The length of the timers whose callback is called immediately; null if there are no such timers.</summary>
    public TimeSpan? Over { get; set; }

    /// <summary>How far the timestamps, from which elapsed times are computed, are ahead of the machine's.</summary>
    public TimeSpan Ahead { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => System.GetElapsedTime(0).Ticks + Ahead.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Started(dueTime);
        if (dueTime == Over)
            callback(state);
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
