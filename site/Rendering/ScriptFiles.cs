using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Site.Rendering;

/// <summary>The scripts of the site in their published form: without comments and unnecessary spaces.</summary>
internal static partial class ScriptFiles
{
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ScriptFiles).Assembly.GetManifestResourceNames().Where(name => Path.GetExtension(name) == ".js")
            .Order(StringComparer.Ordinal)];

    /// <param name="name">The file name of a script in Scripts/, such as search.js.</param>
    /// <param name="nameOf">Maps the file name of an imported script to its published file name, which may contain a hash. Scripts must not
    /// import each other in a circle.</param>
    public static byte[] Read(string name, Func<string, string> nameOf) =>
        Encoding.UTF8.GetBytes(Import().Replace(Tight(Encoding.UTF8.GetString(Resource(name))), import => nameOf(import.Value)));

    // Removes comments, indentation and the spaces around operators, which make up a quarter of a script's compressed size. A line with a
    // quotation mark or a slash keeps its inner spaces, because they may be part of a string or a regular expression.
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
