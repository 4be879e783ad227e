using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>The files that pages ask for, each named by its content, so that browsers may keep them for good. What lies in Styles/*.css is one file, base.css first.</summary>
internal static partial class SiteAssets
{
    public const string Stylesheet = "site.css";

    private const string FirstStyles = "base.css";

    private static readonly SortedDictionary<string, SiteFile> ByName = new(
        Names.Where(name => !IsStyles(name)).ToDictionary(name => name, Asset), StringComparer.Ordinal)
    {
        [Stylesheet] = Asset(Stylesheet, [.. Names.Where(IsStyles).OrderBy(name => name != FirstStyles).ThenBy(name => name, StringComparer.Ordinal).SelectMany(Read)]),
    };

    public static IEnumerable<SiteFile> Files => ByName.Values;

    private static IEnumerable<string> Names =>
        typeof(SiteAssets).Assembly.GetManifestResourceNames().Where(name => ContentTypeOf(name) is not null);

    /// <summary>The address of the style sheet, of a script in Scripts/ or of a picture in Styles/: search.js.</summary>
    public static string PathOf(string name) => $"/{ByName[name].Path}";

    private static bool IsStyles(string name) => Path.GetExtension(name) == ".css";

    private static string? ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".png" => "image/png",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private static SiteFile Asset(string name) => Asset(name, Path.GetExtension(name) == ".js" ? WithImports(Read(name)) : Read(name));

    // A script that imports another asks for it by its hashed name, and so changes its own with it. No two may import each other.
    private static byte[] WithImports(byte[] script) => Encoding.UTF8.GetBytes(
        Import().Replace(Tight(Encoding.UTF8.GetString(script)), import => Path.GetFileName(Asset(import.Value).Path)));

    // Comments and spaces are a quarter of what a script weighs compressed. Lines with texts or patterns keep their spaces.
    private static string Tight(string script) => string.Join('\n', Indentation().Replace(Comment().Replace(script, ""), "").Split('\n')
        .Select(line => line.AsSpan().ContainsAny("'\"`/") ? line : AroundSigns().Replace(line, "$1")));

    private static SiteFile Asset(string name, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        return new($"assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", ContentTypeOf(name)!, "public, max-age=31536000, immutable", bytes);
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    [GeneratedRegex(@"^[ ]*(?:/\*\*.*?\*/|//[^\n]*)\n", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("^[ \n]+", RegexOptions.Multiline)]
    private static partial Regex Indentation();

    [GeneratedRegex("[ ]?([=<>?:,;(){}&|!*])[ ]?")]
    private static partial Regex AroundSigns();

    [GeneratedRegex(@"(?<=^import .* from '\./)[a-z]+\.js(?=';$)", RegexOptions.Multiline)]
    private static partial Regex Import();
}
