namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>The text of a cell, split into the item (what was done) and its figures.</summary>
/// <param name="Item">The text of the item as written, without the figures.</param>
/// <param name="ItemEnd">The index of the first token after the item.</param>
internal sealed record CellLayout(string Item, int ItemEnd, IReadOnlyList<FigureTokens> Figures)
{
    /// <summary>
    /// Splits a text whose figures follow the item in brackets, as in 取組（配布部数 H28：1,000）, or on a new line below it, as when 取組 is
    /// followed by the line 配布部数 H28：1,000. Returns null when the figures are part of the item's text or when there are no figures.
    /// </summary>
    public static CellLayout? Find(FigureTokens cell) => InBrackets(cell) ?? Below(cell);

    /// <summary>
    /// If all figures are in brackets, as in （配布部数 H28：1,000）（回数 H28：5）, returns the contents of each pair of brackets. Otherwise returns
    /// the figures unchanged.
    /// </summary>
    public static IReadOnlyList<FigureTokens> Unwrap(FigureTokens figures) =>
        Brackets(figures) is { From: var from, List: { Count: > 0 } list } && figures.IsBlank(0, from) ? list : [figures];

    private static CellLayout? InBrackets(FigureTokens cell)
    {
        var (from, to, list) = Brackets(cell);
        if (list.Count == 0 || cell.IsBlank(0, from))
            return null;
        if (cell.HasYears(0, from) && !(list is [var only] && Repeats(cell, from, only.Folded(0, only.Count))))
            return null;
        return new(cell.Printed(0, from) + cell.Printed(to, cell.Count), from, list);
    }

    private static (int From, int To, IReadOnlyList<FigureTokens> List) Brackets(FigureTokens cell)
    {
        var to = cell.SkipBack(0, cell.Count, t => t.IsBlank || t.Kind == TokenKind.Stop);
        var (from, list) = (to, new List<FigureTokens>());
        for (var last = to - 1; cell.KindAt(last) == TokenKind.Close && cell.Partner(last) is >= 0 and var open
            && cell.HasYears(open, last);)
        {
            list.Add(cell.Part(open + 1, last));
            from = open;
            last = cell.SkipBack(0, open, t => t.IsBlank) - 1;
        }

        list.Reverse();
        return (from, to, list);
    }

    private static CellLayout? Below(FigureTokens cell)
    {
        var first = cell.Skip(0, cell.Count, t => t.Kind != TokenKind.Year);
        var line = cell.SkipBack(0, first, t => t.Kind != TokenKind.Break);
        if (first < cell.Count && cell.Depth(first) == 0 && !cell.IsBlank(0, line))
            return new(cell.Printed(0, line), line, Unwrap(cell.Part(line, cell.Count)));
        return Enumerable.Range(first, cell.Count - first)
            .Where(i => cell[i].Kind == TokenKind.Break && cell.Depth(i) == 0 && cell.HasYears(i, cell.Count))
            .Where(cell.EndsWithRest)
            .Select(i => new CellLayout(cell.Printed(0, i), i, [cell.Part(i, cell.Count)])).FirstOrDefault();
    }

    // Whether the item's text already ends with the figures that follow it separately, so that these only repeat it: for example, the item
    // ラジオ講座 井田病院 H28：8回 is followed by 井田病院 H28：8回.
    private static bool Repeats(FigureTokens cell, int itemEnd, string figures) =>
        figures.Length > 0 && cell.Folded(0, itemEnd).EndsWith(figures, StringComparison.Ordinal);
}
