namespace KawasakiServerless.Functions.CommandLine;

internal static class WorkbookFile
{
    // One byte above what the reader takes is enough for it to say that the file is too large.
    private const int Most = 20 * 1024 * 1024 + 1;

    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var content = new byte[Math.Min(file.Length, Most)];
        await file.ReadExactlyAsync(content, cancellation);
        return content;
    }
}
