using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Verifies an edited workbook: the edited cells must display what was typed, and all other cells must be the same as before.
/// </summary>
internal static class EditComparison
{
    public static bool IsAsPlanned(Spreadsheet before, Spreadsheet after, EditPlan plan) =>
        before.Sheets.Count == after.Sheets.Count
            && before.Sheets.Zip(after.Sheets).All(pair => IsAsPlanned(pair.First, pair.Second, plan));

    private static bool IsAsPlanned(Sheet before, Sheet after, EditPlan plan)
    {
        var edits = plan.BySheet.GetValueOrDefault(after.Name) ?? [];
        return before.Name == after.Name
            && Others(before, edits).SequenceEqual(Others(after, edits))
            && edits.Values.All(e => Shows(after.At(e.At), e.Edit.Value));
    }

    private static IEnumerable<(CellAddress, SheetCell)> Others(Sheet sheet, Dictionary<CellAddress, PendingEdit> edits) =>
        from row in sheet.Rows
        from cell in row.Cells
        let at = new CellAddress(row.Number, cell.Column)
        where !edits.ContainsKey(at)
        select (at, cell.Cell);

    private static bool Shows(SheetCell cell, CellValue value) => value switch
    {
        BlankValue => cell.Kind == CellKind.Blank,
        NumberValue number => (cell.Number ?? TypedNumber.Parse(cell.Text)) == number.Number,
        _ => cell.Kind == CellKind.Text && cell.Text == Escapes.Plain(value.Text),
    };
}
