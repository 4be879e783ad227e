namespace KawasakiServerless.Application.Tests;

/// <summary>The machine's clock, except that timers of one length call their callback as soon as they are created.</summary>
internal sealed class TimedClock : TimeProvider
{
    /// <summary>Called with the length of each timer, before the timer starts.</summary>
    public Action<TimeSpan> Started { get; set; } = _ => { };

    /// <summary>The length of the timers whose callback is called immediately; null if there are no such timers.</summary>
    public TimeSpan? Over { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Started(dueTime);
        if (dueTime == Over)
            callback(state);
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
