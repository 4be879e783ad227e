using System.Runtime.InteropServices;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Reads the indicator of a row of the sheet 視点別取組. A row may have none.</summary>
internal sealed class IndicatorReader(TemplateTable table)
{
    private static readonly TemplateColumn[] IdentifyingColumns =
        [InitiativeSheet.Name, InitiativeSheet.Group, InitiativeSheet.Unit, InitiativeSheet.IsCumulative];

    private readonly HashSet<FiscalYear> due = [.. ExpectedYears.Due(table.Scope.Context.ReportingYear)];

    private readonly YearColumn[] years = [.. table.Years];

    private readonly string[] keys = [.. table.Years.Select(y => ValueCell.KeyOf(y.Year))];

    private readonly List<Figure> read = [];

    private readonly List<ValueCell> cells = [];

    // The number of indicators of the current initiative that were read, and the last name in the column 指標名 among its rows.
    private (string? Initiative, int Count, string? Name) above;

    private readonly (int First, int Last) columns = table.Extent([.. IdentifyingColumns, InitiativeSheet.Notes], table.Years);

    public Indicator? Read(TableRow row, Initiative? initiative)
    {
        var notes = row.Value(InitiativeSheet.Notes) ?? [];
        if (row.AreBlank(IdentifyingColumns) && row.AreBlank(years))
            return WithoutIndicator(row, notes);
        if (above.Initiative != initiative?.Id)
            above = (initiative?.Id, 0, null);
        if (NoIndicator(row) is not { } finding)
            return ReadIndicator(row, initiative, notes);
        row.ReportWhole(finding);
        return null;
    }

    private Indicator? ReadIndicator(TableRow row, Initiative? initiative, EquatableList<string> notes)
    {
        var (group, unit) = (row.Value(InitiativeSheet.Group), UnitOf(row));
        var name = NameOf(row);
        above = (above.Initiative, above.Count + 1, name ?? above.Name);
        var isCumulative = row.Value(InitiativeSheet.IsCumulative) ?? false;
        var figures = FiguresOf(row);
        var source = row.Source(columns, EquatableList.Create<ValueCell>(CollectionsMarshal.AsSpan(cells)));
        return initiative is null
            ? null
            : new(row.DraftOf(InitiativeSheet.Name), source, initiative.Id, name
                ?? initiative.Text, group, unit, isCumulative, figures, notes);
    }

    // Returns the finding about a row that contains something other than an indicator; null for an indicator.
    private Finding? NoIndicator(TableRow row) =>
        IsTotalOfOthers(row) ? RecordFindings.TotalsRow() : IsNote(row) ? FileFindings.NoteNotRead() : null;

    // Whether the row contains only a note, such as one below the last indicator.
    private bool IsNote(TableRow row) =>
        row.IsNote(InitiativeSheet.Name) && row.AreBlank(InitiativeSheet.Own) && row.AreBlank(years)
        && row.AreBlank([InitiativeSheet.Group, InitiativeSheet.Unit, InitiativeSheet.IsCumulative]);

    // Whether the row is the total of the whole table: the last row, without an initiative. If the initiative above has two or more
    // indicators, the row may be their total instead.
    private bool IsTotalOfOthers(TableRow row) =>
        above.Count < 2 && table.IsLast(row.Number) && row.IsTotal(InitiativeSheet.Name) && row.IsBlank(InitiativeSheet.Group)
        && row.AreBlank(InitiativeSheet.Own);

    // Returns the name in the column 指標名. A row that has only a group (区分) continues the name above, which is reported.
    private string? NameOf(TableRow row)
    {
        if (above.Name is null || !row.IsBlank(InitiativeSheet.Name) || row.IsBlank(InitiativeSheet.Group))
            return row.Value(InitiativeSheet.Name);
        row.Report(InitiativeSheet.Name, TextFindings.Ditto(InitiativeSheet.Name.Header, above.Name));
        return above.Name;
    }

    // Returns the unit in the column 単位, and reports figures that are displayed with another unit. If that cell is blank, returns the unit
    // displayed with the figures (such as % in 45.9% or 人 in 52人), provided that all figures with a unit have the same one; otherwise null.
    private string? UnitOf(TableRow row)
    {
        var unit = row.Value(InitiativeSheet.Unit);
        string? common = null;
        var isOne = true;
        foreach (var year in years)
        {
            if (row.UnitShown(year) is not { } shown)
                continue;
            if (unit is not null && !FigureUnits.Fits(shown, unit))
                row.Report(year, FigureFindings.UnitDiffers(year.Column.Header, shown, unit));
            common ??= shown;
            isOne &= common == shown;
        }

        return unit ?? (isOne && row.IsBlank(InitiativeSheet.Unit) ? common : null);
    }

    private EquatableList<Figure> FiguresOf(TableRow row)
    {
        read.Clear();
        cells.Clear();
        for (var i = 0; i < years.Length; i++)
        {
            if (FigureOf(row, years[i]) is not { } figure)
                continue;
            read.Add(figure);
            cells.Add(TableRow.ValueCellAt(keys[i], row.Owner(years[i])));
        }

        return EquatableList.Create<Figure>(CollectionsMarshal.AsSpan(read));
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
