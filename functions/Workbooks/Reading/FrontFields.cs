namespace KawasakiServerless.Workbooks;

/// <summary>The fields of はじめに, each with its value to the right of its name.</summary>
internal sealed class FrontFields(Sheet sheet, SheetPlace place)
{
    private const int LastRow = 60, LastColumn = 20;

    public SheetPlace Place => place;

    public static bool AreOn(Sheet sheet) =>
        Column.FoldHeader(sheet.Name) == FrontSheet.Name
        || new[] { FrontSheet.Department, FrontSheet.ReportingYear }.All(c => new FrontFields(sheet, new(0, "")).Find(c) is not null);

    /// <summary>The first cell that holds something to the right of a field's name.</summary>
    public FrontCell? Find(Column column)
    {
        foreach (var row in Rows)
        {
            for (var i = Array.FindIndex(row.Cells, c => IsName(c.Cell, column)) + 1; i > 0 && i < row.Cells.Length; i++)
            {
                if (row.Cells[i].Column <= LastColumn)
                    return new(place, new(row.Number, row.Cells[i].Column), row.Cells[i].Cell);
            }
        }

        return null;
    }

    /// <summary>The blank cell beside the name of a field that says nothing; null when even the name is missing.</summary>
    public FrontCell? Blank(Column column)
    {
        foreach (var row in Rows)
        {
            if (Array.Find(row.Cells, c => c.Column < LastColumn && IsName(c.Cell, column)) is { Column: > 0 } name)
                return new(place, new(row.Number, name.Column + 1), default);
        }

        return null;
    }

    private IEnumerable<SheetRow> Rows => sheet.Rows.TakeWhile(r => r.Number <= LastRow);

    private static bool IsName(Cell cell, Column column) => Column.FoldHeader(cell.Text) == column.FoldedHeader;
}
