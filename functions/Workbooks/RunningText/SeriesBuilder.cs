namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// Builds series of figures from the yearly numbers that a text lists under one name. If the text gives several numbers per year, or one
/// for each of several groups (such as hospitals), it builds one series for each.
/// </summary>
internal sealed class SeriesBuilder
{
    private readonly List<YearEntry> entries;
    private readonly string name;
    private readonly IReadOnlyList<NumberColumn> columns;
    private readonly List<FigureDoubt> doubts = [];
    private readonly List<SeriesDraft> drafts = [];
    private readonly Dictionary<(string Name, string? Group), SeriesDraft> byName = [];

    private SeriesBuilder(IEnumerable<YearEntry> family, string item)
    {
        entries = [.. family];
        var hasUnits = entries.Exists(e => e.Amounts.Any(a => a.Unit is not null));
        name = (hasUnits ? entries[0].Heading.NameWithUnit : entries[0].Heading.Name) ?? item;
        if (Columns() is null)
            entries = [.. entries.Select(WithBracketsAsNotes)];
        columns = Columns() ?? [];
    }

    /// <summary>Returns null when a series would have two figures for the same year.</summary>
    public static FigureReading? Build(IEnumerable<YearEntry> family, string item)
    {
        var builder = new SeriesBuilder(family, item);
        foreach (var entry in builder.entries)
            builder.Add(entry);
        return builder.drafts.Exists(d => d.HasYearTwice) ? null : builder.Finish();
    }

    private FigureReading Finish()
    {
        doubts.AddRange(drafts.Where(d => d.UnitsDiffer).Select(d => new FigureDoubt(FigureDoubtKind.UnitsDiffer, d.Name)));
        return new([.. drafts.Where(d => !d.IsEmpty).Select(d => d.ToSeries(entries[0].Heading))], doubts);
    }

    private IReadOnlyList<NumberColumn>? Columns()
    {
        List<IReadOnlyList<FigureAmount>> years = [.. entries.Where(e => e.Amounts is [{ Label: null }, ..]).Select(e => e.Amounts)];
        return years.Count == 0 ? [] : NumberColumns.Of(name, years);
    }

    private static YearEntry WithBracketsAsNotes(YearEntry entry) => entry with
    {
        Amounts = [.. entry.Amounts.Where(a => a.Bracketed is null)],
        Notes = [.. entry.Amounts.Select(a => a.Bracketed).OfType<string>(), .. entry.Notes],
    };

    private void Add(YearEntry entry)
    {
        if (entry.IsWords)
            AddWords(entry, entry.Doubt);
        else if (entry.Amounts[0].Label is not null)
            AddLabelled(entry);
        else if (columns.Count > 0 && NumberColumns.Places(columns, entry.Amounts) is { } places)
            AddNumbers(entry, places);
        else
            AddWords(entry, FigureDoubtKind.NotANumber);
    }

    private void AddNumbers(YearEntry entry, int[] places)
    {
        // Creates one series for the first number of each year, one for the second, and so on, before any number is added, so that the
        // series are in this order even if the first year lacks a number.
        var series = columns.Select(c => Draft(c.Name, entry.Heading.Group)).ToList();
        foreach (var (amount, place) in entry.Amounts.Zip(places))
            AddNumber(series[place], entry, amount);
        foreach (var draft in series)
            draft.AddNotes(entry.Notes);
        ReportNotes(entry);
    }

    private void AddLabelled(YearEntry entry)
    {
        if (entry.Heading.Group is not null)
        {
            AddWords(entry, FigureDoubtKind.NotANumber);
            return;
        }

        foreach (var amount in entry.Amounts)
        {
            var draft = Draft(name, amount.Label);
            AddNumber(draft, entry, amount);
            draft.AddNotes(entry.Notes);
        }

        ReportNotes(entry);
    }

    private void AddNumber(SeriesDraft draft, YearEntry entry, FigureAmount amount)
    {
        if (draft.TryAdd(entry.Year, amount))
            return;
        draft.AddWords(entry.Year, entry.Text);
        doubts.Add(new(FigureDoubtKind.UnitsDiffer, Dated(entry)));
    }

    private void AddWords(YearEntry entry, FigureDoubtKind? doubt)
    {
        foreach (var column in columns.Select(c => c.Name).DefaultIfEmpty(name))
            Draft(column, entry.Heading.Group).AddWords(entry.Year, entry.Text);
        if (doubt is { } kind)
            doubts.Add(new(kind, Dated(entry)));
    }

    private void ReportNotes(YearEntry entry)
    {
        if (entry.Amounts.Any(a => a.IsSplit))
            doubts.Add(new(FigureDoubtKind.SplitDigits, Dated(entry)));
        doubts.AddRange(
            entry.Notes.Where(n => n.Any(char.IsDigit)).Select(n => new FigureDoubt(FigureDoubtKind.NoteWithDigits, $"{entry.Year.EraLabel} {n}")));
    }

    private static string Dated(YearEntry entry) => $"{entry.Year.EraLabel} {entry.Text}";

    private SeriesDraft Draft(string of, string? group)
    {
        if (!byName.TryGetValue((of, group), out var draft))
            drafts.Add(draft = byName[(of, group)] = new(of, group));
        return draft;
    }
}
