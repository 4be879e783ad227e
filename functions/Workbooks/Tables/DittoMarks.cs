using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Resolves ditto marks, which repeat the value of the row above: 同上, 〃.</summary>
internal sealed class DittoMarks(Sheet sheet, int firstRow)
{
    private const int Longest = 8;

    private static readonly HashSet<string> Marks = new(["同上", "上に同じ", "〃", "々"], StringComparer.Ordinal);

    // The cell that the latest mark of each column resolved to. Rows are read from the top, so the next mark can reuse it.
    private readonly Dictionary<int, (int Row, SheetCell Meant)> latest = [];

    // Every mark contains one of three characters that few other short texts contain, so this check avoids most folding.
    public static bool Is(SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { Length: <= Longest } text }
        && text.AsSpan().ContainsAny('同', '〃', '々') && Marks.Contains(text.Fold().Trim('(', ')'));

    /// <summary>The nearest non-blank cell above that is not a ditto mark; a blank cell when there is none.</summary>
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
