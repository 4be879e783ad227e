using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Api.Submissions;

/// <summary>Sanitizes the file name that a client sent, so that it can be shown to staff beside the submission.</summary>
internal static class UploadedFileName
{
    /// <summary>The maximum length of a file name, counted in UTF-16 units, as Windows does.</summary>
    public const int MostCharacters = 255;

    // If the text from the last full stop on is longer than this, it is regarded as part of a sentence and not as an extension.
    private const int LongestExtension = 16;

    private static readonly char[] Separators = ['/', '\\'];

    /// <param name="sent">The name as the client sent it; it may be a whole path or arbitrary text.</param>
    /// <returns>The last segment of the path, without special characters, trimmed, and shortened before its extension; null when nothing
    /// remains, or only "." or "..".</returns>
    public static string? Of(string? sent)
    {
        var name = PlainCharacters.Of(LastSegment(sent ?? "")).Trim();
        return name is "" or "." or ".." ? null : Shortened(name);
    }

    private static string LastSegment(string path) => path[(path.LastIndexOfAny(Separators) + 1)..];

    private static string Shortened(string name)
    {
        if (name.Length <= MostCharacters)
            return name;
        var extension = Path.GetExtension(name) is { Length: <= LongestExtension } found ? found : "";
        return Cut(name, MostCharacters - extension.Length).TrimEnd() + extension;
    }

    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
