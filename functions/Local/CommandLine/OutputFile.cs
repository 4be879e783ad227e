namespace KawasakiServerless.Local.CommandLine;

/// <summary>Writes an output file whose path the user passed in an option.</summary>
internal static class OutputFile
{
    /// <exception cref="IOException">The file cannot be written. The message contains the path, the reason and a remedy in three cases: the
    /// path is a folder, the folder that should contain the file does not exist, or the permission is missing. In other cases, the message
    /// is that of the runtime.</exception>
    public static async Task WriteAsync(string option, FileInfo file, byte[] content, CancellationToken cancellation)
    {
        if (RefusalOf(file) is { } refusal)
            throw new IOException($"{option}: {refusal}");
        try
        {
            await File.WriteAllBytesAsync(file.FullName, content, cancellation);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new IOException($"{option}: you have no permission to write {file.FullName}; name another file.", denied);
        }
    }

    private static string? RefusalOf(FileInfo file) =>
        Directory.Exists(
            file.FullName) ? $"{file.FullName} is a folder; name a file in it, such as {Path.Combine(file.FullName, "report.xlsx")}."
        : file.Directory is { Exists: false } folder ? $"the folder {folder.FullName} does not exist; create it first, or name a file "
            + "elsewhere."
        : null;
}
