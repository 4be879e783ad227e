using System.Globalization;

namespace KawasakiServerless.Workbooks;

/// <summary>A date where words are expected: Excel turns 6-11 into the eleventh of June as it is typed.</summary>
internal static class AutomaticDate
{
    public static Finding? In(Cell cell, Column column) => cell.Kind == CellKind.Date ? Findings.DateForText(column.Header, cell.Text, Typed(cell)) : null;

    private static string Typed(Cell cell) => cell.Date is { } date ? date.ToString("M-d", CultureInfo.InvariantCulture) : "6-11";
}
