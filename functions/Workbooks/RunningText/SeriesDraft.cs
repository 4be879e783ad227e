using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>A series to which figures are still being added.</summary>
internal sealed class SeriesDraft(string name, string? group)
{
    private readonly List<Figure> figures = [];
    private readonly List<string> notes = [];
    private FigureAmount? first;
    private bool isBare;

    public string Name => name;

    public string? Group => group;

    public bool IsEmpty => figures.Count == 0;

    public bool HasYearTwice => figures.DistinctBy(f => f.Year).Count() < figures.Count;

    /// <summary>Whether only some years have a unit, or the spelling of the unit differs between years.</summary>
    public bool UnitsDiffer { get; private set; }

    /// <summary>
    /// Adds a number; returns false, and adds nothing, when its unit differs in meaning from that of earlier years, such as 5冊 after 4部.
    /// </summary>
    public bool TryAdd(FiscalYear year, FigureAmount amount)
    {
        if (amount.FoldedUnit is { } unit && first?.FoldedUnit is { } before && !FigureUnits.AreSame(unit, before))
            return false;
        UnitsDiffer |= (first is not null && amount.FoldedUnit != first.FoldedUnit) || (isBare && amount.FoldedUnit is not null);
        isBare |= amount.FoldedUnit is null;
        first ??= amount.FoldedUnit is null ? null : amount;
        figures.Add(Figure.Reported(year, amount.Number));
        return true;
    }

    public void AddWords(FiscalYear year, string text) =>
        figures.Add(text.FoldWithoutSpaces() == TemplateWords.NotApplicable ? Figure.NotApplicable(year) : Figure.InWords(year, text));

    public void AddNotes(IEnumerable<string> more) => notes.AddRange(more);

    public RunningSeries ToSeries(FigureHeading heading)
    {
        var isCumulative = notes.Count > 0 && notes.Count(IsCumulative) == figures.Count;
        return new(
            name,
            group,
            first?.Unit ?? (figures.Exists(f => f.Value is not null) ? heading.Unit : null),
            heading.IsCumulative || isCumulative,
            [.. figures.OrderBy(f => f.Year)],
            [.. notes.Where(n => !isCumulative || !IsCumulative(n)).Distinct(StringComparer.Ordinal)]);
    }

    private static bool IsCumulative(string note) => note.StartsWith("累計", StringComparison.Ordinal) || note == "累積";
}
