using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>A cell with its place.</summary>
internal sealed record ReportCell(CellAddress Address, SheetCell Cell)
{
    /// <summary>What was odd about its text, before its control characters were taken out.</summary>
    public TextFaults Faults { get; init; } = TextFaults.None;

    public string Text => Cell.IsUnusable ? "" : Cell.Text;

    public bool IsBlank => Text.Length == 0;
}

/// <summary>A row of a table in the report layout.</summary>
/// <param name="headerRow">Its cells are no values of the rows that they are merged over.</param>
internal sealed class ReportRow(ReportSheet sheet, int number, int headerRow, IReadOnlyDictionary<ReportColumn, int> columns)
{
    public int Number => number;

    /// <summary>Null where the table has no such column. Merged cells count for every row they cover.</summary>
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
        // A list begins with - where no formula does.
        foreach (var finding in (Bullets.IsAt(cell.Text) ? cell.Faults with { LooksLikeFormula = false }
            : cell.Faults).FindingsFor(column.Header))
            sheet.Report(cell, finding, ItemWith(finding, cell.Text, column));
        return cell;
    }

    // Of twenty items in a cell, the one that it is about.
    private static string ItemWith(Finding finding, string text, ReportColumn column) =>
        Array.Find(Bullets.LinesOf(text), line => TextFaults.Of(line).FindingsFor(column.Header).Any(f => f.Kind == finding.Kind)) ?? text;

    // What was told of is not read as well.
    private ReportCell TooLong(ReportCell cell, ReportColumn column)
    {
        sheet.Report(cell, Findings.TextTooLong(column.Header, cell.Text.Length, WorkbookLimits.TextLength));
        sheet.Uses.Take(cell.Address, CellUse.Finding);
        return cell with { Cell = default };
    }

    /// <summary>Null where the cell is blank, or merged into a row above that has read it already.</summary>
    public ReportCell? Own(ReportColumn column) => At(column) is { IsBlank: false } cell && cell.Address.Row == number ? cell : null;

    private ReportCell CellAt(int column) =>
        sheet.At(number, column) is var cell && cell.Address.Row > headerRow ? cell : new(new(number, column), default);

    /// <summary>Accounts for all that it holds in the table's columns.</summary>
    public void Take(CellUse use)
    {
        foreach (var at in columns.Values)
            sheet.Uses.Take(CellAt(at).Address, use);
    }

    /// <summary>Its first cell in the table.</summary>
    public CellAddress First => new(number, columns.Values.Min());

    /// <summary>From the first to the last column of the table.</summary>
    public string Range => TemplateTable.RangeOf(columns.Values, number, number);
}
