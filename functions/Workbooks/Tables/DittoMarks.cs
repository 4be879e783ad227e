using System.Buffers;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Resolves ditto marks in a template table: 同上, 〃 and similar marks mean the value of the cell above, 同左 that of the cell to the left.
/// </summary>
internal sealed class DittoMarks(Sheet sheet, FoundTable table)
{
    // Long enough for spaces between the characters, as in （上　に　同　じ）.
    private const int Longest = 12;

    private static readonly HashSet<string> Marks =
        new(["同上", "上に同じ", "上と同じ", "上記に同じ", "上記と同じ", "〃", "々", "仝", "〻", "\"", "”", "''", "′′"], StringComparer.Ordinal);

    // Every mark contains one of these characters, which few other short texts contain. Checking for them first avoids most calls of Fold.
    private static readonly SearchValues<char> Signs = SearchValues.Create("同〃々仝〻\"＂”″'′");

    // By column, the row of the last mark that was resolved and its value. Rows are read from top to bottom, so a search upwards can stop
    // at that row.
    private readonly Dictionary<int, (int Row, SheetCell Meant)> latest = [];

    /// <summary>Whether a cell contains only a ditto mark, of either kind.</summary>
    public static bool Is(SheetCell cell) => MarkIn(cell) is not null;

    public static bool IsOfLeft(SheetCell cell) => MarkIn(cell) == "同左";

    private static string? MarkIn(SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { Length: <= Longest } text }
        && text.AsSpan().ContainsAny(Signs) && text.FoldWithoutSpaces().Trim('(', ')') is var mark
        && (Marks.Contains(mark) || mark == "同左")
            ? mark
            : null;

    /// <summary>
    /// Returns the cell whose value a ditto mark means. For 同左, this is the nearest cell to the left that does not contain 同左 or, if that
    /// cell contains a mark such as 同上, the cell that this mark means. For all other marks, it is the nearest cell above that is neither
    /// blank nor a mark. Returns a blank cell when there is none, and for 同左 also when the cell to the left is blank.
    /// </summary>
    public SheetCell Meant(CellAddress address)
    {
        if (!IsOfLeft(sheet.At(address)))
            return Above(address);
        var left = LeftOf(address);
        var cell = sheet.At(left);
        return IsOfLeft(cell) ? default : Is(cell) ? Above(left) : cell;
    }

    private SheetCell Above(CellAddress address)
    {
        var (row, meant) = (address.Row - 1, default(SheetCell));
        var known = latest.GetValueOrDefault(address.Column);
        for (; row > table.HeaderRow && row != known.Row && meant.IsBlank; row--)
        {
            if (!table.Repeats.Contains(row))
                meant = ValueAt(new(row, address.Column));
        }

        if (row == known.Row && meant.IsBlank)
            meant = known.Meant;
        latest[address.Column] = (address.Row, meant);
        return meant;
    }

    private SheetCell ValueAt(CellAddress address)
    {
        var owner = sheet.Owner(address);
        var cell = sheet.At(IsOfLeft(sheet.At(owner)) ? LeftOf(owner) : owner);
        return Is(cell) ? default : cell;
    }

    // The nearest cell to the left that contains no 同左: in 50 | 同左 | 同左, both marks mean 50.
    private CellAddress LeftOf(CellAddress address)
    {
        var left = address;
        while (left.Column > 1 && IsOfLeft(sheet.At(left)))
            left = sheet.Owner(left with { Column = left.Column - 1 });
        return left;
    }
}
