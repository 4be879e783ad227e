namespace KawasakiServerless.Application.Tests;

/// <summary>The machine's clock, except that timers of one length fire at once.</summary>
internal sealed class TimedClock : TimeProvider
{
    /// <summary>Called with the length of each timer, before the timer starts.</summary>
    public Action<TimeSpan> Started { get; set; } = _ => { };

    /// <summary>The length of the timers that fire at once; null if no timer does.</summary>
    public TimeSpan? Over { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Started(dueTime);
        if (dueTime == Over)
            callback(state);
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
