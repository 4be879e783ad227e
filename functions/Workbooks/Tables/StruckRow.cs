using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Recognizes a row whose whole content is struck out (取り消し線). It is reported once and not for each of its cells.</summary>
internal static class StruckRow
{
    /// <param name="columns">The columns of the table; other cells of the row are ignored.</param>
    /// <returns>The first cell; null if fewer than two cells are struck out, or another one has content.</returns>
    public static CellAddress? In(SheetRow row, ICollection<int> columns)
    {
        var struck = 0;
        CellAddress? first = null;
        foreach (var (column, cell) in row.Cells)
        {
            if (cell.Kind == CellKind.Blank || !columns.Contains(column))
                continue;
            if (cell.Kind != CellKind.Struck)
                return null;
            first ??= new(row.Number, column);
            struck++;
        }

        return struck > 1 ? first : null;
    }
}
