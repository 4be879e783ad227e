using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>A record that was read, and how to report what is wrong with it: by a column of the template, wherever that stands.</summary>
/// <param name="at">The first cell that it was read from.</param>
internal sealed class PlacedRecord(Record record, IRecordSheet sheet, CellAddress at)
{
    public Record Record => record;

    public string Sheet => record.Source.Sheet;

    public CellAddress At => at;

    /// <summary>Where a field stands; null where the table has no such column.</summary>
    public CellAddress? CellOf(TemplateColumn column) => sheet.CellOf(this, column);

    public void Report(TemplateColumn column, Finding finding) => sheet.Report(this, column, finding);
}

/// <summary>A table or a sheet of the report layout, which knows where the fields of its records stand.</summary>
internal interface IRecordSheet
{
    /// <summary>Null where the table has no such column.</summary>
    CellAddress? CellOf(PlacedRecord placed, TemplateColumn column);

    void Report(PlacedRecord placed, TemplateColumn column, Finding finding);
}
