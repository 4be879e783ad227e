using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// A record that was read. Problems with it are reported by template column, and appear at the cell that holds this field.
/// </summary>
/// <param name="at">The first cell of the record.</param>
internal sealed class PlacedRecord(Record record, IRecordSheet sheet, CellAddress at)
{
    public Record Record => record;

    public string Sheet => record.Source.Sheet;

    public CellAddress At => at;

    /// <summary>The cell of a field; null when the table has no such column.</summary>
    public CellAddress? CellOf(TemplateColumn column) => sheet.CellOf(this, column);

    public void Report(TemplateColumn column, Finding finding) => sheet.Report(this, column, finding);
}

/// <summary>A table, or a sheet of the report layout, that maps the fields of its records to cells.</summary>
internal interface IRecordSheet
{
    /// <summary>Null when the table has no such column.</summary>
    CellAddress? CellOf(PlacedRecord placed, TemplateColumn column);

    void Report(PlacedRecord placed, TemplateColumn column, Finding finding);
}
