using System.Text.Json;

namespace KawasakiServerless.Local.Emulator;

/// <summary>The npm package of Azurite in a pinned version. It is installed once, and only one process installs it at a time.</summary>
internal static class AzuritePackage
{
    private const int OldestNode = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task EnsureInstalledAsync(string folder, Action<string>? progress, CancellationToken cancellationToken)
    {
        await CheckNodeAsync(cancellationToken);
        if (IsInstalled(folder))
            return;
        using var alone = await InstallLock.TakeAsync(folder, Patience, cancellationToken);
        if (IsInstalled(folder))
            return;
        progress?.Invoke("Installing Azurite, the storage emulator (npm ci); this happens once.");
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var (code, output) = await Command.RunAsync(npm, ["ci"], folder, cancellationToken);
        if (code != 0)
            throw new InvalidOperationException($"npm ci failed with code {code} in {folder}.\n{output}");
    }

    private static async Task CheckNodeAsync(CancellationToken cancellationToken)
    {
        var (_, version) = await Command.RunAsync("node", ["--version"], Environment.CurrentDirectory, cancellationToken);
        if (!Version.TryParse(version.Trim().TrimStart('v'), out var found) || found.Major < OldestNode)
            throw new InvalidOperationException(
                $"Node.js {OldestNode} or later is needed to run Azurite; `node --version` says {version.Trim()}.");
    }

    // Returns whether all packages are installed in the required versions. npm writes a copy of package-lock.json to node_modules as its
    // last step; if that copy is missing, the installation was not completed.
    private static bool IsInstalled(string folder) =>
        File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json"))
        && Wanted(folder).All(p => InstalledVersion(folder, p.Name) == p.Value.GetString());

    private static string? InstalledVersion(string folder, string package)
    {
        var file = Path.Combine(folder, "node_modules", package, "package.json");
        return File.Exists(file) ? Read(file).GetProperty("version").GetString() : null;
    }

    // Returns the packages to install: Azurite and the packages that the tests use. If one of them is missing or has another version,
    // everything is installed again.
    private static IEnumerable<JsonProperty> Wanted(string folder)
    {
        var package = Read(Path.Combine(folder, "package.json"));
        return package.GetProperty("dependencies").EnumerateObject()
            .Concat(package.TryGetProperty("devDependencies", out var forTests) ? forTests.EnumerateObject() : []);
    }

    private static JsonElement Read(string file) => JsonElement.Parse(File.ReadAllBytes(file));
}
