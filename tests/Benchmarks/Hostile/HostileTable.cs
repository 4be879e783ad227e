using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Checks every hostile workbook with <c>check --json</c> in a separate process, and once more with <c>--report</c>, which also writes a
/// copy in which the problems are marked. Prints a table with outcome, processor seconds and peak memory. The exit code is 1 if a workbook
/// exceeds the limits.
/// </summary>
internal static class HostileTable
{
    private const double MostSeconds = 20;
    private const long MostBytes = 512L * 1024 * 1024;

    private const string Only = "--only=";

    // A process that takes longer than this in real time is killed.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="arguments">Files or folders to check in addition to the hostile workbooks made here. --only=TEXT makes only the kinds
    /// whose names contain the text; with a text that no name contains, none is made.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
        var exceeded = 0;
        Console.WriteLine("| workbook | size | outcome | seconds | MiB | with report: seconds | MiB |\n|---|---|---|---|---|---|---|");
        foreach (var (name, file) in Files(arguments, folder))
        {
            var (alone, marked) = (await RunAsync(file, report: null), await RunAsync(file, Path.Combine(folder, "report.xlsx")));
            var isOver = IsOver(alone) || IsOver(marked);
            exceeded += isOver ? 1 : 0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {new FileInfo(file).Length / 1024:N0} KiB | "
                + $"{alone.Outcome} | {alone.Seconds:0.0} | {alone.Bytes >> 20} | {marked.Seconds:0.0} | {marked.Bytes >> 20} "
                + $"|{(isOver ? " **over** |" : "")}"));
        }

        Directory.Delete(folder, recursive: true);
        return exceeded == 0 ? 0 : 1;
    }

    private static bool IsOver(Cost cost) => cost.Seconds > MostSeconds || cost.Bytes > MostBytes;

    private static IEnumerable<(string Name, string File)> Files(IReadOnlyList<string> arguments, string folder)
    {
        foreach (var file in arguments.Where(a => !a.StartsWith('-')).SelectMany(FilesOf))
            yield return (Path.GetFileName(file), file);
        var made = Path.Combine(folder, "made.xlsx");
        var only = arguments.FirstOrDefault(a => a.StartsWith(Only, StringComparison.Ordinal))?[Only.Length..] ?? "";
        foreach (var kind in HostileKinds.All.Where(k => k.Name.Contains(only, StringComparison.Ordinal)))
        {
            File.WriteAllBytes(made, kind.Make());
            yield return (kind.Name, made);
        }
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal) : [path];

    private static async Task<Cost> RunAsync(string file, string? report)
    {
        string[] command = [Program(), "check", file, "--department", HostileKinds.DepartmentCode, "--json", .. report is null
            ? Array.Empty<string>() : ["--report", report]];
        var start = new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false
        };
        using var process = Process.Start(start)!;
        var (printed, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var cost = await WatchAsync(process);
        return cost with { Outcome = OutcomeOf(await printed) ?? $"no answer: {(await error).Split('\n')[0]}" };
    }

    private static async Task<Cost> WatchAsync(Process process)
    {
        var cost = new Cost("", 0, 0);
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!process.HasExited && await timer.WaitForNextTickAsync())
        {
            if (clock.Elapsed > Patience)
                process.Kill();
            process.Refresh();
            cost = Seen(process) ?? cost;
        }

        await process.WaitForExitAsync();
        return cost;
    }

    // Returns null if the process has ended after the caller checked that it was running.
    private static Cost? Seen(Process process)
    {
        try
        {
            return process.PeakWorkingSet64 is > 0 and var bytes ? new("", process.TotalProcessorTime.TotalSeconds, bytes) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Program() =>
        Path.Combine(Testing.Repository.Root, "functions", "Local", "bin", "Release", "net10.0", "KawasakiServerless.Local.dll");

    private static string? OutcomeOf(string json)
    {
        if (json.Length == 0)
            return null;
        using var document = JsonDocument.Parse(json);
        var problems = document.RootElement.GetProperty("problems").EnumerateArray().ToList();
        var tooLarge = problems.Where(p => p.GetProperty("code").GetString() == "too-large")
            .Select(p => p.GetProperty("message").GetString()!.Split("を超えて")[0]).FirstOrDefault();
        return $"{document.RootElement.GetProperty("outcome").GetString()}, {tooLarge ?? string.Create(CultureInfo.InvariantCulture, $"{problems.Count} problems")}";
    }

    private sealed record Cost(string Outcome, double Seconds, long Bytes);
}
