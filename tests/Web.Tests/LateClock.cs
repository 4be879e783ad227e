namespace KawasakiServerless.Web.Tests;

/// <summary>The machine's clock, put forward by a time that the test sets.</summary>
internal sealed class LateClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
