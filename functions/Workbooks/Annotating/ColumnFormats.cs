using System.Runtime.InteropServices;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>What a sheet says of some columns next to each other (col).</summary>
/// <param name="Width">In characters; null for the usual one.</param>
/// <param name="Format">That a cell has before anything is in it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ColumnFormat(int First, int Last, double? Width, int Format);

/// <summary>The formats of a sheet's columns in their order. Of two for the same column the one that came first counts.</summary>
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

    // The first that ends at the column or after it.
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
