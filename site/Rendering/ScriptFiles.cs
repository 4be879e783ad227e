using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Site;

/// <summary>The scripts of the site in their published form: without comments and unnecessary spaces.</summary>
internal static partial class ScriptFiles
{
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ScriptFiles).Assembly.GetManifestResourceNames().Where(name => Path.GetExtension(name) == ".js")
            .Order(StringComparer.Ordinal)];

    /// <param name="name">The name of a file in Scripts/: search.js.</param>
    /// <param name="nameOf">Returns the published name of an imported script, for example with a hash. Circular imports are not
    /// allowed.</param>
    public static byte[] Read(string name, Func<string, string> nameOf) =>
        Encoding.UTF8.GetBytes(Import().Replace(Tight(Encoding.UTF8.GetString(Resource(name))), import => nameOf(import.Value)));

    // Comments and spaces make up a quarter of a script's compressed size. Lines that contain strings or patterns keep their spaces.
    private static string Tight(string script) => string.Join('\n', Indentation().Replace(Comment().Replace(script, ""), "").Split('\n')
        .Select(line => line.AsSpan().ContainsAny("'\"`/") ? line : AroundSigns().Replace(line, "$1")));

    private static byte[] Resource(string name)
    {
        using var stream = typeof(ScriptFiles).Assembly.GetManifestResourceStream(name)!;
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
