using System.Globalization;
using System.Runtime.InteropServices;

namespace KawasakiServerless.Domain;

/// <summary>
/// The cell of one number of a record (値のセル). The cell reference is not stored as text, because a large report has a hundred thousand of
/// these.
/// </summary>
/// <param name="Key">2017 for the figure of a fiscal year; total, or share-0 for the first share of a statistic.</param>
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
