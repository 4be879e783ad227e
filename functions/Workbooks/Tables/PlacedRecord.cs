using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>A record that was read, and how to report what is wrong with it: by a column of the template, wherever that stands.</summary>
internal sealed class PlacedRecord(Record record, IRecordSheet sheet)
{
    public Record Record => record;

    public string Sheet => record.Source.Sheet;

    /// <summary>Where a field stands; null where the table has no such column.</summary>
    public CellAddress? CellOf(Column column) => sheet.CellOf(record, column);

    public void Report(Column column, Finding finding) => sheet.Report(record, column, finding);
}

/// <summary>A table or a sheet of the report layout, which knows where the fields of its records stand.</summary>
internal interface IRecordSheet
{
    /// <summary>Null where the table has no such column.</summary>
    CellAddress? CellOf(Record record, Column column);

    void Report(Record record, Column column, Finding finding);
}
