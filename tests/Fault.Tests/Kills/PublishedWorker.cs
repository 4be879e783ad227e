using System.Diagnostics;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>The worker compiled ahead, as Azure gets it: hundreds of starts take half the time then. A few starts are not worth the compiling.</summary>
internal static class PublishedWorker
{
    private static readonly Lazy<Task<string?>> Folder = new(PublishAsync);

    /// <returns>Null for the build's own folder.</returns>
    public static Task<string?> FolderAsync() => Folder.Value;

    private static async Task<string?> PublishAsync()
    {
        if (Environment.GetEnvironmentVariable("FAULTS") != "all")
            return null;
        var folder = Repository.PathTo("artifacts", "worker");
        string[] publish =
            ["publish", Repository.PathTo("functions", "App"), "--configuration", "Release", "--runtime", "linux-x64", "--no-self-contained", "--output", folder, "-p:RunAnalyzers=false"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", publish) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException(printed);
    }
}
