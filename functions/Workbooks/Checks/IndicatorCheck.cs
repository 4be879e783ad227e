using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Looks at one indicator: its unit, its years, and how its figures go on from year to year.</summary>
internal sealed class IndicatorCheck(Indicator indicator, Action<Column, Finding> report)
{
    private const decimal Sudden = 3;

    public void Run()
    {
        var numbers = indicator.Figures.Where(f => f.Value is not null).ToList();
        if (numbers.Count > 0 && indicator.Unit is null)
            report(InitiativeSheet.Unit, RecordFindings.UnitMissing());
        foreach (var figure in indicator.Figures.Where(f => f.Status == FigureStatus.NotReported))
            ReportFigure(figure, RecordFindings.YearMissing(figure.Year, numbers.Count > 0 ? $"13{indicator.Unit}" : "実施"));
        foreach (var figure in numbers.Where(f => f.Value > 100 && indicator.Unit.Fold() == "%"))
            ReportFigure(figure, RecordFindings.PercentOver(figure.Year.Label, figure.Value!.Value));
        foreach (var figure in numbers.Where(f => f.Value < 0 && indicator.Unit is not null && IsCount(indicator.Unit)))
            ReportFigure(figure, FigureFindings.NegativeCount(figure.Year.Label, indicator.Unit!));
        for (var i = 1; i < numbers.Count; i++)
        {
            if (numbers[i - 1].Year.Year + 1 == numbers[i].Year.Year)
                Compare(numbers[i - 1], numbers[i]);
        }
    }

    private bool IsCount(string unit) =>
        FigureUnits.IsOfCounts(unit) && !FigureNames.MayBeNegative(indicator.Name) && !(indicator.Group is not null && FigureNames.MayBeNegative(indicator.Group));

    private void Compare(Figure before, Figure after)
    {
        if (indicator.IsCumulative && after.Value < before.Value)
            ReportFigure(after, RecordFindings.CumulativeDrop(before, after));
        else if (before.Value > 0 && after.Value > 0 && IsSudden(before.Value.Value, after.Value.Value))
            ReportFigure(after, RecordFindings.SuddenChange(before, after));
    }

    private static bool IsSudden(decimal before, decimal after) => Math.Max(before, after) / Sudden >= Math.Min(before, after);

    private void ReportFigure(Figure figure, Finding finding) => report(FigureKind.ColumnOf(figure.Year), finding);
}
