namespace KawasakiServerless.Application.Tests;

/// <summary>The machine's clock, but for timers of one length, which are due at once.</summary>
internal sealed class TimedClock : TimeProvider
{
    /// <summary>Told the length of each timer before it starts.</summary>
    public Action<TimeSpan> Started { get; set; } = _ => { };

    /// <summary>The length that is over at once; null for none.</summary>
    public TimeSpan? Over { get; set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Started(dueTime);
        if (dueTime == Over)
            callback(state);
        return base.CreateTimer(callback, state, dueTime, period);
    }
}
