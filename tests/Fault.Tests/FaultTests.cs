namespace KawasakiServerless.Fault.Tests;

internal static class FaultTests
{
    /// <summary>`FAULTS=all`: every call and every moment, and always the real worker.</summary>
    public static readonly bool AreFull = Environment.GetEnvironmentVariable("FAULTS") == "all";
}
