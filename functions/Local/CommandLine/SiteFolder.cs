using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>
/// Writes a site to a folder on disk and replaces an earlier site as a whole: writes the files to a temporary folder beside the target and,
/// when all are written, deletes the target and renames the temporary folder to it.
/// </summary>
internal static partial class SiteFolder
{
    /// <summary>
    /// Returns why the folder must not be replaced; null when it can be created, is empty or may contain an earlier site.
    /// </summary>
    public static string? RefusalOf(DirectoryInfo folder, DirectoryInfo workbooks)
    {
        if (File.Exists(Path.TrimEndingDirectorySeparator(folder.FullName)))
            return $"{folder.FullName} is a file; name a folder.";
        if (FileAbove(folder) is { } file)
            return $"{folder.FullName} cannot be created, because {file} is a file; name another folder with --to.";
        if (!folder.Exists || !folder.EnumerateFileSystemInfos().Any())
            return null;
        if (IsWithin(workbooks.FullName, folder.FullName))
            return $"The workbooks are inside {folder.FullName}, which would be replaced; name another folder.";
        return File.Exists(Path.Combine(folder.FullName, "sitemap.xml"))
            ? null
            : $"{folder.FullName} contains something other than an earlier site; name an empty folder.";
    }

    /// <summary>
    /// Returns the name of a file or folder at the top level of the folder that neither the new site nor the sitemap of the earlier site
    /// contains; null if there is none. If there is one, replacing the folder might delete something that does not come from an earlier
    /// site.
    /// </summary>
    public static string? FindForeignFile(DirectoryInfo folder, IReadOnlyList<SiteFile> files)
    {
        var known = files.Select(f => f.Path.Split('/')[0]).Concat(EarlierPages(folder)).ToHashSet(StringComparer.Ordinal);
        return folder.Exists
            ? folder.EnumerateFileSystemInfos().Select(f => f.Name).Order(StringComparer.Ordinal).FirstOrDefault(n => !known.Contains(n))
            : null;
    }

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

    // The earlier site may have a page that the new one does not have, because its text was deleted from input/pages. The first address in
    // a sitemap is that of the home page.
    private static IEnumerable<string> EarlierPages(DirectoryInfo folder)
    {
        var sitemap = Path.Combine(folder.FullName, "sitemap.xml");
        string[] pages = File.Exists(sitemap) ? [.. Address().Matches(File.ReadAllText(sitemap)).Select(m => m.Value)] : [];
        return pages.Where(p => p.StartsWith(pages[0], StringComparison.Ordinal)).Select(p => p[pages[0].Length..].TrimEnd('/'));
    }

    private static string? FileAbove(DirectoryInfo folder)
    {
        for (var above = folder.Parent; above is not null; above = above.Parent)
        {
            if (File.Exists(above.FullName))
                return above.FullName;
        }

        return null;
    }

    private static bool IsWithin(string inner, string outer)
    {
        var relative = Path.GetRelativePath(outer, inner);
        return relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !Path.IsPathRooted(relative);
    }

    private static async Task WriteAsync(string path, SiteFile file, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, file.Bytes, cancellation);
    }

    [GeneratedRegex("(?<=<loc>)[^<]*")]
    private static partial Regex Address();
}
