using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace KawasakiServerless.Site.Gates;

/// <summary>
/// The links and anchors of an HTML page, and whether the page has text, for SiteGate, which checks the site before publication. They are
/// found in one pass over the bytes of the page. Only HTML as the site's renderer writes it is parsed (attribute values in double quotes,
/// everything escaped), not HTML in general.
/// </summary>
internal sealed class PageScan
{
    private const int MostCharacters = 256;

    private readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names;

    private PageScan(ReadOnlySpan<byte> html, ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names)
    {
        this.names = names;
        HashSet<string> links = new(StringComparer.Ordinal), anchors = new(StringComparer.Ordinal);
        var inMain = false;
        while (html.IndexOf((byte)'<') is var start and >= 0)
        {
            HasText |= inMain && !IsBlank(html[..start]);
            html = html[start..];
            var end = EndOf(html);
            var tag = html[..end];
            html = html[end..];
            if (Is(tag, "<main"u8))
                inMain = true;
            else if (Is(tag, "</main"u8))
                inMain = false;
            if (tag.Length > 1 && char.IsAsciiLetter((char)tag[1]))
                Read(tag, links, anchors);
            // The content of a script is not text, and a `<` in it does not begin a tag.
            if (Is(tag, "<script"u8) && html.IndexOf("</script"u8) is var past and >= 0)
                html = html[past..];
        }

        // Stores arrays instead of the sets, because the sets of all pages together would exhaust the memory.
        Links = [.. links];
        Anchors = [.. anchors.Order(StringComparer.Ordinal)];
    }

    /// <summary>The values of all href and src attributes, unescaped: links, style sheets, icons, scripts and images.</summary>
    public string[] Links { get; }

    /// <summary>The ids of the page's elements, in ordinal order.</summary>
    public string[] Anchors { get; }

    /// <summary>Whether the main element contains readable text.</summary>
    public bool HasText { get; private set; }

    /// <param name="html">The rendered page.</param>
    /// <param name="names">The links and anchors that were found on any page so far. If the page contains an equal link or anchor, the
    /// stored string is used for it, to save memory.</param>
    public static PageScan Of(ReadOnlySpan<byte> html, ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> names) =>
        new(html, names);

    public bool HasAnchor(string anchor) => Array.BinarySearch(Anchors, anchor, StringComparer.Ordinal) >= 0;

    private void Read(ReadOnlySpan<byte> tag, HashSet<string> links, HashSet<string> anchors)
    {
        foreach (var attribute in new Attributes(tag))
        {
            if (attribute.Name.SequenceEqual("href"u8) || attribute.Name.SequenceEqual("src"u8))
                links.Add(Text(attribute.Value));
            else if (attribute.Name.SequenceEqual("id"u8))
                anchors.Add(Text(attribute.Value));
        }
    }

    private string Text(ReadOnlySpan<byte> value)
    {
        if (value.Length > MostCharacters || value.Contains((byte)'&'))
            return Once(WebUtility.HtmlDecode(Encoding.UTF8.GetString(value)));
        Span<char> text = stackalloc char[MostCharacters];
        return Once(text[..Encoding.UTF8.GetChars(value, text)]);
    }

    private string Once(ReadOnlySpan<char> name)
    {
        if (names.TryGetValue(name, out var known))
            return known;
        var text = name.ToString();
        names.TryAdd(name, text);
        return text;
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(" \t\r\n"u8) < 0;

    private static bool Is(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name) =>
        tag.StartsWith(name) && tag.Length > name.Length && !char.IsAsciiLetterOrDigit((char)tag[name.Length]);

    // Returns the length of the tag or comment at the beginning of the text. A > within an attribute value does not end a tag.
    private static int EndOf(ReadOnlySpan<byte> html)
    {
        if (html.StartsWith("<!--"u8))
            return html.IndexOf("-->"u8) is var end and >= 0 ? end + 3 : html.Length;
        var quoted = false;
        for (var i = 1; i < html.Length; i++)
        {
            if (html[i] == '"')
                quoted = !quoted;
            else if (html[i] == '>' && !quoted)
                return i + 1;
        }

        return html.Length;
    }

    /// <summary>Enumerates the attributes of a tag.</summary>
    private ref struct Attributes(ReadOnlySpan<byte> tag)
    {
        private ReadOnlySpan<byte> rest = tag;

        public Attribute Current { get; private set; }

        public readonly Attributes GetEnumerator() => this;

        public bool MoveNext()
        {
            if (rest.IndexOf("=\""u8) is not (var equals and >= 0))
                return false;
            var name = rest[..equals];
            var value = rest[(equals + 2)..];
            var close = value.IndexOf((byte)'"');
            if (close < 0)
                return false;
            Current = new() { Name = name[(name.LastIndexOfAny(" \t\r\n"u8) + 1)..], Value = value[..close] };
            rest = value[(close + 1)..];
            return true;
        }
    }

    private readonly ref struct Attribute
    {
        public ReadOnlySpan<byte> Name { get; init; }

        public ReadOnlySpan<byte> Value { get; init; }
    }
}
