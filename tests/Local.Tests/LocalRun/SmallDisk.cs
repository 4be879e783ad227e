using System.Diagnostics;

namespace KawasakiServerless.Local.Tests.LocalRun;

/// <summary>A disk in memory, mounted on a folder of its own; only root may.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly bool isMounted;

    private SmallDisk(string options)
    {
        Folder = Directory.CreateTempSubdirectory("kawasaki-disk-").FullName;
        isMounted = OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", Folder);
    }

    public static bool CanBeMounted { get; } = TryMount();

    public string Folder { get; }

    /// <param name="options">As mount takes them: size=1m, ro.</param>
    public static SmallDisk Mount(string options) => new(options);

    public void Dispose()
    {
        if (isMounted)
            Run("umount", Folder);
        Directory.Delete(Folder);
    }

    private static bool TryMount()
    {
        using var tried = new SmallDisk("size=1m");
        return tried.isMounted;
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

/// <summary>Skipped where no disk can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskTheoryAttribute : TheoryAttribute
{
    public SmallDiskTheoryAttribute() => Skip = SmallDisk.CanBeMounted ? null : "Only root may mount a disk in memory.";
}
