using System.Buffers;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>A number that a text gives for an indicator in a fiscal year.</summary>
internal sealed record TextClaim(PlacedRecord Indicator, FiscalYear Year, decimal Number)
{
    /// <summary>Whether the number is in a list of years and numbers, such as 受講者数 H27：110人、H28：120人, and not in a sentence.</summary>
    public bool IsSeries { get; init; }
}

/// <summary>
/// Finds the numbers that a text gives for the indicators of its initiative. A number that could refer to several of these indicators is
/// ignored.
/// </summary>
internal sealed class TextClaims(IReadOnlyList<PlacedRecord> indicators, WorkbookScope scope)
{
    private const int LongestText = 2_000;

    private static readonly SearchValues<string> Openings = SearchValues.Create(
        [.. new[] { "(", "（", "\n" }.SelectMany(open => new[] { "H", "Ｈ", "R", "Ｒ", "平", "令", "2", "２" }, (open, year) => open + year)],
        StringComparison.Ordinal);

    private readonly (PlacedRecord Placed, Indicator Indicator)[] known = [.. indicators.Select(p => (p, (Indicator)p.Record))];

    private IndicatorWords[]? words;

    /// <summary>
    /// Finds series (the name of an indicator followed by figures of one or more years), such as 受講者数 H28：120人、H29：130人, in the text of an
    /// initiative.
    /// </summary>
    public IEnumerable<TextClaim> InSeries(string text)
    {
        if (text.Length > LongestText || !NamedYears.MayBeIn(text) || !MayNameAny(text))
            return [];
        scope.Budget.Look();
        var reading = Reader().Read(text);
        return reading.Series.Where(s => s.Figures.Any(f => f.Value is not null)).SelectMany(s => ClaimsOf(s, reading.Item));
    }

    /// <summary>
    /// Finds numbers such as H28：120人 or 平成29年度は120人 in a note of an indicator. This must be the only indicator that was passed to the
    /// constructor. Numbers for which the note names another indicator, or only a part such as a group or a ward, are ignored; any other
    /// number refers to the indicator to which the note belongs.
    /// </summary>
    public IEnumerable<TextClaim> InNote(string note)
    {
        if (note.Length > LongestText || !NamedYears.MayBeIn(note))
            return [];
        var (placed, indicator) = known[0];
        var all = Reader().Read(indicator.Name, note).Series;
        return all.Where(s => s.Name == indicator.Name && s.Group is null && MayMean(s, indicator)).SelectMany(s => ClaimsOf(s, placed))
            .Concat(InSentences(note, ProsePlace.OwnNote));
    }

    /// <summary>Finds sentences such as 平成29年度は120人が受講した in the text of an initiative.</summary>
    public IEnumerable<TextClaim> InSentences(string text) => InSentences(text, ProsePlace.InitiativeText);

    private IEnumerable<TextClaim> InSentences(string text, ProsePlace place)
    {
        if (text.Length > LongestText || !NamedYears.MayBeginSentence(text))
            return [];
        scope.Budget.Look();
        List<ProseFigure> figures = [.. ProseFigures.In(text)];
        return figures.SelectMany(f => ClaimOf(f, figures, place) is { } claim ? [claim] : Array.Empty<TextClaim>());
    }

    // Whether the text may contain a series, such as 受講者数 H28：120人. A series in brackets or at the start of a line may lack a name; any
    // other series follows the name of an indicator.
    private bool MayNameAny(string text)
    {
        if (text.AsSpan().ContainsAny(Openings))
            return true;
        var folded = text.Fold();
        return Array.Exists(known, k => folded.Contains(k.Indicator.Name.Fold().Split('の')[^1], StringComparison.Ordinal));
    }

    private RunningTextReader Reader() => scope.Context.Once(typeof(TextClaims), c => new RunningTextReader(new PlaceNames(c.Register)));

    private IEnumerable<TextClaim> ClaimsOf(RunningSeries series, string item) =>
        known.Where(k => IsMeant(k.Indicator, series, item)).ToList() is [var only] ? ClaimsOf(series, only.Placed) : [];

    private static IEnumerable<TextClaim> ClaimsOf(RunningSeries series, PlacedRecord placed) =>
        series.Figures.Where(f => f.Value is not null).Select(f => new TextClaim(placed, f.Year, f.Value!.Value) { IsSeries = true });

    private static bool IsMeant(Indicator indicator, RunningSeries series, string item) =>
        (series.Group ?? "").Fold() == (indicator.Group ?? "").Fold()
        && MayMean(series, indicator)
        && (IsNamed(indicator, series, item) || (series.Name == item && series.Unit is not null && indicator.Unit is not null));

    private static bool MayMean(RunningSeries series, Indicator indicator) =>
        series.IsCumulative == indicator.IsCumulative
        && (series.Unit is null || indicator.Unit is null || AreSame(series.Unit.Fold(), indicator.Unit.Fold()));

    // Whether the series has the indicator's name. The name may be split: for example, 養成講座を開催（受講者数 …） refers to 養成講座の受講者数.
    private static bool IsNamed(Indicator indicator, RunningSeries series, string item)
    {
        var (own, said) = (indicator.Name.Fold(), series.Name.Fold());
        return own == said
            || (said.Length >= 3 && own.EndsWith($"の{said}", StringComparison.Ordinal)
                && item.Fold().Contains(own[..^(said.Length + 1)], StringComparison.Ordinal));
    }

    private static bool AreSame(string said, string own) =>
        FigureUnits.AreSame(said, own) || (FigureUnits.IsOfPeople(said) && FigureUnits.IsOfPeople(own));

    private TextClaim? ClaimOf(ProseFigure figure, List<ProseFigure> all, ProsePlace place)
    {
        words ??= [.. known.Select(k => new IndicatorWords(k.Indicator))];
        var meant = words.Index()
            .Where(w => !known[w.Index].Indicator.IsCumulative && w.Item.AreIn(figure, scope.Context.Register, place)).ToList();
        return meant is [var only] && all.Count(f => IsBeside(f, figure) && only.Item.AfterUnit(f.Rest) is not null) == 1
            ? new(known[only.Index].Placed, figure.Year, figure.Number)
            : null;
    }

    private static bool IsBeside(ProseFigure one, ProseFigure other) => one.Year == other.Year && one.Sentence == other.Sentence;
}
