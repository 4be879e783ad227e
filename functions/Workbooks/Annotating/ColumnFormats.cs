using System.Runtime.InteropServices;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>The width and format of a range of adjacent columns (element &lt;col&gt;).</summary>
/// <param name="Width">The width in characters; null for the sheet's default width.</param>
/// <param name="Format">The index of the cell format that applies to cells of these columns for which the file contains no element.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ColumnFormat(int First, int Last, double? Width, int Format);

/// <summary>The column formats of a sheet, ordered by column. A format that overlaps one that was added before is ignored.</summary>
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

    // The index of the first format whose last column is this column or a later one; the number of formats if there is none.
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
