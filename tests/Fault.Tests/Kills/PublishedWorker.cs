using System.Diagnostics;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Fault.Tests.Kills;

/// <summary>The worker compiled ahead, as Azure gets it: of a start and a first publication most would be compiling.</summary>
internal static class PublishedWorker
{
    private static readonly Lazy<Task<string>> Folder = new(PublishAsync);

    public static Task<string> FolderAsync() => Folder.Value;

    private static async Task<string> PublishAsync()
    {
        var folder = Repository.PathTo("artifacts", "worker");
        string[] publish =
        [
            "publish", Repository.PathTo("functions", "App"), "--configuration", "Release", "--runtime", "linux-x64", "--no-self-contained",
            "--output", folder, "-p:RunAnalyzers=false",
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", publish) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException(printed);
    }
}
