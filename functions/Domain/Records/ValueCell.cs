using System.Globalization;
using System.Runtime.InteropServices;

namespace KawasakiServerless.Domain;

/// <summary>
/// The cell of one number of a record (値のセル). Row and column are stored instead of a reference such as K2, to save memory: a large report
/// has a hundred thousand of these cells.
/// </summary>
/// <param name="Key">Says which number of the record is in this cell: 2017 for an indicator's figure of that fiscal year, total for the
/// total of a statistic, share-0 for its first share.</param>
/// <param name="Column">The column number, starting at 1 like the row number.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ValueCell(string Key, int Column, int Row)
{
    public const string Total = "total";

    public CellArea Area => new(Row, Column, Row, Column);

    /// <summary>The cell reference, such as K2.</summary>
    public string Cell => Area.ToString();

    /// <summary>Parses a cell reference such as K2; null if it is not a single cell.</summary>
    public static ValueCell? Parse(string key, string cell) =>
        CellArea.TryParse(cell, out var area) && area.Size == 1 ? new(key, area.Left, area.Top) : null;

    public static string KeyOf(FiscalYear year) => year.Year.ToString(CultureInfo.InvariantCulture);

    public static string KeyOf(int share) => string.Create(CultureInfo.InvariantCulture, $"share-{share}");
}
