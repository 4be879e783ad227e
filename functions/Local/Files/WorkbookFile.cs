namespace KawasakiServerless.Local.Files;

internal static class WorkbookFile
{
    // One byte above the reader's limit suffices for the reader to report that the file is too large.
    private const int Most = 20 * 1024 * 1024 + 1;

    /// <exception cref="IOException">The file is missing, a folder, or cannot be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder; name a workbook.");
        // A pipe has no length.
        await using var file = File.OpenRead(path);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; content.Length < Most && (read = await file.ReadAsync(buffer, cancellation)) > 0;)
            await content.WriteAsync(buffer.AsMemory(0, read), cancellation);
        return content.ToArray();
    }
}
