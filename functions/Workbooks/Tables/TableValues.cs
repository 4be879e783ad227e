using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Reads the value of a cell of a template table, resolves ditto marks, and reports problems of the content at the cell.</summary>
internal sealed class TableValues(TemplateTable table)
{
    // Error values of Excel. A cell contains them as text if they were pasted from another program.
    private static readonly HashSet<string> Errors =
        new(["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"], StringComparer.Ordinal);

    /// <summary>Returns the value of a cell; null when the cell is blank, or its content is not a valid value.</summary>
    public T? Read<T>(TemplateColumn<T> column, CellAddress address)
    {
        var cell = table.Sheet.At(address);
        if (DittoMarkText.In(cell) is { } mark)
            cell = Meant(column, address, mark);
        var faults = table.Scope.Faults.Of(cell);
        if (faults != TextFaults.None)
        {
            ReportFaults(faults, column, address);
            cell = faults.Clean(cell);
        }

        if (cell.IsBlank || NoEntry.IsIn(column, cell))
            return default;
        table.Scope.Budget.SpendCharacters(cell.Content?.Length ?? 1);
        var entry = Unusable(column, cell) is { } finding ? new CellReading<T>(default, finding) : column.Read(cell, table.Scope.Context);
        if (entry.Value is EquatableList<string> items)
            table.Scope.Budget.SpendListItems(items.Count);
        if (entry.Finding is not null)
            Report(address, entry.Finding);
        return entry.Value;
    }

    private SheetCell Meant(TemplateColumn column, CellAddress address, DittoMark mark)
    {
        var meant = table.Dittos.Meant(address);
        Report(address, meant.IsBlank ? TextFindings.DittoOfNothing(column.Header) : DittoFindings.Of(mark, column.Header, meant.Text));
        return meant;
    }

    private void ReportFaults(TextFaults faults, TemplateColumn column, CellAddress address)
    {
        foreach (var finding in faults.FindingsFor(column.Header))
            Report(address, finding);
    }

    private static Finding? Unusable(TemplateColumn column, SheetCell cell) => cell.Kind switch
    {
        CellKind.Error => Findings.ErrorValue(column.Header),
        CellKind.Text when Errors.Contains(cell.Text) => Findings.ErrorValue(column.Header),
        CellKind.NoValue => Findings.FormulaWithoutValue(column.Header),
        CellKind.Text when cell.Text.Length > WorkbookLimits.TextLength =>
            Findings.TextTooLong(column.Header, cell.Text.Length, WorkbookLimits.TextLength),
        _ => null,
    };

    private void Report(CellAddress address, Finding finding) =>
        table.Scope.Log.Add(finding, table.Place, address, table.Sheet.At(address));
}
