using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>
/// Compares the figures of indicators with the numbers that texts give for them: the text of the initiative, the notes of the indicator,
/// and the passages of the report. Reports numbers that differ from the figure, and numbers for years without a figure.
/// </summary>
internal sealed class TextContradictions(IReadOnlyList<PlacedRecord> records, WorkbookScope scope)
{
    // Shorter names (参加者数) occur in many passages and do not identify an indicator.
    private const int ShortestName = 6;

    private readonly HashSet<(string Indicator, FiscalYear Year)> missing = [];

    // The years that every report must contain. If the table has no column for one of them, that is reported once for the table and not for
    // each indicator.
    private readonly HashSet<FiscalYear> due = [.. ExpectedYears.Due(scope.Context.ReportingYear)];

    /// <returns>The indicator ids and years for which a text gives a number but the indicator has no figure. This method reports these
    /// missing figures itself, so the caller must not report them again.</returns>
    public IReadOnlySet<(string Indicator, FiscalYear Year)> Check()
    {
        CheckInitiatives([.. records.Where(r => r.Record is Initiative { Text: var text } && NamedYears.MayBeIn(text))]);
        foreach (var placed in records)
        {
            scope.Budget.Step();
            if (placed.Record is Indicator { Notes.Count: > 0 } indicator)
                CheckNotes(placed, indicator);
        }

        CheckPassages();
        return missing;
    }

    // Looks up the indicators only of initiatives whose text may name a year, because most texts do not.
    private void CheckInitiatives(List<PlacedRecord> telling)
    {
        HashSet<string> ids = new(telling.Select(t => t.Record.Id), StringComparer.Ordinal);
        var indicators = records.Where(r => r.Record is Indicator i && ids.Contains(i.Initiative))
            .ToLookup(r => ((Indicator)r.Record).Initiative, StringComparer.Ordinal);
        foreach (var placed in telling)
        {
            scope.Budget.Step();
            CheckInitiative(placed, (Initiative)placed.Record, [.. indicators[placed.Record.Id]]);
        }
    }

    private void CheckInitiative(PlacedRecord placed, Initiative initiative, IReadOnlyList<PlacedRecord> indicators)
    {
        if (indicators.Count == 0)
            return;
        var claims = new TextClaims(indicators, scope);
        // In the layout of the printed report, the indicators were read from this same text, so a comparison with its series is pointless.
        var series = indicators[0].CellOf(InitiativeSheet.Name) == placed.CellOf(InitiativeSheet.Text)
            ? []
            : claims.InSeries(initiative.Text);
        foreach (var claim in series.Concat(claims.InSentences(initiative.Text)))
            Compare(claim, placed, InitiativeSheet.Text);
    }

    private void CheckNotes(PlacedRecord placed, Indicator indicator)
    {
        foreach (var claim in indicator.Notes.SelectMany(n => new TextClaims([placed], scope).InNote(n)))
            Compare(claim, placed, InitiativeSheet.Notes);
    }

    private void CheckPassages()
    {
        Dictionary<string, PlacedRecord?>? byName = null;
        foreach (var placed in records.Where(r => r.Record is Passage { Text: var text } && NamedYears.MayBeginSentence(text)))
        {
            scope.Budget.Look();
            foreach (var figure in ProseFigures.In(((Passage)placed.Record).Text))
            {
                if (NamedIn(figure, byName ??= ByName()) is { } indicator)
                    Compare(new(indicator, figure.Year, figure.Number), placed, PassageSheet.Text);
            }
        }
    }

    // The keys are the indicators' names followed by は, as at the start of a sentence. The value is null when several indicators have the
    // name.
    private Dictionary<string, PlacedRecord?> ByName() =>
        records.Where(r => r.Record is Indicator { Name.Length: >= ShortestName, IsCumulative: false })
            .GroupBy(r => $"{((Indicator)r.Record).Name.Fold()}は", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count() == 1 ? g.First() : null, StringComparer.Ordinal);

    private static PlacedRecord? NamedIn(ProseFigure figure, Dictionary<string, PlacedRecord?> byName) =>
        byName.GetValueOrDefault(figure.Lead.TrimEnd('、', ',', ' ')) is { } placed
            && new IndicatorWords((Indicator)placed.Record).AreNamedIn(figure)
            ? placed
            : null;

    private void Compare(TextClaim claim, PlacedRecord text, TemplateColumn column)
    {
        var indicator = (Indicator)claim.Indicator.Record;
        var figure = indicator.Figures.FirstOrDefault(f => f.Year == claim.Year);
        if (figure?.Value is { } value && !IsSame(value, claim.Number))
            Report(claim, text, column, ContradictionFindings.TextDiffers);
        else if (figure is { Status: FigureStatus.NotReported or FigureStatus.NotApplicable }
            || (figure is null && claim.IsSeries && !due.Contains(claim.Year)))
            ReportMissing(claim, text, column);
    }

    private void ReportMissing(TextClaim claim, PlacedRecord text, TemplateColumn column)
    {
        missing.Add((claim.Indicator.Record.Id, claim.Year));
        Report(claim, text, column, ContradictionFindings.TextYearMissing);
    }

    // Whether the text gives the value itself or a rounded form of it.
    private static bool IsSame(decimal value, decimal said) =>
        value == said || decimal.Round(value, said.Scale, MidpointRounding.AwayFromZero) == said;

    private static void Report(TextClaim claim, PlacedRecord text, TemplateColumn column, Func<Contradiction, Finding> finding)
    {
        TemplateColumn year = FigureKind.ColumnOf(claim.Year);
        var at = claim.Indicator.CellOf(year) is null ? InitiativeSheet.Name : year;
        var (textCell, isSameSheet) = (text.CellOf(column), claim.Indicator.Sheet == text.Sheet);
        var place = isSameSheet ? $"{textCell}" : $"「{text.Sheet}」の{textCell}";
        var places = new Contradiction((Indicator)claim.Indicator.Record, claim.Year,
            claim.Number)
        { FigureCell = $"{claim.Indicator.CellOf(at)}", TextCell = place };
        claim.Indicator.Report(at, finding(places) with { Also = isSameSheet && textCell is { } also ? [also] : [] });
    }
}
