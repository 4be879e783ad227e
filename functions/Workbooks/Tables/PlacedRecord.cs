using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// A record and where it was read. A problem with one of its fields is reported for a template column and appears at the cell that contains
/// the field or, in the report layout (that of the printed report), at the first cell of the record.
/// </summary>
/// <param name="at">The first cell of the record.</param>
internal sealed class PlacedRecord(Record record, IRecordSheet sheet, CellAddress at)
{
    public Record Record => record;

    public string Sheet => record.Source.Sheet;

    public CellAddress At => at;

    /// <summary>Whether the record is a row of a template table and not an item of the report layout.</summary>
    public bool IsInTemplate => sheet is TemplateTable;

    /// <summary>
    /// Returns the cell that contains a field; in the report layout (that of the printed report), returns the first cell of the record.
    /// Null when a template table has no such column.
    /// </summary>
    public CellAddress? CellOf(TemplateColumn column) => sheet.CellOf(this, column);

    public void Report(TemplateColumn column, Finding finding) => sheet.Report(this, column, finding);
}

/// <summary>A template table or a sheet of the report layout. Finds the cells that contain the fields of its records.</summary>
internal interface IRecordSheet
{
    /// <summary>
    /// Returns the cell that contains a field; in the report layout (that of the printed report), returns the first cell of the record.
    /// Null when a template table has no such column.
    /// </summary>
    CellAddress? CellOf(PlacedRecord placed, TemplateColumn column);

    void Report(PlacedRecord placed, TemplateColumn column, Finding finding);
}
