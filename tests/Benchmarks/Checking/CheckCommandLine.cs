using System.Diagnostics;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Benchmarks;

/// <summary>check --json as a process.</summary>
/// <param name="start">What stands before the command: the program, or dotnet and the program.</param>
internal sealed class CheckCommandLine(params IReadOnlyList<string> start)
{
    public Contestant On(string workbook) =>
        Contestants.Process("check --json", start[0], [.. start.Skip(1), "check", workbook, "--department", LargeWorkbook.Department, "--json"]);

    /// <summary>The app as it is published for Azure: self-contained, compiled ahead.</summary>
    public static async Task<CheckCommandLine> PublishAsync(string folder, CancellationToken cancellation)
    {
        string[] publish = ["publish", Repository.PathTo("functions", "App"), "--configuration", "Release", "--runtime", "linux-x64", "--self-contained", "--output", folder];
        using var process = Process.Start(new ProcessStartInfo("dotnet", publish) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var printed = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? new(Path.Combine(folder, "KawasakiServerless.Functions")) : throw new InvalidOperationException(printed);
    }
}
