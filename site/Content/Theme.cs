using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Site.Content;

/// <summary>
/// The style sheets and images of the site. A style sheet of the theme replaces the shipped style sheet of the same name; shipped style
/// sheets that the theme lacks are used too. Images show the municipality's name, so each theme must contain its own.
/// </summary>
/// <param name="Files">The content of each file, by file name.</param>
public sealed partial record Theme(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files)
{
    public const string Icon = "icon.svg", SocialImage = "social.png";

    private const string FirstStyles = "base.css", FolderName = "theme";

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>All style sheets concatenated: base.css first, the other style sheets in the order of their names.</summary>
    public byte[] Styles =>
    [
        .. Files.Where(f => IsStyles(f.Key)).OrderBy(f => f.Key != FirstStyles).ThenBy(f => f.Key, StringComparer.Ordinal)
            .SelectMany(f => f.Value.ToArray()),
    ];

    internal static Theme Read(string folder, string shipped, ICollection<ContentProblem> problems)
    {
        var files = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var path in StylesIn(shipped).Concat(StylesIn(folder)))
            Add(path, problems, files);
        foreach (var image in new[] { Icon, SocialImage })
            Add(Path.Combine(folder, image), problems, files);
        foreach (var (name, bytes) in files)
            problems.AddAll(Refusals(name, bytes).Select(r => new ContentProblem($"{FolderName}/{name}", r.Line, r.What)));
        return new(files);
    }

    private static string[] StylesIn(string folder) => [.. Directory.EnumerateFiles(folder, "*.css").Order(StringComparer.Ordinal)];

    private static void Add(string path, ICollection<ContentProblem> problems, SortedDictionary<string, ReadOnlyMemory<byte>> files)
    {
        var name = Path.GetFileName(path);
        if (ContentFile.ReadBytes(path, $"{FolderName}/{name}", problems) is { } bytes)
            files[name] = bytes;
    }

    private static IEnumerable<(int Line, string What)> Refusals(string name, ReadOnlyMemory<byte> bytes)
    {
        if (name == SocialImage)
            return bytes.Span.StartsWith(PngSignature) ? [] : [(1, "The file is not a PNG image.")];
        var text = Encoding.UTF8.GetString(bytes.Span);
        return name == Icon
            ? Found(Active().Match(text), text, "An icon must not contain scripts, event handlers or external references.")
            : Found(Foreign().Match(text), text, "Styles load nothing from elsewhere: @import and url(…) are not allowed.");
    }

    private static IEnumerable<(int Line, string What)> Found(Match match, string text, string what) =>
        match.Success ? [(text.AsSpan(0, match.Index).Count('\n') + 1, what)] : [];

    private static bool IsStyles(string name) => name.EndsWith(".css", StringComparison.Ordinal);

    [GeneratedRegex(@"<script|<foreignObject|<!ENTITY|<!DOCTYPE|\son[a-z]+\s*=|javascript:|href\s*=",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Active();

    [GeneratedRegex(
        @"@import|url\s*\((?!\s*[""']?(?:data:image/|#))|expression\s*\(|</style", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();
}

internal static class Collecting
{
    public static void AddAll<T>(this ICollection<T> collection, IEnumerable<T> items)
    {
        foreach (var item in items)
            collection.Add(item);
    }
}
