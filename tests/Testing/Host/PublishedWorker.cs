using System.Diagnostics;

namespace KawasakiServerless.Testing.Host;

/// <summary>
/// Makes the deployment files (`dotnet publish`) of a worker, the .NET process that runs Azure functions. All methods except <see
/// cref="PackBuiltAsync"/> compile them ahead of time, as for Azure. Otherwise, compiling would take most of the time in which a worker
/// starts and publishes the site for the first time.
/// </summary>
public static class PublishedWorker
{
    private static readonly Lazy<Task<string>> Ours =
        new(() => PublishAsync(Repository.PathTo("functions", "App"), Repository.PathTo("artifacts", "worker")));

    /// <summary>Returns the folder with the deployment files of this app, which are made once in each test run.</summary>
    public static Task<string> FolderAsync() => Ours.Value;

    /// <returns>The folder with the deployment files.</returns>
    public static Task<string> PublishAsync(string project, string folder) => RunAsync(
        folder, "publish", project, "--configuration", "Release", "--runtime", "linux-x64", "--no-self-contained",
        "-p:PublishReadyToRun=true", "-p:RunAnalyzers=false");

    /// <summary>
    /// Makes the deployment files of this app from the existing build that the tests use, so that nothing is compiled, not even ahead of
    /// time.
    /// </summary>
    /// <returns>The folder with the deployment files.</returns>
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
