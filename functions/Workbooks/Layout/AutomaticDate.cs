using System.Globalization;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>A date where words are expected: Excel turns 6-11 into the eleventh of June as it is typed.</summary>
internal static class AutomaticDate
{
    // No report tells of days before.
    private const int Earliest = 1950;

    /// <param name="cell">Where words are expected.</param>
    /// <param name="header">Of its column.</param>
    public static Finding? In(SheetCell cell, string header) =>
        cell.Kind == CellKind.Date ? Findings.DateForText(header, cell.Text, Typed(cell)) : null;

    /// <summary>A number that was typed into a cell of dates, 12 shown as 1900/1/12; null when it was rather a date.</summary>
    public static string? Number(SheetCell cell) =>
        cell.Date is { } date && date.Year < Earliest ? SheetCell.OfNumber(cell.Serial).Text : null;

    private static string Typed(SheetCell cell) => cell.Date is { } date ? date.ToString("M-d", CultureInfo.InvariantCulture) : "6-11";
}
