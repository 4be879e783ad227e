using System.Diagnostics;
using System.Globalization;

namespace KawasakiServerless.Functions.LocalRun;

/// <summary>One emulator per data folder, the one of a killed parent included: that one may still be writing its files.</summary>
internal sealed class DataFolderLock : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);
    private readonly FileStream file;

    private DataFolderLock(FileStream file) => this.file = file;

    public static async Task<DataFolderLock> TakeAsync(string folder, CancellationToken cancellationToken)
    {
        Create(folder);
        var taken = new DataFolderLock(Open(folder));
        if (await ReadAsync(taken.file, cancellationToken) is { } predecessor)
            await WaitForAsync(predecessor, cancellationToken);
        return taken;
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

    private static void Create(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            var why = File.Exists(folder) ? "it is a file" : refused is UnauthorizedAccessException ? "you may not write there" : refused.Message;
            throw new InvalidOperationException($"The data folder {folder} cannot be used: {why}. Name another with --data.", refused);
        }
    }

    private static FileStream Open(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "azurite.pid"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new InvalidOperationException($"The data folder {folder} cannot be used: you may not write there. Name another with --data.", e);
        }
        catch (IOException e)
        {
            throw new InvalidOperationException($"Another run uses the data in {folder}. Stop it first.", e);
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
            // Gone already, or its number now belongs to another program.
        }
    }
}
