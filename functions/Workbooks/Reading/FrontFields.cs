using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>
/// Finds the fields of はじめに, the first sheet of the template. The value of a field is in a cell to the right of the field's name.
/// </summary>
internal sealed class FrontFields(Sheet sheet, SheetPlace place)
{
    private const int LastRow = 60, LastColumn = 20;

    private static readonly TemplateColumn[] Fields =
        [FrontSheet.Department, FrontSheet.ReportingYear, FrontSheet.Version, FrontSheet.NothingToReport];

    public SheetPlace Place => place;

    public static bool AreOn(Sheet sheet) =>
        TemplateColumn.FoldHeader(sheet.Name) == FrontSheet.Name
        || new[] { FrontSheet.Department, FrontSheet.ReportingYear }.All(c => new FrontFields(sheet, new(0, "")).Find(c) is not null);

    /// <summary>
    /// Returns the value of a field, which is the first non-blank cell to the right of its name; null when there is none.
    /// </summary>
    public FrontCell? Find(TemplateColumn column)
    {
        foreach (var row in Rows)
        {
            var name = Array.FindIndex(row.Cells, c => IsName(c.Cell, column));
            if (name >= 0 && Array.FindIndex(row.Cells, name + 1, c => !c.Cell.IsBlank) is > 0 and var at
                && row.Cells[at] is { Column: <= LastColumn } value)
                return new(place, new(row.Number, value.Column), value.Cell) { Name = new(row.Number, row.Cells[name].Column) };
        }

        return null;
    }

    /// <summary>
    /// Returns the cell to the right of a field's name, for a field without a value; null when the sheet does not even contain the name.
    /// </summary>
    public FrontCell? Blank(TemplateColumn column)
    {
        foreach (var row in Rows)
        {
            if (Array.Find(row.Cells, c => c.Column < LastColumn && IsName(c.Cell, column)) is { Column: > 0 } name)
                return new(place, new(row.Number, name.Column + 1), default);
        }

        return null;
    }

    /// <summary>
    /// Marks as used the cells that contain field names, field values or instructions of the template. Otherwise they would be reported as
    /// cells that were not read.
    /// </summary>
    public void Take(SheetUses uses)
    {
        foreach (var field in Fields.Select(Find).OfType<FrontCell>())
        {
            uses.Take(field.Name, CellUse.Heading);
            uses.Take(field.Address, CellUse.Heading);
        }

        foreach (var name in Fields.Where(f => Find(f) is null).Select(Blank).OfType<FrontCell>())
            uses.Take(name.Address with { Column = name.Address.Column - 1 }, CellUse.Heading);
        foreach (var at in sheet.Rows.SelectMany(GuideIn))
            uses.Take(at, CellUse.Heading);
    }

    // Finds the cells that contain an instruction of the template, and the cells beside them that contain its number, as in 1 |
    // 見出しの下に、一行に一つずつ記入してください。…
    private static IEnumerable<CellAddress> GuideIn(SheetRow row)
    {
        foreach (var (column, cell) in row.Cells)
        {
            if (FrontGuide.Prints(cell.Text)
                || (cell.Text.Length <= 2 && int.TryParse(cell.Text, out _) && FrontGuide.Prints(row.At(column + 1).Text)))
                yield return new(row.Number, column);
        }
    }

    private IEnumerable<SheetRow> Rows => sheet.Rows.TakeWhile(r => r.Number <= LastRow);

    private static bool IsName(SheetCell cell, TemplateColumn column) => TemplateColumn.FoldHeader(cell.Text) == column.FoldedHeader;
}
