using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>Reads the records of one worksheet of an .xls.</summary>
internal sealed class BiffSheet(BiffReader reader, BiffGlobals globals, BiffShapes shapes, Budget budget)
{
    private const int MergeLength = 8, ShowsZeros = 0x10;

    private readonly CellTable table = new(budget);
    private readonly BiffLines lines = new(reader, budget);
    private readonly MergedCells merges = new(WorkbookLimits.Columns);
    private bool hidesZeros;

    public Sheet Read(BoundSheet sheet)
    {
        var cells = new BiffCells(reader, globals, table, budget);
        reader.Open(sheet.Offset);
        while (reader.Next())
            ReadRecord(cells);
        if (hidesZeros)
            cells.HideZeros();
        var rows = table.Rows();
        return new(sheet.Name, rows, merges) { IsHidden = sheet.IsHidden, Hidden = lines.Of(rows), Shapes = shapes.Take() };
    }

    private void ReadRecord(BiffCells cells)
    {
        switch (reader.Type)
        {
            case RecordType.Row:
                lines.ReadRow();
                break;
            case RecordType.DefaultRowHeight:
                lines.ReadDefaultRowHeight();
                break;
            case RecordType.ColumnInfo:
                lines.ReadColumns();
                break;
            case RecordType.Window:
                hidesZeros = (reader.UInt16() & ShowsZeros) == 0;
                break;
            case RecordType.MergedCells:
                ReadMerges();
                break;
            case RecordType.Drawing:
                shapes.ReadDrawing();
                break;
            case RecordType.Object:
                shapes.ReadObject();
                break;
            case RecordType.TextOfObject:
                shapes.ReadText();
                break;
            default:
                cells.Read();
                break;
        }
    }

    // Stops at the end of the record, because the declared number of merges may be wrong.
    private void ReadMerges()
    {
        for (var left = reader.UInt16(); left > 0 && reader.Left >= MergeLength; left--)
        {
            budget.SpendMerge();
            var (firstRow, lastRow) = (reader.UInt16() + 1, reader.UInt16() + 1);
            merges.Add(new(new(firstRow, reader.UInt16() + 1), new(lastRow, reader.UInt16() + 1)));
        }
    }
}
