using System.Globalization;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Reports dates in cells that should contain text: when 6-11 is typed, Excel converts it to the eleventh of June.</summary>
internal static class AutomaticDate
{
    // Reports contain no dates before this year, so an earlier date is a number in a cell with a date format.
    private const int Earliest = 1950;

    /// <param name="cell">A cell that should contain text.</param>
    /// <param name="header">The header of its column.</param>
    public static Finding? In(SheetCell cell, string header) =>
        cell.Kind == CellKind.Date ? Findings.DateForText(header, cell.Text, Typed(cell)) : null;

    /// <summary>
    /// The number that was typed into a cell with a date format, such as 12 displayed as 1900/1/12; null when the cell is a real date.
    /// </summary>
    public static string? Number(SheetCell cell) =>
        cell.Date is { } date && date.Year < Earliest ? SheetCell.OfNumber(cell.Serial).Text : null;

    private static string Typed(SheetCell cell) => cell.Date is { } date ? date.ToString("M-d", CultureInfo.InvariantCulture) : "6-11";
}
