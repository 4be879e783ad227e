using System.Diagnostics;

namespace KawasakiServerless.Benchmarks;

/// <summary>Programs of other authors that ours are compared with, installed from Debian's packages.</summary>
internal static class Tools
{
    /// <exception cref="InvalidOperationException">The package is missing and cannot be installed.</exception>
    public static void Require(string package, Func<bool> isThere)
    {
        if (isThere() || (Environment.IsPrivilegedProcess && Installs(package) && isThere()))
            return;
        throw new InvalidOperationException($"{package} is missing. Install it with: apt-get install {package}");
    }

    // On a new machine the first attempt fails, because apt has no list of packages yet.
    private static bool Installs(string package)
    {
        string[] install = ["install", "-y", "-q", "--no-install-recommends", package];
        return Run("apt-get", install) is not null || (Run("apt-get", "update") is not null && Run("apt-get", install) is not null);
    }

    /// <returns>What the program printed; null if it is not installed or failed.</returns>
    public static string? Run(string file, params IReadOnlyList<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(file, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true
            })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? printed : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
