using KawasakiServerless.Domain;

namespace KawasakiServerless.Functions.CommandLine;

/// <summary>A site on disk, replaced as a whole: it is written beside its place and moved there when it is complete.</summary>
internal static class SiteFolder
{
    /// <summary>Whether nothing but an earlier site would be lost.</summary>
    public static bool IsReplaceable(DirectoryInfo folder) =>
        !folder.Exists || !folder.EnumerateFileSystemInfos().Any() || File.Exists(Path.Combine(folder.FullName, "sitemap.xml"));

    public static async Task ReplaceAsync(DirectoryInfo folder, IReadOnlyList<SiteFile> files, CancellationToken cancellation)
    {
        var target = Path.TrimEndingDirectorySeparator(folder.FullName);
        var beside = $"{target}.new-{Environment.ProcessId}";
        Directory.CreateDirectory(beside);
        try
        {
            foreach (var file in files)
                await WriteAsync(Path.Combine(beside, file.Path), file, cancellation);
            if (Directory.Exists(target))
                Directory.Delete(target, recursive: true);
            Directory.Move(beside, target);
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
    }

    private static async Task WriteAsync(string path, SiteFile file, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, file.Bytes, cancellation);
    }
}
