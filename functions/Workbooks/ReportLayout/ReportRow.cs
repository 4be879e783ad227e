using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>A cell with its address and the faults of its text, such as control characters or unpaired brackets.</summary>
internal sealed record ReportCell(CellAddress Address, SheetCell Cell)
{
    /// <summary>The faults that were found in the text before its control characters were removed.</summary>
    public TextFaults Faults { get; init; } = TextFaults.None;

    public string Text => Cell.IsUnusable ? "" : Cell.Text;

    public bool IsBlank => Text.Length == 0;
}

/// <summary>A row of a table in the report layout.</summary>
/// <param name="headerRow">The number of the header row. A header cell that is merged over the rows below it is not a value of those
/// rows.</param>
internal sealed class ReportRow(ReportSheet sheet, int number, int headerRow, IReadOnlyDictionary<ReportColumn, int> columns)
{
    public int Number => number;

    /// <summary>
    /// Returns the cell of a column and reports its faults; null when the table has no such column. In every row that a merged cell covers,
    /// the merged cell is returned. A cell that contains only a ditto mark has the value that the mark means.
    /// </summary>
    public ReportCell? At(ReportColumn column)
    {
        if (!columns.TryGetValue(column, out var at))
            return null;
        var cell = CellAt(at);
        if (column.MayBeNone && cell.Cell.Kind == CellKind.Text && NoEntry.Is(SheetCell.OfText(Bullets.Without(cell.Text))))
            return NotFilled(cell);
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
        if ((AutomaticConversion.Date(cell.Cell, column.Header) ?? AutomaticConversion.Exponent(cell.Cell, column.Header)) is { } converted)
            sheet.Report(cell, converted);
        foreach (var (finding, text) in FaultsIn(cell, column))
            sheet.Report(cell, finding, text);
        return Resolved(cell, column);
    }

    /// <summary>
    /// Returns the row's own cell with a list of items; null if there is none. A footer in its place, such as a note or the number of a
    /// page, is reported and not read.
    /// </summary>
    public ReportCell? ItemsIn(ReportColumn column)
    {
        if (Own(column) is not { } cell)
            return null;
        if (!ItemLines.AreFooter(cell.Text))
            return cell;
        sheet.ReportUnread(cell, FileFindings.FooterNotRead());
        return null;
    }

    private static IEnumerable<(Finding Finding, string Text)> FaultsIn(ReportCell cell, ReportColumn column)
    {
        if (!column.IsList)
            return cell.Faults.FindingsFor(column.Header).Select(f => (f, ItemWith(f, cell.Text, column)));
        var ofCharacters = (cell.Faults with { Unpaired = null, LooksLikeFormula = false }).FindingsFor(column.Header);
        return ofCharacters.Select(f => (f, ItemWith(f, cell.Text, column))).Concat(ItemFaults.In(cell.Text, column.Header));
    }

    // Returns a blank cell in place of a dash or a word that says that there is nothing to enter.
    private ReportCell NotFilled(ReportCell cell)
    {
        sheet.Uses.Take(cell.Address, CellUse.Record);
        return cell with { Cell = default };
    }

    // Returns the cell with the value that it means if it contains only a ditto mark, such as 同上 or ・〃, and reports this.
    private ReportCell Resolved(ReportCell cell, ReportColumn column)
    {
        if (MarkIn(cell) is not { } mark)
            return cell.IsBlank ? cell : sheet.Latest[column] = cell;
        if (Meant(mark, column) is { IsBlank: false } meant)
        {
            sheet.Report(cell, DittoFindings.Of(mark, column.Header, OneLine.Of(meant.Text)));
            return cell with { Cell = meant.Cell };
        }

        sheet.Report(cell, TextFindings.DittoOfNothing(column.Header));
        sheet.Uses.Take(cell.Address, CellUse.Finding);
        return cell with { Cell = default };
    }

    private static DittoMark? MarkIn(ReportCell cell) => DittoMarkText.In(Bullets.Without(cell.Text));

    private ReportCell? Meant(DittoMark mark, ReportColumn column) => mark switch
    {
        DittoMark.Above => sheet.Latest.GetValueOrDefault(column),
        DittoMark.Left => Beside(column, -1),
        DittoMark.Right => Beside(column, 1),
        DittoMark.LastYear => null,
    };

    // In 同右 | 同左, the marks mean each other, so neither has a value.
    private ReportCell? Beside(ReportColumn column, int step) =>
        columns.FirstOrDefault(c => c.Value == columns[column] + step).Key is { } beside
        && MarkIn(CellAt(columns[beside])) != (step < 0 ? DittoMark.Right : DittoMark.Left)
            ? At(beside)
            : null;

    // Returns the line that has the fault, so that the problem quotes only this line: a cell may contain twenty items. Returns the whole
    // text if no single line has the fault.
    private static string ItemWith(Finding finding, string text, ReportColumn column) =>
        Array.Find(Bullets.LinesOf(text), line => TextFaults.Of(line).FindingsFor(column.Header).Any(f => f.Kind == finding.Kind)) ?? text;

    // Reports a text that is too long, and returns a blank cell in its place.
    private ReportCell TooLong(ReportCell cell, ReportColumn column)
    {
        sheet.Report(cell, Findings.TextTooLong(column.Header, cell.Text.Length, WorkbookLimits.TextLength));
        sheet.Uses.Take(cell.Address, CellUse.Finding);
        return cell with { Cell = default };
    }

    /// <summary>
    /// Returns the cell of a column if it begins in this row and is not blank; otherwise null. A cell that is merged with a row above was
    /// read in that row.
    /// </summary>
    public ReportCell? Own(ReportColumn column) => At(column) is { IsBlank: false } cell && cell.Address.Row == number ? cell : null;

    private ReportCell CellAt(int column) =>
        sheet.At(number, column) is var cell && cell.Address.Row > headerRow ? cell : new(new(number, column), default);

    /// <summary>Marks all cells of the row that are in the table's columns as used in the given way.</summary>
    public void Take(CellUse use)
    {
        foreach (var at in columns.Values)
            sheet.Uses.Take(CellAt(at).Address, use);
    }

    /// <summary>The address of the first cell of the row within the table.</summary>
    public CellAddress First => new(number, columns.Values.Min());

    /// <summary>The cell range of the row from the first to the last column of the table.</summary>
    public string Range => TemplateTable.RangeOf(columns.Values, number, number);
}
