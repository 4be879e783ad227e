using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace KawasakiServerless.Packing;

/// <summary>The address of a cell. Row and column numbers start at 1; AA12 is row 12, column 27.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellAddress(int Row, int Column)
{
    public const int LastRow = 1_048_576, LastColumn = 16_384;

    // An upper bound of the length of an address as text, for any row and column numbers, even outside of a sheet's bounds.
    internal const int LongestText = 20;

    public static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        var (letters, column) = (0, 0);
        for (; letters < text.Length && letters < 3 && char.IsAsciiLetter(text[letters]); letters++)
            column = (column * 26) + (char.ToUpperInvariant(text[letters]) - 'A' + 1);
        address = int.TryParse(text[letters..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? new(row, column) : default;
        return address is { Row: >= 1 and <= LastRow, Column: >= 1 and <= LastColumn };
    }

    public static string ColumnName(int column)
    {
        Span<char> text = stackalloc char[LongestText];
        return text[..Write(column, text)].ToString();
    }

    public override string ToString()
    {
        Span<char> text = stackalloc char[LongestText];
        return text[..Write(text)].ToString();
    }

    // Writes the address without allocating memory, because a workbook contains thousands of addresses.
    internal int Write(Span<char> text)
    {
        var letters = Write(Column, text);
        Row.TryFormat(text[letters..], out var digits, default, CultureInfo.InvariantCulture);
        return letters + digits;
    }

    private static int Write(int column, Span<char> text)
    {
        var before = column <= 26 ? 0 : Write((column - 1) / 26, text);
        text[before] = (char)('A' + ((column - 1) % 26));
        return before + 1;
    }
}

/// <summary>
/// A rectangle of cells, such as A2:E4. A range of a single cell is formatted as B5; <see cref="TryParse"/> accepts only texts with a
/// colon.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out CellRange? range)
    {
        var colon = (text ?? "").IndexOf(':', StringComparison.Ordinal);
        range = colon > 0 && CellAddress.TryParse(text.AsSpan(0, colon), out var first)
            && CellAddress.TryParse(text.AsSpan(colon + 1), out var last)
            ? new(first, last)
            : null;
        return range is not null;
    }

    public override string ToString()
    {
        Span<char> text = stackalloc char[(2 * CellAddress.LongestText) + 1];
        var length = First.Write(text);
        if (First == Last)
            return text[..length].ToString();
        text[length++] = ':';
        length += Last.Write(text[length..]);
        return text[..length].ToString();
    }
}
