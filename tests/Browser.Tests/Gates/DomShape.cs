using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>
/// The structure of a page, without its words: each element with its class, role and further attributes, under its nearest ancestors, and
/// whether it holds text. What axe finds depends on that, and not on which words stand there.
/// </summary>
internal static partial class DomShape
{
    private const int Ancestors = 3;

    private static readonly HashSet<string> Void = new(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"], StringComparer.Ordinal);

    // Their values are part of how a page looks or is read out; those of all others are words, numbers and addresses.
    private static readonly HashSet<string> WithValue = new(["class", "role", "type", "scope", "aria-current", "aria-hidden"], StringComparer.Ordinal);

    /// <summary>One text for each distinct element of a page.</summary>
    public static HashSet<string> Of(ReadOnlySpan<byte> html)
    {
        var text = Encoding.UTF8.GetString(html);
        var (shapes, open, from) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), 0);
        foreach (var tag in Tags().EnumerateMatches(text))
        {
            if (open.Count > 0 && !text.AsSpan(from, tag.Index - from).IsWhiteSpace())
                shapes.Add($"{Path(open)} text");
            from = tag.Index + tag.Length;
            var written = text[(tag.Index + 1)..(from - 1)];
            if (written[0] == '/')
                open.RemoveRange(open.Count - 1, 1);
            else
                Enter(written.TrimEnd('/'), open, shapes);
        }

        return shapes;
    }

    /// <summary>The fewest pages, in their order, that have every element which any of them has.</summary>
    public static IReadOnlyList<ShownPage> Distinct(IEnumerable<ShownPage> pages)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. pages.Where(page => AddAll(seen, Of(page.File.Bytes.Span)))];
    }

    private static bool AddAll(HashSet<string> seen, HashSet<string> shapes)
    {
        var before = seen.Count;
        seen.UnionWith(shapes);
        return seen.Count > before;
    }

    private static void Enter(string written, List<string> open, HashSet<string> shapes)
    {
        var name = written.Split(' ', 2)[0];
        var attributes = Attributes().Matches(written[name.Length..])
            .Select(a => WithValue.Contains(a.Groups[1].Value) ? $"{a.Groups[1].Value}={a.Groups[2].Value}" : a.Groups[1].Value);
        open.Add($"{name} {string.Join(' ', attributes.Order(StringComparer.Ordinal))}");
        shapes.Add(Path(open));
        if (Void.Contains(name) || written.EndsWith('/'))
            open.RemoveAt(open.Count - 1);
    }

    private static string Path(List<string> open) => string.Join(" > ", open.TakeLast(Ancestors + 1));

    // Text and attributes never hold < or >: the encoder writes them as entities.
    [GeneratedRegex("<[a-z/][^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("""([a-z-]+)(?:="([^"]*)")?""")]
    private static partial Regex Attributes();
}
