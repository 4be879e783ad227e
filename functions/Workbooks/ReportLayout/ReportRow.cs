using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>A cell with its address.</summary>
internal sealed record ReportCell(CellAddress Address, SheetCell Cell)
{
    /// <summary>The faults of the text before its control characters were removed.</summary>
    public TextFaults Faults { get; init; } = TextFaults.None;

    public string Text => Cell.IsUnusable ? "" : Cell.Text;

    public bool IsBlank => Text.Length == 0;
}

/// <summary>A row of a table in the report layout.</summary>
/// <param name="headerRow">The header row. Header cells that are merged over rows below are not values of those rows.</param>
internal sealed class ReportRow(ReportSheet sheet, int number, int headerRow, IReadOnlyDictionary<ReportColumn, int> columns)
{
    public int Number => number;

    /// <summary>Null when the table has no such column. A merged cell counts for every row it covers.</summary>
    public ReportCell? At(ReportColumn column)
    {
        if (!columns.TryGetValue(column, out var at))
            return null;
        var cell = CellAt(at);
        if (cell.Cell.IsUnusable)
            sheet.Uses.Take(cell.Address, CellUse.Finding);
        if (cell.Cell.Kind == CellKind.Error)
            sheet.Report(cell, Findings.ErrorValue(column.Header));
        else if (cell.Cell.Kind == CellKind.NoValue)
            sheet.Report(cell, Findings.FormulaWithoutValue(column.Header));
        else if (cell.Text.Length > WorkbookLimits.TextLength)
            return TooLong(cell, column);
        if (cell.Cell.Kind == CellKind.Struck || cell.Cell.HasStruck)
            sheet.Report(cell, TextFindings.StruckOut(cell.Text));
        if (cell.Cell.Kind == CellKind.Date)
            sheet.Report(cell, AutomaticDate.In(cell.Cell, column.Header)!);
        // A leading "-" can be a bullet, so a cell that begins with a bullet is not reported as a formula.
        foreach (var finding in (Bullets.IsAt(cell.Text) ? cell.Faults with { LooksLikeFormula = false }
            : cell.Faults).FindingsFor(column.Header))
            sheet.Report(cell, finding, ItemWith(finding, cell.Text, column));
        return cell;
    }

    // Selects the item that the finding is about, because a cell may contain twenty items.
    private static string ItemWith(Finding finding, string text, ReportColumn column) =>
        Array.Find(Bullets.LinesOf(text), line => TextFaults.Of(line).FindingsFor(column.Header).Any(f => f.Kind == finding.Kind)) ?? text;

    // A text that was reported as too long is not read.
    private ReportCell TooLong(ReportCell cell, ReportColumn column)
    {
        sheet.Report(cell, Findings.TextTooLong(column.Header, cell.Text.Length, WorkbookLimits.TextLength));
        sheet.Uses.Take(cell.Address, CellUse.Finding);
        return cell with { Cell = default };
    }

    /// <summary>Null when the cell is blank, or merged with a row above, which has already read it.</summary>
    public ReportCell? Own(ReportColumn column) => At(column) is { IsBlank: false } cell && cell.Address.Row == number ? cell : null;

    private ReportCell CellAt(int column) =>
        sheet.At(number, column) is var cell && cell.Address.Row > headerRow ? cell : new(new(number, column), default);

    /// <summary>Accounts for all cells of the row in the table's columns.</summary>
    public void Take(CellUse use)
    {
        foreach (var at in columns.Values)
            sheet.Uses.Take(CellAt(at).Address, use);
    }

    /// <summary>The first cell of the row within the table.</summary>
    public CellAddress First => new(number, columns.Values.Min());

    /// <summary>The range of the row from the first to the last column of the table.</summary>
    public string Range => TemplateTable.RangeOf(columns.Values, number, number);
}
