using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace KawasakiServerless.Packing;

/// <summary>A cell's place, both numbers from 1: AA12 is row 12, column 27.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellAddress(int Row, int Column)
{
    public const int LastRow = 1_048_576, LastColumn = 16_384;

    public static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        var (letters, column) = (0, 0);
        for (; letters < text.Length && letters < 3 && char.IsAsciiLetter(text[letters]); letters++)
            column = (column * 26) + (char.ToUpperInvariant(text[letters]) - 'A' + 1);
        address = int.TryParse(text[letters..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? new(row, column) : default;
        return address is { Row: >= 1 and <= LastRow, Column: >= 1 and <= LastColumn };
    }

    public static string ColumnName(int column) =>
        column <= 26 ? char.ToString((char)('A' + column - 1)) : ColumnName((column - 1) / 26) + ColumnName(((column - 1) % 26) + 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row}");
}

/// <summary>A rectangle of cells: A2:E4, or B5 when it is one cell.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out CellRange? range)
    {
        var colon = (text ?? "").IndexOf(':', StringComparison.Ordinal);
        range = colon > 0 && CellAddress.TryParse(text.AsSpan(0, colon), out var first) && CellAddress.TryParse(text.AsSpan(colon + 1), out var last)
            ? new(first, last)
            : null;
        return range is not null;
    }

    public override string ToString() => First == Last ? First.ToString() : string.Create(
        CultureInfo.InvariantCulture, $"{CellAddress.ColumnName(First.Column)}{First.Row}:{CellAddress.ColumnName(Last.Column)}{Last.Row}");
}
