using System.Diagnostics;
using KawasakiServerless.Testing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Browsing;

/// <summary>
/// The machine's own Chromium: looked for on PATH, installed from Debian's packages by root, never downloaded. Preferred is the one without
/// a user interface, where to open a window takes a quarter of the time.
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
        // Nothing leaves this machine: no other name or address resolves.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    ];

    // Installed once at most, whoever asks first.
    private static readonly Lazy<Task<string>> Executable = new(ExecutableAsync);

    /// <exception cref="InvalidOperationException">There is no Chromium, and this process may not or could not install one.</exception>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright) => await playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = await Executable.Value,
        // Chromium refuses to run as root inside its sandbox.
        Args = Environment.IsPrivilegedProcess && OperatingSystem.IsLinux() ? ["--no-sandbox", .. Arguments] : Arguments,
    });

    /// <summary>A visitor's browser without history, cookies or cache, in Japan.</summary>
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

    /// <param name="searchPath">As the environment's PATH.</param>
    /// <returns>Null when no folder holds a browser.</returns>
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

    // flock waits for another process's installation, and the lock dies with its holder.
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
