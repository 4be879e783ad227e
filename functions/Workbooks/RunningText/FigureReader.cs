namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>The series that were read from a text with figures, and the parts of the text that are in doubt.</summary>
internal sealed record FigureReading(IReadOnlyList<RunningSeries> Series, IReadOnlyList<FigureDoubt> Doubts)
{
    public static FigureReading Of(IEnumerable<FigureReading> parts)
    {
        var all = parts.ToList();
        return new([.. all.SelectMany(p => p.Series)], [.. all.SelectMany(p => p.Doubts)]);
    }
}

/// <summary>Reads text that consists only of figures, such as 配布部数 H28：1,000 H29：7,700.</summary>
internal static class FigureReader
{
    /// <param name="item">The sentence that says what was done; used as the name of figures that have none.</param>
    public static FigureReading Read(FigureTokens tokens, string item) =>
        FigureReading.Of(
            SectionSplitter.Split(tokens).Select(s => ReadSection(s, item) ?? new([], [new(FigureDoubtKind.NotUnderstood, s.Printed())])));

    /// <summary>
    /// Reads text that may be prose; returns null unless every figure in it has a name and a number, which may be approximate or a range.
    /// </summary>
    public static FigureReading? ReadStrictly(FigureTokens tokens)
    {
        var sections = SectionSplitter.Split(tokens).Select(SectionReader.Read).ToList();
        if (!sections.TrueForAll(s => s is not null && s.Doubts.All(d => d.Kind != FigureDoubtKind.NotUnderstood)
            && s.Entries.All(IsPlain)))
            return null;
        var parts = sections.Select(s => Build(s!, "")).ToList();
        return parts.TrueForAll(p => p is not null) ? FigureReading.Of(parts!) : null;
    }

    private static bool IsPlain(YearEntry entry) =>
        entry.Heading.Name is not null && (!entry.IsWords || entry.Doubt is FigureDoubtKind.Approximate or FigureDoubtKind.Range);

    private static FigureReading? ReadSection(FigureTokens tokens, string item) =>
        SectionReader.Read(tokens) is { Entries.Count: > 0 } section ? Build(section, item) : null;

    private static FigureReading? Build(FigureSection section, string item)
    {
        var families = section.Entries.GroupBy(e => e.Heading.Family).Select(f => SeriesBuilder.Build(f, item)).ToList();
        return families.TrueForAll(f => f is not null) ? FigureReading.Of([.. families!, new([], section.Doubts)]) : null;
    }
}
