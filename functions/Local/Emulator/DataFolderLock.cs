using System.Diagnostics;
using System.Globalization;

namespace KawasakiServerless.Local.Emulator;

/// <summary>
/// Ensures that only one emulator uses a data folder. If the parent process of the previous emulator was killed, that emulator may still be
/// writing its files, so taking the lock waits up to 15 seconds for it to exit.
/// </summary>
internal sealed class DataFolderLock : IAsyncDisposable
{
    private const int LockedOnLinux = 11, LockedOnMacOS = 35, LockedOnWindows = unchecked((int)0x80070020);

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);
    private readonly FileStream file;

    private DataFolderLock(FileStream file) => this.file = file;

    public static async Task<DataFolderLock> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        DataFolder.Create(folder);
        var taken = new DataFolderLock(Open(folder));
        try
        {
            DataFolder.EnsureRoom(folder);
            if (await ReadAsync(taken.file, cancellationToken) is { } predecessor)
                await WaitForAsync(predecessor, cancellationToken);
            return taken;
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    public async Task WriteAsync(int processId, CancellationToken cancellationToken)
    {
        file.SetLength(0);
        await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(processId.ToString(CultureInfo.InvariantCulture)), cancellationToken);
        await file.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        file.SetLength(0);
        await file.DisposeAsync();
    }

    /// <summary>Whether a file could not be opened because another process has it open.</summary>
    public static bool IsHeld(IOException refused) => refused.HResult is LockedOnLinux or LockedOnMacOS or LockedOnWindows;

    private static FileStream Open(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "azurite.pid"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException locked) when (IsHeld(locked))
        {
            throw new InvalidOperationException($"Another run uses the data in {folder}. Stop it first.", locked);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DataFolder.Unusable(folder, refused);
        }
    }

    private static async Task<int?> ReadAsync(FileStream file, CancellationToken cancellationToken)
    {
        var bytes = new byte[16];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return int.TryParse(bytes.AsSpan(0, length), CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    private static async Task WaitForAsync(int processId, CancellationToken cancellationToken)
    {
        try
        {
            using var predecessor = Process.GetProcessById(processId);
            await predecessor.WaitForExitAsync(cancellationToken).WaitAsync(Grace, cancellationToken);
        }
        catch (Exception e) when (e is ArgumentException or TimeoutException)
        {
            // Either the process has already exited (ArgumentException), or its id has been reused by another program, which does not exit
            // (TimeoutException).
        }
    }
}
