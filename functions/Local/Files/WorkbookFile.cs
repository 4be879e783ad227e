namespace KawasakiServerless.Local.Files;

internal static class WorkbookFile
{
    // Reading stops once at least this many bytes are read. They are one more than the workbook reader accepts, which is enough for the
    // workbook reader to report that the file is too large.
    private const int Most = 20 * 1024 * 1024 + 1;

    /// <exception cref="IOException">The file is missing, reading it fails, or the path is a folder. Missing permission throws
    /// <see cref="UnauthorizedAccessException"/> instead.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder; name a workbook.");
        // Does not ask for the length of the file, because the path may name a pipe, whose length is unknown.
        await using var file = File.OpenRead(path);
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; content.Length < Most && (read = await file.ReadAsync(buffer, cancellation)) > 0;)
            await content.WriteAsync(buffer.AsMemory(0, read), cancellation);
        return content.ToArray();
    }
}
