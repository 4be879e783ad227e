namespace KawasakiServerless.Fault.Tests.Cities;

/// <summary>A clock that the test sets, forward or back. Its timers and elapsed times are those of the machine.</summary>
internal sealed class SteppedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => Now;
}
