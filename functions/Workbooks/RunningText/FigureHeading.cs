namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>The words before figures, which name what is counted (the name), for whom or where (the group), or both.</summary>
/// <param name="Family">A number that several headings share if they differ only in their group, such as 川崎病院 and 井田病院, because the text
/// gives their name only once or not at all. A heading with a name of its own has a new number, even if an earlier name is equal.</param>
/// <param name="Name">The name; null when the figures have none.</param>
/// <param name="Unit">The unit in the name, such as 部 in 配布部数（部）. <paramref name="Name"/> does not include it,
/// <paramref name="NameWithUnit"/> does.</param>
internal sealed record FigureHeading(int Family, string? Name, string? Group, bool IsCumulative, string? Unit, string? NameWithUnit)
{
    /// <summary>
    /// The name that precedes circled numbers, such as ふれあい収集 in ふれあい収集①粗大ごみ…②普通ごみ…; null if no name precedes them, and for a
    /// heading without a circled number.
    /// </summary>
    public string? Numbered { get; init; }
}

internal sealed class FigureHeadingReader(FigureTokens tokens)
{
    /// <summary>The range of the tokens of a heading.</summary>
    private readonly record struct HeadingWords(int From, int To)
    {
        /// <summary>Whether a colon follows the tokens of the heading.</summary>
        public bool HasColon { get; init; }
    }

    private readonly int placesBeforeYears = Enumerable.Range(0, tokens.Count).Count(i => EndsAtYear(tokens, i) && tokens.IsPlaceAt(i));
    private int families;

    public FigureHeading Read(int from, int to, FigureHeading? above)
    {
        var end = tokens.SkipBack(from, to, t => t.IsSeparator || t.Kind == TokenKind.Colon);
        from = tokens.Skip(from, end, t => t.IsSeparator);
        if (from == end)
            return new(++families, null, null, false, null, null);
        return ReadNumbered(from, end, above)
            ?? ReadGrouped(new(from, end) { HasColon = tokens.Skip(end, to, t => t.Kind != TokenKind.Colon) < to }, above);
    }

    private FigureHeading? ReadNumbered(int from, int to, FigureHeading? above)
    {
        var number = tokens.Skip(from, to, t => t.Kind != TokenKind.Circled);
        if (number >= to - 1 || tokens.Skip(number + 1, to, t => t.Kind != TokenKind.Circled) < to)
            return null;
        var group = number > from ? tokens.Printed(from, number) : above?.Numbered;
        return (group is null ? ReadGrouped(new(number + 1, to), above: null) : Named(number + 1, to, group)) with { Numbered = group };
    }

    private FigureHeading ReadGrouped(HeadingWords words, FigureHeading? above)
    {
        var (from, to) = words;
        if (!tokens.IsPlaceAt(to - 1))
            return Named(from, to, null);
        var place = tokens.Printed(to - 1, to);
        if (from == to - 1)
            return Place(place, words, above) ?? Named(from, to, null);
        return tokens[to - 2].IsBlank ? Named(from, to - 1, place) : Named(from, to, null);
    }

    // Decides what a heading that is only the name of a ward or hospital means. It is a group if it follows a heading that has a name or a
    // group and does not belong to circled numbers, if a colon follows it, or if the text contains several such names (川崎病院 … 井田病院 …).
    // Otherwise, as with 協力病院, it is what is counted, and null is returned.
    private FigureHeading? Place(string place, HeadingWords words, FigureHeading? above)
    {
        if (above is { Numbered: null } && (above.Group is not null || above.Name is not null))
            return above with { Group = place };
        return words.HasColon || placesBeforeYears > 1 ? new(++families, null, place, false, null, null) : null;
    }

    private FigureHeading Named(int from, int to, string? group)
    {
        var end = to;
        var isCumulative = Take(from, ref end, inside => inside.StartsWith("累計", StringComparison.Ordinal) || inside == "累積") is not null;
        var full = NameIn(from, end);
        var unit = Take(from, ref end, inside => FigureUnits.IsUnit(WithoutPrefix(inside)));
        isCumulative |= FigureNames.IsCumulative(tokens.Folded(from, end));
        return new(++families, NameIn(from, end), group, isCumulative, unit is null ? null : WithoutPrefix(unit), full);
    }

    private string? NameIn(int from, int to) => tokens.Printed(from, to) is { Length: > 0 } name ? name : null;

    /// <summary>
    /// Returns the content of the brackets at the end of the range and shortens the range to end before them; null when there are no
    /// brackets at the end or their content does not satisfy the predicate.
    /// </summary>
    private string? Take(int from, ref int end, Func<string, bool> what)
    {
        if (LastBracket(from, end) is not { } open || tokens.Folded(open + 1, tokens.Partner(open)) is var inside && !what(inside))
            return null;
        var taken = tokens.Printed(open + 1, tokens.Partner(open));
        end = tokens.SkipBack(from, open, t => t.IsBlank);
        return taken;
    }

    private int? LastBracket(int from, int end)
    {
        var last = tokens.SkipBack(from, end, t => t.IsBlank) - 1;
        return last > from && tokens[last].Kind == TokenKind.Close && tokens.Partner(last) is var open && open > from ? open : null;
    }

    private static string WithoutPrefix(string inside) =>
        inside.StartsWith("単位", StringComparison.Ordinal) ? inside["単位".Length..].TrimStart(':', '：', ' ', '　') : inside;

    private static bool EndsAtYear(FigureTokens tokens, int at) =>
        tokens[at].Kind == TokenKind.Word
            && tokens.KindAt(tokens.Skip(at + 1, tokens.Count, t => t.IsBlank || t.Kind == TokenKind.Colon)) == TokenKind.Year;
}
