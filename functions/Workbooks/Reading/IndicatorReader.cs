using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Reads the indicator of a row of 視点別取組, if it has one.</summary>
internal sealed class IndicatorReader(Table table)
{
    private static readonly Column[] Telling = [InitiativeSheet.Name, InitiativeSheet.Group, InitiativeSheet.Unit, InitiativeSheet.IsCumulative];

    private readonly HashSet<FiscalYear> due = [.. ExpectedYears.Due(table.Scope.Context.ReportingYear)];

    private readonly (int First, int Last) columns = table.Extent([.. Telling, InitiativeSheet.Notes], table.Years);

    public Indicator? Read(TableRow row, Initiative? initiative)
    {
        var notes = row.Value(InitiativeSheet.Notes) ?? [];
        if (Telling.All(row.IsBlank) && table.Years.All(row.IsBlank))
            return WithoutIndicator(row, notes);
        var (name, group, unit) = (row.Value(InitiativeSheet.Name), row.Value(InitiativeSheet.Group), UnitOf(row));
        var isCumulative = row.Value(InitiativeSheet.IsCumulative) ?? false;
        EquatableList<Figure> figures = [.. table.Years.Select(y => FigureOf(row, y)).OfType<Figure>()];
        var source = row.Source(columns);
        return initiative is null ? null : new($"{row.Draft}:{InitiativeSheet.Name.Header}", source, initiative.Id, name ?? initiative.Text, group, unit, isCumulative, figures, notes);
    }

    // 45.9% says its unit itself.
    private string? UnitOf(TableRow row)
    {
        var unit = row.Value(InitiativeSheet.Unit);
        List<YearColumn> percent = [.. table.Years.Where(row.IsPercent)];
        if (unit is null)
            return percent.Count > 0 && row.IsBlank(InitiativeSheet.Unit) ? "%" : null;
        if (!FigureUnits.IsPercent(unit))
            percent.ForEach(y => row.Report(y, FigureFindings.UnitDiffers(y.Column.Header, unit)));
        return unit;
    }

    private Figure? FigureOf(TableRow row, YearColumn year) =>
        row.Figure(year) ?? (row.IsBlank(year) && due.Contains(year.Year) ? Figure.NotReported(year.Year) : null);

    private static Indicator? WithoutIndicator(TableRow row, EquatableList<string> notes)
    {
        if (notes.Count > 0)
            row.Report(InitiativeSheet.Notes, Findings.NoteWithoutIndicator());
        return null;
    }
}
