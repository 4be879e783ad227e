using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Api.Submissions;

/// <summary>The file name that staff see beside a submission: what the client sent, as far as it names a file and nothing else.</summary>
internal static class UploadedFileName
{
    /// <summary>In UTF-16 units, as file systems count.</summary>
    public const int MostCharacters = 255;

    // A longer ending is no extension but a sentence with a full stop in it.
    private const int LongestExtension = 16;

    private static readonly char[] Separators = ['/', '\\'];

    /// <param name="sent">As the client sent it: a whole path, anything.</param>
    /// <returns>The last segment of the path, plain characters only, trimmed, and shortened before its extension; null when nothing is left
    /// that names a file.</returns>
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
