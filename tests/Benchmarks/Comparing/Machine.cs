using System.Runtime.InteropServices;

namespace KawasakiServerless.Benchmarks;

/// <summary>Describes the machine and the software with which the figures were measured.</summary>
internal static class Machine
{
    public static string Describe() =>
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}; "
            + $"{RuntimeInformation.FrameworkDescription}, {Openpyxl.Version()}, {Hugo.Version()}. Load average at the end: {Load()}.";

    // A load average far above the number of cores means that other programs also used the machine.
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            && File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
}
