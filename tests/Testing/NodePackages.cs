using System.Diagnostics;
using KawasakiServerless.Local.Emulator;

namespace KawasakiServerless.Testing;

/// <summary>The npm packages of the root package.json, installed from its lock file when they are not there.</summary>
public static class NodePackages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Returns the path of a file of an installed package, such as axe-core/axe.min.js.</summary>
    public static async Task<string> FileAsync(string path)
    {
        using var limit = new CancellationTokenSource(Patience);
        await AzuritePackage.EnsureInstalledAsync(Repository.Root, null, limit.Token);
        return Repository.PathTo("node_modules", path);
    }

    /// <summary>Runs a script that needs the packages to its end.</summary>
    /// <param name="script">The path of a script, in an installed package or in the tests.</param>
    /// <returns>The exit code and what the script printed: first standard output, then standard error.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string script, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Patience);
        await AzuritePackage.EnsureInstalledAsync(Repository.Root, null, limit.Token);
        using var process = Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output + await error);
    }
}
