using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>Checks one indicator: its unit, years without a figure, and implausible values or changes from year to year.</summary>
/// <param name="told">The indicator ids and years for which the indicator has no figure, but a text gives a number.
/// <see cref="TextContradictions"/> already reported these missing figures, so this check does not report them again.</param>
internal sealed class IndicatorCheck(Indicator indicator, PlacedRecord placed, IReadOnlySet<(string Indicator, FiscalYear Year)> told)
{
    private const decimal Sudden = 3;

    // A longer text is a sentence rather than the name of figures.
    private const int LongestPlan = 100;

    public void Run()
    {
        if (indicator.Unit is null && HasNumbers())
            placed.Report(InitiativeSheet.Unit, RecordFindings.UnitMissing());
        ReportMissing();
        ReportPlanned();
        if (indicator.Unit is { } unit)
            CheckUnit(unit);
        CompareYears();
    }

    private bool HasNumbers()
    {
        foreach (var figure in indicator.Figures)
        {
            if (figure.Value is not null)
                return true;
        }

        return false;
    }

    private void ReportMissing()
    {
        foreach (var figure in indicator.Figures)
        {
            if (figure.Status == FigureStatus.NotReported && !told.Contains((indicator.Id, figure.Year)))
                ReportFigure(figure, RecordFindings.YearMissing(figure.Year, Example()));
        }
    }

    // Reports the first of group, name and notes that says that the figures are planned ones.
    private void ReportPlanned()
    {
        if (!HasNumbers())
            return;
        (TemplateColumn, string?)[] words =
        [
            (InitiativeSheet.Group, indicator.Group), (InitiativeSheet.Name, indicator.Name),
            .. indicator.Notes.Select(n => (InitiativeSheet.Notes, n)),
        ];
        foreach (var (column, text) in words)
        {
            if (text is not { Length: <= LongestPlan } || !YearHeader.IsPlan(TemplateColumn.FoldHeader(text)))
                continue;
            placed.Report(column, FigureFindings.PlannedIndicator(text));
            return;
        }
    }

    private string Example() => HasNumbers() ? $"○○{Excerpt.Of(indicator.Unit ?? "")}" : "実施";

    private void CheckUnit(string unit)
    {
        if (FigureUnits.IsPercent(unit))
            CheckPercentages();
        foreach (var figure in indicator.Figures)
        {
            if (figure.Value < 0 && IsCount(unit))
                ReportFigure(figure, FigureFindings.NegativeCount(figure.Year.Label, unit, indicator.Name));
        }
    }

    // Percentages that are all below 1 were probably meant as fractions, such as 0.8 for 80 %. A single figure may really be below 1 %.
    private void CheckPercentages()
    {
        foreach (var figure in indicator.Figures.Where(f => f.Value > 100))
            ReportFigure(figure, RecordFindings.PercentOver(figure.Year.Label, figure.Value!.Value));
        List<Figure> figures = [.. indicator.Figures.Where(f => f.Value is not null)];
        if (figures.Count > 1 && figures.TrueForAll(f => f.Value is > 0 and < 1))
            ReportFigure(figures[0], RecordFindings.PercentAsFraction(figures[0].Value!.Value));
    }

    private void CompareYears()
    {
        Figure? before = null;
        foreach (var figure in indicator.Figures)
        {
            if (figure.Value is null)
                continue;
            if (before is not null)
                Compare(before, figure);
            before = figure;
        }
    }

    private bool IsCount(string unit) =>
        FigureUnits.IsOfCounts(unit) && !FigureNames.MayBeNegative(indicator.Name)
            && !(indicator.Group is not null && FigureNames.MayBeNegative(indicator.Group));

    private void Compare(Figure before, Figure after)
    {
        if (indicator.IsCumulative && after.Value < before.Value)
            ReportFigure(after, RecordFindings.CumulativeDrop(before, after));
        else if (before.Year.Year + 1 == after.Year.Year && before.Value > 0 && after.Value > 0
            && IsSudden(before.Value.Value, after.Value.Value))
            ReportFigure(after, RecordFindings.SuddenChange(before, after));
    }

    private static bool IsSudden(decimal before, decimal after) => Math.Max(before, after) / Sudden >= Math.Min(before, after);

    private void ReportFigure(Figure figure, Finding finding) => placed.Report(FigureKind.ColumnOf(figure.Year), finding);
}
