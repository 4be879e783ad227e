using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Resolves ditto marks such as 同上 and 〃, which mean the value of the cell above.</summary>
internal sealed class DittoMarks(Sheet sheet, int firstRow)
{
    private const int Longest = 8;

    private static readonly HashSet<string> Marks = new(["同上", "上に同じ", "〃", "々"], StringComparer.Ordinal);

    // By column, the row of the last mark that was resolved and its value. Rows are read from top to bottom, so a search upwards can stop
    // at that row.
    private readonly Dictionary<int, (int Row, SheetCell Meant)> latest = [];

    // Every mark contains one of these three characters, which few other short texts contain. Checking for them first avoids most calls of
    // Fold.
    public static bool Is(SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { Length: <= Longest } text }
        && text.AsSpan().ContainsAny('同', '〃', '々') && Marks.Contains(text.Fold().Trim('(', ')'));

    /// <summary>Returns the nearest cell above that is neither blank nor a ditto mark; a blank cell when there is none.</summary>
    public SheetCell Meant(CellAddress address)
    {
        var (row, meant) = (address.Row - 1, default(SheetCell));
        var known = latest.GetValueOrDefault(address.Column);
        for (; row >= firstRow && meant.IsBlank; row--)
        {
            if (row == known.Row)
                meant = known.Meant;
            else if (sheet.At(sheet.Owner(new(row, address.Column))) is var cell && !Is(cell))
                meant = cell;
        }

        latest[address.Column] = (address.Row, meant);
        return meant;
    }
}
