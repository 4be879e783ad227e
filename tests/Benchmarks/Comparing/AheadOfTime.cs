using System.Diagnostics;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Benchmarks;

/// <summary>Publishes programs as self-contained and compiled ahead of time (ReadyToRun).</summary>
internal static class AheadOfTime
{
    private static readonly Lazy<Task<string>> Benchmarks = new(() => PublishAsync("tests/Benchmarks", "KawasakiServerless.Benchmarks",
        Repository.PathTo("tests", "Benchmarks", "bin", "published")));

    /// <summary>Returns the path of this benchmark program, published, for measurements in a separate process.</summary>
    public static Task<string> ItselfAsync() => Benchmarks.Value;

    /// <returns>The path of the published program.</returns>
    public static async Task<string> PublishAsync(string project, string program, string folder)
    {
        string[] publish =
        [
            "publish", Repository.PathTo(project), "--configuration", "Release", "--runtime", "linux-x64", "--self-contained",
            "-p:PublishReadyToRun=true", "--output", folder,
        ];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", publish) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? Path.Combine(folder, program) : throw new InvalidOperationException(printed);
    }
}
