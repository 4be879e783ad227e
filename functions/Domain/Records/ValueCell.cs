using System.Globalization;
using System.Runtime.InteropServices;

namespace KawasakiServerless.Domain;

/// <summary>
/// Where one number of a record stands (値のセル). It keeps no text of the cell's name, since a large report has a hundred thousand of them.
/// </summary>
/// <param name="Key">2017 for the figure of a fiscal year; total, or share-0 for the first share of a statistic.</param>
/// <param name="Column">Counted from 1, as the row is.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ValueCell(string Key, int Column, int Row)
{
    public const string Total = "total";

    public CellArea Area => new(Row, Column, Row, Column);

    /// <summary>K2.</summary>
    public string Cell => Area.ToString();

    /// <summary>Reads K2; null when it is no cell.</summary>
    public static ValueCell? Parse(string key, string cell) =>
        CellArea.TryParse(cell, out var area) && area.Size == 1 ? new(key, area.Left, area.Top) : null;

    public static string KeyOf(FiscalYear year) => year.Year.ToString(CultureInfo.InvariantCulture);

    public static string KeyOf(int share) => string.Create(CultureInfo.InvariantCulture, $"share-{share}");
}
