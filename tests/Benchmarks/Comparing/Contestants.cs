using System.Diagnostics;

namespace KawasakiServerless.Benchmarks;

internal static class Contestants
{
    // After this many runs, the runtime has compiled the frequently executed methods with full optimization.
    private const int WarmRuns = 4;

    /// <summary>Measures work within this process, after warm-up runs.</summary>
    public static Contestant Warm(string name, Action work) => new(name, _ => Task.FromResult(Time(work)), WarmRuns);

    /// <summary>Measures a whole process, from its start to its end.</summary>
    public static Contestant Process(string name, string file, params IReadOnlyList<string> arguments) =>
        new(name, cancellation => RunAsync(file, arguments, cancellation), Warmups: 1);

    private static Sample Time(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var clock = Stopwatch.StartNew();
        work();
        return new(clock.Elapsed.TotalSeconds, null);
    }

    private static async Task<Sample> RunAsync(string file, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var clock = Stopwatch.StartNew();
        process.Exited += (_, _) => clock.Stop();
        process.Start();
        var (printed, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        var peak = await WatchAsync(process, cancellation);
        await process.WaitForExitAsync(cancellation);
        await printed;
        return process.ExitCode == 0
            ? new(clock.Elapsed.TotalSeconds, peak)
            : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
    }

    // Returns the peak memory of the process; null if it was never read. The operating system keeps the peak, but it can be read only while
    // the process runs, so it is read repeatedly.
    private static async Task<long?> WatchAsync(Process process, CancellationToken cancellation)
    {
        long? peak = null;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!process.HasExited && await timer.WaitForNextTickAsync(cancellation))
        {
            process.Refresh();
            peak = PeakOf(process) ?? peak;
        }

        return peak;
    }

    private static long? PeakOf(Process process)
    {
        try
        {
            return process.PeakWorkingSet64 is > 0 and var bytes ? bytes : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
