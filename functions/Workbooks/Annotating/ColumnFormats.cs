using System.Runtime.InteropServices;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>The format of adjacent columns (col).</summary>
/// <param name="Width">The width in characters; null for the default.</param>
/// <param name="Format">The format of empty cells.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ColumnFormat(int First, int Last, double? Width, int Format);

/// <summary>The formats of a sheet's columns in order. If two cover the same column, the first one wins.</summary>
internal sealed class ColumnFormats
{
    private readonly List<ColumnFormat> formats = [];

    public void Add(ColumnFormat added)
    {
        if (added.First is < 1 or > CellAddress.LastColumn || added.First > added.Last)
            return;
        var index = IndexOf(added.First);
        if (index == formats.Count || formats[index].First > added.Last)
            formats.Insert(index, added);
    }

    public int FormatOf(int column) => Of(column).Format;

    public double? WidthOf(int column) => Of(column).Width;

    private ColumnFormat Of(int column)
    {
        var index = IndexOf(column);
        return index < formats.Count && formats[index].First <= column ? formats[index] : default;
    }

    // The index of the first format that ends at or after the column.
    private int IndexOf(int column)
    {
        var (low, high) = (0, formats.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = formats[middle].Last < column ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
