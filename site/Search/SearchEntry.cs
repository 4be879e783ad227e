using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// The kind of a search entry. The index stores the number of the kind in every posting (an entry in which a token occurs), so the order of
/// the kinds must agree with rank.js. The name of a kind in lower case is the value of the filter in the address of the
/// search page, as in ?kind=initiative.
/// </summary>
internal enum SearchKind
{
    Site,
    Viewpoint,
    Initiative,
    Indicator,
    Collaboration,
    Department,
    Direction,
    Report,
    Term,
}

/// <summary>A page, or an anchor in a page, that the search can find.</summary>
/// <param name="Href">The address, with an anchor if the entry is a part of a page, such as /statistics/#kenkofukushi-0301.</param>
internal sealed record SearchEntry(SearchKind Kind, string Href, string Title)
{
    private const int LongestPart = 1200;

    /// <summary>
    /// Other names of the entry: readings, English names, abbreviations, ids. A search for exactly such a name shows the entry first,
    /// except a glossary term, which is first only if the query asks for a meaning.
    /// </summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Where the entry belongs, shown above its title in the results, such as 視点1・高齢者施策.</summary>
    public string Context { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>The figures of an indicator; null for other entries. See <see cref="SearchFigures"/>.</summary>
    public SearchFigures? Figures { get; init; }

    /// <summary>For an entry that was split because its text is long, the index of this piece, from 0; otherwise 0.</summary>
    public int Part { get; private init; }

    /// <summary>Identifies the entry by its address and piece, so that the key stays the same when the text changes.</summary>
    public string Key => $"{Href}|{Svg.Number(Part)}";

    /// <summary>
    /// Splits an entry with a long text into several entries, each with a piece of the text, so that the index files stay small. Only the
    /// first of them has the names and figures.
    /// </summary>
    public IEnumerable<SearchEntry> Parts()
    {
        var (rest, part) = (Text, 0);
        while (rest.Length > LongestPart)
        {
            var end = EndOfPart(rest);
            yield return this with
            {
                Text = rest[..end],
                Part = part,
                Names = part == 0 ? Names : [],
                Figures = part++ == 0 ? Figures
                : null
            };
            rest = rest[end..];
        }

        yield return this with { Text = rest, Part = part, Names = part == 0 ? Names : [], Figures = part == 0 ? Figures : null };
    }

    // A piece of the text ends after the last sentence or line that ends in its second half, or else at the maximum length. A surrogate
    // pair is never split.
    private static int EndOfPart(string text)
    {
        var sentence = text.LastIndexOfAny(['。', '\n', '／'], LongestPart - 1, LongestPart / 2);
        if (sentence >= 0)
            return sentence + 1;
        return char.IsLowSurrogate(text[LongestPart]) ? LongestPart - 1 : LongestPart;
    }
}
