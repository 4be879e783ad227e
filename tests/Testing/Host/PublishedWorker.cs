using System.Diagnostics;

namespace KawasakiServerless.Testing.Host;

/// <summary>
/// Makes the files of a worker for deployment (`dotnet publish`), compiled ahead of time as in Azure. Otherwise, compiling would take most
/// of the time in which a worker starts and publishes the site for the first time.
/// </summary>
public static class PublishedWorker
{
    private static readonly Lazy<Task<string>> Ours =
        new(() => PublishAsync(Repository.PathTo("functions", "App"), Repository.PathTo("artifacts", "worker")));

    /// <summary>The folder of the app's own worker, published once for a test run.</summary>
    public static Task<string> FolderAsync() => Ours.Value;

    /// <returns>The folder of the published worker.</returns>
    public static Task<string> PublishAsync(string project, string folder) => RunAsync(
        folder, "publish", project, "--configuration", "Release", "--runtime", "linux-x64", "--no-self-contained",
        "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false");

    /// <summary>Makes the package from the existing build that the tests use, so that nothing is compiled again.</summary>
    /// <returns>The folder of the package.</returns>
    public static Task<string> PackBuiltAsync(string folder) => RunAsync(
        folder, "publish", Repository.PathTo("functions", "App"), "--no-build", "--configuration",
        new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "-p:RuntimeIdentifier=");

    private static async Task<string> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        string[] publish = [.. arguments, "--output", folder];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", publish) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException(printed);
    }
}
