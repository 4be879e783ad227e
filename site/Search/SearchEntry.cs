namespace KawasakiServerless.Site.Search;

/// <summary>
/// What kind of page or passage was found. The number stands in every posting; the name is the filter's value in addresses:
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

/// <summary>One thing that can be found: a page, or a place in one.</summary>
/// <param name="Href">With an anchor where it is a place: /statistics/#kenkofukushi-0301.</param>
internal sealed record SearchEntry(SearchKind Kind, string Href, string Title)
{
    private const int LongestPart = 1200;

    /// <summary>Other names that lead to it first: readings, English names, abbreviations, ids.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Where it belongs, shown above the title: 視点1・高齢者施策.</summary>
    public string Context { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>What a question about a figure is answered from; null for what has no figures.</summary>
    public SearchFigures? Figures { get; init; }

    /// <summary>Which piece of a long text this is, from 0.</summary>
    public int Part { get; private init; }

    /// <summary>What lasts when the text changes.</summary>
    public string Key => $"{Href}|{Svg.Number(Part)}";

    /// <summary>The entry in pieces that a small file can hold. Only the first bears the names.</summary>
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

    // After a sentence if one ends in the second half, and never within a character.
    private static int EndOfPart(string text)
    {
        var sentence = text.LastIndexOfAny(['。', '\n', '／'], LongestPart - 1, LongestPart / 2);
        if (sentence >= 0)
            return sentence + 1;
        return char.IsLowSurrogate(text[LongestPart]) ? LongestPart - 1 : LongestPart;
    }
}
