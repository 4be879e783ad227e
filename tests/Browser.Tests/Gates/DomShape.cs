using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>
/// The structure of a page without its words: each element with its class, role and other attributes, its nearest ancestors, and whether it
/// contains text. What axe finds depends on this structure and not on the words.
/// </summary>
internal static partial class DomShape
{
    // CostOfOpening: opening a page takes about as long as checking this many bytes of its HTML.
    private const int Ancestors = 3, CostOfOpening = 20_000;

    private static readonly HashSet<string> Void = new(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"], StringComparer.Ordinal);

    // The attributes whose values affect how a page looks or is read out. The values of all other attributes are words, numbers and
    // addresses, so only the names of these attributes are part of the structure.
    private static readonly HashSet<string> WithValue = new(
        ["class", "role", "type", "scope", "aria-current", "aria-hidden"], StringComparer.Ordinal);

    /// <summary>
    /// Returns the shapes of a page: for each distinct element a text that describes its structure, and another text if such an element
    /// contains text.
    /// </summary>
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

    /// <summary>
    /// Chooses few and small pages that together have every shape that occurs on any of the pages. Each step chooses the page that adds the
    /// most new shapes for its size.
    /// </summary>
    /// <param name="pages">The pages whose shapes are to be covered.</param>
    /// <param name="seen">Pages that are checked elsewhere. Their shapes need not be covered again.</param>
    public static IReadOnlyList<ShownPage> Covering(IEnumerable<ShownPage> pages, params IEnumerable<ShownPage> seen)
    {
        var known = seen.SelectMany(page => Of(page.File.Bytes.Span)).ToHashSet(StringComparer.Ordinal);
        var left = pages.Select(page => (Page: page, New: Of(page.File.Bytes.Span))).ToList();
        left.ForEach(p => p.New.ExceptWith(known));
        left.RemoveAll(p => p.New.Count == 0);
        List<ShownPage> chosen = [];
        while (left.Count > 0)
        {
            var best = left.MaxBy(p => (double)p.New.Count / (p.Page.File.Bytes.Length + CostOfOpening));
            chosen.Add(best.Page);
            HashSet<string> added = [.. best.New];
            left.ForEach(p => p.New.ExceptWith(added));
            left.RemoveAll(p => p.New.Count == 0);
        }

        return chosen;
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

    // Texts and attribute values never contain a literal < or >, because the HTML encoder writes them as entities.
    [GeneratedRegex("<[a-z/][^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("""([a-z-]+)(?:="([^"]*)")?""")]
    private static partial Regex Attributes();
}
