namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// Reads figures in running text, such as 配布部数 H28：1,000 H29：7,700. Nothing is guessed: text that is not part of a series stays in the
/// sentence that says what was done (the item) or is returned as a figure in doubt. How each form in the 2018 report is to be read was
/// decided by a person; see functions/Samples/README.md.
/// </summary>
internal sealed class RunningTextReader(PlaceNames places)
{
    // A text that mentions more years than this is assumed to be a pasted table, and no figures per year are read from it. The texts of the
    // 2018 report mention only a few years.
    private const int MostYears = 200;

    /// <summary>
    /// Reads the text of one item, the sentence that says what was done. Its figures may be in brackets at the end of the text, on lines
    /// below the text, or within the text.
    /// </summary>
    public RunningTextReading Read(string cell)
    {
        if (FigureTokens.Of(cell, places, MostYears) is not { } tokens)
            return NotUnderstood(cell, cell);
        if (!tokens.HasYears(0, tokens.Count))
            return new(cell, [], UnmarkedYears.In(cell) is { } unread ? [new(FigureDoubtKind.NotUnderstood, unread)] : []);
        if (UnmarkedYears.Among(cell) is { } among)
            return new(cell, [], [new(FigureDoubtKind.NotUnderstood, among)]);
        if (CellLayout.Find(tokens) is not { } layout)
            return ReadWithin(cell, tokens);
        var reading = tokens.HasYears(0, layout.ItemEnd)
            ? ReadWithin(layout.Item, tokens.Part(0, layout.ItemEnd))
            : ReadApart(layout.Item, layout.Figures);
        return reading.Series.Count == 0 ? reading with { Item = cell } : reading;
    }

    /// <summary>
    /// Reads figures that are written separately from the sentence that says what was done (the item). The item may repeat the figures and
    /// is returned unchanged. If the separate text is blank, the figures in the item are read instead.
    /// </summary>
    public RunningTextReading Read(string item, string? figures)
    {
        if (string.IsNullOrWhiteSpace(figures))
            return Read(item) with { Item = item };
        if (FigureTokens.Of(figures, places, MostYears) is not { } tokens || FigureTokens.Of(item, places, MostYears) is not { } own)
            return NotUnderstood(item, figures);
        // The item may end with the same characters and name no year, as 水平28：5 ends with 平28：5.
        if (tokens.HasYears(0, tokens.Count) && own.HasYears(0, own.Count)
            && own.Folded(0, own.Count).EndsWith(tokens.Folded(0, tokens.Count), StringComparison.Ordinal))
            return ReadWithin(item, own);
        return ReadApart(item, CellLayout.Unwrap(tokens));
    }

    private static RunningTextReading NotUnderstood(string item, string figures) =>
        new(item, [], [new(FigureDoubtKind.NotUnderstood, figures)]);

    private static RunningTextReading ReadApart(string item, IEnumerable<FigureTokens> figures)
    {
        var reading = FigureReading.Of(figures.Select(f => FigureReader.Read(f, item)));
        return new(item, [.. reading.Series], [.. reading.Doubts]);
    }

    private static RunningTextReading ReadWithin(string item, FigureTokens tokens)
    {
        var first = tokens.Skip(0, tokens.Count, t => t.Kind != TokenKind.Year);
        var (from, to) = tokens.Depth(first) == 0 ? (0, tokens.Count) : Brackets(tokens, first);
        var start = tokens.Skip(from, to, t => t.IsBlank);
        if (start < first && !tokens.HasYears(to, tokens.Count) && FigureReader.ReadStrictly(tokens.Part(from, to)) is { } reading)
            return new(item, [.. reading.Series], [.. reading.Doubts]);
        return new(item, [], IsPlan(tokens, first) ? [] : [new(FigureDoubtKind.NotUnderstood, tokens.Printed(first, tokens.Count))]);
    }

    private static (int From, int To) Brackets(FigureTokens tokens, int year)
    {
        var open = tokens.Skip(0, year, t => t.Kind != TokenKind.Open);
        while (tokens.Partner(open) < year)
            open = tokens.Skip(open + 1, year, t => t.Kind != TokenKind.Open);
        return (open + 1, tokens.Partner(open));
    }

    // Whether the text begins with a year and no number follows, as in H30：… 公表. Such a text describes a plan for the year, so it is not
    // reported as a figure that could not be read.
    private static bool IsPlan(FigureTokens tokens, int first) =>
        tokens.IsBlank(0, first) && tokens.Skip(first + 1, tokens.Count, t => t.IsBlank) is var next
            && (next == tokens.Count || !tokens[next].IsNumeric);
}
