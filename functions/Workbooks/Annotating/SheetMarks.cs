using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>The marks of a sheet, separated by how the element of a marked cell is found.</summary>
/// <param name="InOrder">Marks whose cells are in order, or are missing in the sheet and must be added.</param>
/// <param name="Misplaced">In a sheet with repeated rows or with rows or cells out of order, the marks of all cells that the sheet has.
/// </param>
internal sealed record SheetMarks(IReadOnlyCollection<CellMark> InOrder, IReadOnlyDictionary<CellAddress, CellMark> Misplaced)
{
    public static SheetMarks None { get; } = new([], new Dictionary<CellAddress, CellMark>());

    /// <summary>Reads the cells of the sheet once more if they are not in order.</summary>
    public static SheetMarks Of(IReadOnlyDictionary<CellAddress, CellMark> marks, EditedPackage package, EditedSheet sheet)
    {
        var misplaced = CellsIn(package, sheet).Where(marks.ContainsKey).Distinct().ToDictionary(a => a, a => marks[a]);
        return new([.. marks.Values.Where(m => !misplaced.ContainsKey(m.Address))], misplaced);
    }

    private static IEnumerable<CellAddress> CellsIn(EditedPackage package, EditedSheet sheet)
    {
        using var reader = package.OpenXml(sheet.Path);
        var (row, column) = (0, 0);
        while (reader.Step(package.Budget))
        {
            if (reader.IsAt("row"))
                (row, column) = (MarkedSheet.RowNumber(reader, row), 0);
            else if (reader.IsAt("c"))
                yield return new(row, column = MarkedSheet.ColumnNumber(reader, column));
        }
    }
}
