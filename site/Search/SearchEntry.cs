namespace KawasakiServerless.Site.Search;

/// <summary>
/// The kind of a page or passage in the search results. Every posting contains the number; the name is the filter's value in addresses:
/// ?kind=initiative.
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

/// <summary>A search result: a page, or a place in one.</summary>
/// <param name="Href">With an anchor for a place in a page: /statistics/#kenkofukushi-0301.</param>
internal sealed record SearchEntry(SearchKind Kind, string Href, string Title)
{
    private const int LongestPart = 1200;

    /// <summary>Other names that rank it first: readings, English names, abbreviations, ids.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The place to which it belongs, shown above the title: 視点1・高齢者施策.</summary>
    public string Context { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>The figures that answer a question about a figure; null for an entry without figures.</summary>
    public SearchFigures? Figures { get; init; }

    /// <summary>The index of this piece of a long text, from 0.</summary>
    public int Part { get; private init; }

    /// <summary>A key that does not change with the text.</summary>
    public string Key => $"{Href}|{Svg.Number(Part)}";

    /// <summary>Splits the entry into pieces that fit into a small file. Only the first piece has the names.</summary>
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

    // Ends after a sentence if one ends in the second half, and never splits a character.
    private static int EndOfPart(string text)
    {
        var sentence = text.LastIndexOfAny(['。', '\n', '／'], LongestPart - 1, LongestPart / 2);
        if (sentence >= 0)
            return sentence + 1;
        return char.IsLowSurrogate(text[LongestPart]) ? LongestPart - 1 : LongestPart;
    }
}
