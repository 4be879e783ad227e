namespace KawasakiServerless.Fault.Tests.Cities;

/// <summary>A clock that is ahead of another clock by a fixed time. Its timers and elapsed times are those of the other clock.</summary>
internal sealed class ClockAhead(TimeProvider clock, TimeSpan ahead) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + ahead;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
