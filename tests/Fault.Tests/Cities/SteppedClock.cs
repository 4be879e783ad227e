namespace KawasakiServerless.Fault.Tests.Cities;

/// <summary>A clock that is set by hand, forward and back. Timers and intervals are the machine's.</summary>
internal sealed class SteppedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => Now;
}
