using System.Globalization;
using System.Text.RegularExpressions;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// Reports cells that should contain text but that Excel converted: when 6-11 is typed, to the eleventh of June; when 1E2 is typed, to the
/// number 100, displayed as 1.00E+02.
/// </summary>
internal static partial class AutomaticConversion
{
    // Reports contain no dates before this year, so an earlier date is a number in a cell with a date format.
    private const int Earliest = 1950;

    /// <param name="cell">A cell that should contain text.</param>
    /// <param name="header">The header of its column.</param>
    public static Finding? Date(SheetCell cell, string header) =>
        cell.Kind == CellKind.Date ? Findings.DateForText(header, cell.Text, Typed(cell)) : null;

    /// <param name="cell">A cell that should contain text.</param>
    /// <param name="header">The header of its column.</param>
    public static Finding? Exponent(SheetCell cell, string header) =>
        cell.Kind is CellKind.Number or CellKind.Shown && Exponential().IsMatch(cell.Text)
            ? FigureFindings.ExponentForText(header, cell.Text, TypedExponent(cell.Serial))
            : null;

    /// <summary>
    /// The number that was typed into a cell with a date format, such as 12 displayed as 1900/1/12; null when the cell is a real date.
    /// </summary>
    public static string? Number(SheetCell cell) =>
        cell.Date is { } date && date.Year < Earliest ? SheetCell.OfNumber(cell.Serial).Text : null;

    private static string Typed(SheetCell cell) => cell.Date is { } date ? date.ToString("M-d", CultureInfo.InvariantCulture) : "6-11";

    // Returns the form with the shortest whole number before the exponent, such as 12E3 for 12000. A number that has no such form with an
    // exponent, such as 1.5, was probably typed as it is.
    private static string TypedExponent(double number)
    {
        var parts = number.ToString("E14", CultureInfo.InvariantCulture).Split('E');
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal).TrimEnd('0');
        var exponent = int.Parse(parts[1], CultureInfo.InvariantCulture) - digits.TrimStart('-').Length + 1;
        return number != 0 && (exponent > 0 || Math.Abs(number) < 1)
            ? string.Create(CultureInfo.InvariantCulture, $"{digits}E{exponent}")
            : SheetCell.OfNumber(number).Text;
    }

    [GeneratedRegex(@"^-?[0-9]+(?:\.[0-9]*)?E[+-][0-9]+$")]
    private static partial Regex Exponential();
}
