using System.Diagnostics;

namespace KawasakiServerless.Local.Tests.LocalRun;

/// <summary>A disk in memory (tmpfs), mounted on its own folder. Only root may mount it.</summary>
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

    /// <param name="options">The options of the mount command, such as size=1m or ro.</param>
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

/// <summary>A theory that is skipped if no disk can be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskTheoryAttribute : TheoryAttribute
{
    public SmallDiskTheoryAttribute() => Skip = SmallDisk.CanBeMounted ? null : "Only root may mount a disk in memory.";
}
