using System.Text;

namespace KawasakiServerless.Site.Content;

/// <summary>
/// Reads a file of the site's content. A file that is missing or larger than 1 MiB, or a text that is not UTF-8, is reported as a problem.
/// </summary>
internal static class ContentFile
{
    private const int MostBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="path">The path of the file.</param>
    /// <param name="name">The path within the content folder, shown in problems, such as input/pages/about.md.</param>
    /// <param name="problems">Receives the reason why the file cannot be read.</param>
    /// <returns>Null when the file cannot be read.</returns>
    public static ContentText? ReadText(string path, string name, ICollection<ContentProblem> problems)
    {
        if (ReadBytes(path, name, problems) is not { } bytes)
            return null;
        try
        {
            return new(name, 1, Strict.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new(name, 1, "The file is not in UTF-8."));
            return null;
        }
    }

    public static byte[]? ReadBytes(string path, string name, ICollection<ContentProblem> problems)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            problems.Add(new(name, 1, "The file is missing."));
        else if (file.Length > MostBytes)
            problems.Add(new(name, 1, $"The file is larger than {MostBytes / 1024} KiB."));
        else
            return File.ReadAllBytes(path);
        return null;
    }
}
