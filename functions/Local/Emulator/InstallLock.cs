namespace KawasakiServerless.Local.Emulator;

/// <summary>
/// A file lock, so that only one process at a time installs the npm packages. The operating system releases the lock when the process that
/// holds it exits or crashes.
/// </summary>
internal static class InstallLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static async Task<IDisposable> TakeAsync(string folder, TimeSpan patience, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, ".local")).FullName, "npm.lock");
        using var limit = new CancellationTokenSource(patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await TakeAsync(file, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException(
                $"Another process has been installing npm packages for {patience.TotalMinutes:0} minutes ({file}).", e);
        }
    }

    private static async Task<FileStream> TakeAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException locked) when (DataFolderLock.IsHeld(locked))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
