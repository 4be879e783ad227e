using System.Globalization;
using System.Runtime.InteropServices;

namespace KawasakiServerless.Domain;

/// <summary>
/// A rectangle of cells (セルの範囲). It can be parsed from the references that <see cref="Source"/> and <see cref="Problem"/> contain, such as
/// B5, B5:M5 or B9–B12.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CellArea(int Top, int Left, int Bottom, int Right)
{
    private const int Letters = 26;

    /// <summary>The number of cells; 0 for the default value, which is not a valid area.</summary>
    public long Size => Top == 0 ? 0 : (Bottom - Top + 1L) * (Right - Left + 1L);

    public static bool TryParse(string text, out CellArea area)
    {
        var between = text.AsSpan().IndexOfAny(':', '–');
        var (first, last) = between < 0 ? (text, text) : (text[..between], text[(between + 1)..]);
        area = TryParseCell(first, out var from) && TryParseCell(last, out var to) && from.Row <= to.Row && from.Column <= to.Column
            ? new(from.Row, from.Column, to.Row, to.Column)
            : default;
        return area.Size > 0;
    }

    public bool Holds(CellArea cell) => cell.Top >= Top && cell.Bottom <= Bottom && cell.Left >= Left && cell.Right <= Right;

    public IEnumerable<CellArea> Cells()
    {
        for (var row = Top; row <= Bottom && Size > 0; row++)
        {
            for (var column = Left; column <= Right; column++)
                yield return new(row, column, row, column);
        }
    }

    /// <summary>Returns the reference of the first cell, such as B5.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Left)}{Top}");

    private static string ColumnName(int column) => column <= Letters
        ? $"{(char)('A' + column - 1)}"
        : $"{ColumnName((column - 1) / Letters)}{(char)('A' + ((column - 1) % Letters))}";

    private static bool TryParseCell(string text, out (int Row, int Column) cell)
    {
        var letters = text.TakeWhile(char.IsAsciiLetterUpper).Count();
        var isRow = int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row);
        cell = letters is > 0 and <= 3 ? (row, text[..letters].Aggregate(0, (sum, c) => (sum * Letters) + (c - 'A' + 1))) : default;
        return isRow && row > 0 && cell.Column > 0;
    }
}
