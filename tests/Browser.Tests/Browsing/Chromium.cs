using System.Diagnostics;
using KawasakiServerless.Testing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Browsing;

/// <summary>
/// Finds Chromium on this machine's PATH; Playwright's own download is not used. Prefers chromium-headless-shell, a Chromium without a user
/// interface that opens a window in a quarter of the time. If that is missing and the process runs as root, it is installed from Debian's
/// packages.
/// </summary>
public static class Chromium
{
    public const string Missing =
        "The browser tests need Chromium, and none of chromium-headless-shell, chromium, chromium-browser, google-chrome is on PATH. "
        + "Install it and run the tests again; on Debian: sudo apt-get install chromium-headless-shell fonts-noto-cjk";

    private const string Preferred = "chromium-headless-shell", Packages = $"{Preferred} fonts-noto-cjk";

    private static readonly string[] Names = [Preferred, "chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
        // No request leaves this machine, because only its own name and address can be resolved.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ];

    // Lazy, so that the browser is searched for, and if necessary installed, only once in this process.
    private static readonly Lazy<Task<string>> Executable = new(ExecutableAsync);

    /// <exception cref="InvalidOperationException">No Chromium was found, and this process may not install one or failed to do
    /// so.</exception>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = await Executable.Value,
        // Chromium refuses to run as root inside its sandbox.
        Args = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? ["--no-sandbox", .. Arguments] : Arguments,
    });

    /// <summary>Opens a browser context without history, cookies or cache, with the language and time zone of Japan.</summary>
    public static Task<IBrowserContext> NewVisitAsync(this IBrowser browser, Uri site,
        Scripts scripts = Scripts.Enabled) => browser.NewContextAsync(new()
        {
            BaseURL = site.AbsoluteUri,
            JavaScriptEnabled = scripts == Scripts.Enabled,
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = ServiceWorkerPolicy.Block,
        });

    /// <param name="searchPath">Folders in the format of the environment variable PATH.</param>
    /// <returns>The path of the browser; null if no folder contains one.</returns>
    public static string? FindIn(string? searchPath) => Find(Names, searchPath);

    private static async Task<string> ExecutableAsync()
    {
        if (Find([Preferred], SearchPath) is { } preferred)
            return preferred;
        if (!Environment.IsPrivilegedProcess || Find(["apt-get"], SearchPath) is null)
            return FindIn(SearchPath) ?? throw new InvalidOperationException(Missing);
        var output = await InstallAsync();
        return FindIn(SearchPath)
            ?? throw new InvalidOperationException($"{Missing}\nInstalling it as root was tried; apt-get said:\n{output}");
    }

    // flock waits while another process installs the browser. If that process dies, the operating system releases the lock.
    private static Task<string> InstallAsync()
    {
        var lockFile = Path.Combine(Directory.CreateDirectory(Repository.PathTo(".local")).FullName, "chromium.lock");
        var install = $"timeout 120 apt-get install -y --no-install-recommends {Packages}";
        var script = $"command -v {Preferred} || {install} || {{ timeout 60 apt-get update && {install}; }} 2>&1";
        return OutputOfAsync(new("flock", ["--timeout", "900", lockFile, "sh", "-c", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        });
    }

    private static async Task<string> OutputOfAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    private static string? SearchPath => Environment.GetEnvironmentVariable("PATH");

    private static string? Find(IReadOnlyList<string> names, string? searchPath) =>
        (from name in names
         from folder in (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         let file = Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault();
}
