namespace KawasakiServerless.Fault.Tests;

internal static class FaultTests
{
    /// <summary>
    /// Whether `FAULTS=all` is set. The tests then interrupt the app at many more storage calls and moments, and always run the real worker
    /// (the process that is deployed) instead of an app within the test process.
    /// </summary>
    public static readonly bool AreFull = Environment.GetEnvironmentVariable("FAULTS") == "all";
}
