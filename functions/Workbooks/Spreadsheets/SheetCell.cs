using System.Globalization;
using System.Runtime.InteropServices;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Spreadsheets;

internal enum CellKind
{
    Blank,

    /// <summary>All of it is struck out (取り消し線): it counts as blank.</summary>
    Struck,
    Text,
    Number,
    Date,
    Percent,

    /// <summary>A number that is shown otherwise than it is stored: 52千, ▲52, 第3回.</summary>
    Shown,

    /// <summary>TRUE or FALSE.</summary>
    Truth,

    Error,

    /// <summary>A formula whose value was never saved.</summary>
    NoValue,
}

/// <summary>What stands in a cell. A percentage is held as shown: 45.9 for 45.9%.</summary>
/// <param name="Content">Trimmed, line breaks as \n; the code of an error cell; what a number or a date is shown as; null where that is its
/// text.</param>
/// <param name="Serial">A number or a date in the 1900 system; 1 for a text of which letters were struck out.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SheetCell(CellKind Kind, string? Content, double Serial)
{
    // DateTime.FromOADate throws outside these.
    private const double FirstDate = 1, LastDate = 2_958_465;

    public bool IsBlank => Kind is CellKind.Blank or CellKind.Struck;

    /// <summary>Whether some letters of a text were struck out, and left out.</summary>
    public bool HasStruck => Kind == CellKind.Text && Serial > 0;

    /// <summary>Typed as text it is the same: Excel turns it into one on the next edit.</summary>
    public bool IsTruth => Kind == CellKind.Truth || (Kind == CellKind.Text && Content is "TRUE" or "FALSE");

    public bool IsUnusable => Kind is CellKind.Error or CellKind.NoValue;

    public DateTime? Date => Kind == CellKind.Date && Serial is >= FirstDate and <= LastDate ? DateTime.FromOADate(Serial) : null;

    /// <summary>Null when it is no number, or too large for one.</summary>
    public decimal? Number => Kind switch
    {
        CellKind.Number => ToDecimal(Serial),
        CellKind.Percent => ToDecimal(Serial) * 100,
        CellKind.Shown => TypedNumber.OfDisplay(Content!),
        _ => null,
    };

    /// <summary>As a person reads it: 1, 45.9%, 2018/4/1, 平成30年4月.</summary>
    public string Text => Kind switch
    {
        CellKind.Number => Plain(Number) ?? Plain(Serial),
        CellKind.Percent => (Plain(Number) ?? Plain(Serial)) + "%",
        CellKind.Date => Content ?? Date?.ToString("yyyy/M/d", CultureInfo.InvariantCulture) ?? Plain(Serial),
        _ => Content ?? "",
    };

    /// <param name="shown">What the number format makes of it.</param>
    /// <param name="stored">The number.</param>
    public static SheetCell OfDisplay(string shown, double stored) =>
        Twins.ShowsNothing(shown) ? default : new(CellKind.Shown, shown, stored);

    public static SheetCell OfNumber(double number) => new(CellKind.Number, null, number);

    /// <param name="number">What is struck out, when it is a number.</param>
    public static SheetCell OfStruck(double number = 1) => new(CellKind.Struck, null, number);

    public static SheetCell OfTruth(bool truth) => new(CellKind.Truth, truth ? "TRUE" : "FALSE", 0);

    public static SheetCell OfText(string text, bool hasStruck = false) =>
        !Twins.ShowsNothing(text) ? new(CellKind.Text, text, hasStruck ? 1 : 0)
        : hasStruck ? OfStruck()
        : default;

    // A decimal made from a double keeps 15 digits, as Excel does: 0.45900000000000002 is 0.459.
    internal static decimal? ToDecimal(double value) => Math.Abs(value) < 1e15 ? (decimal)value : null;

    private static string? Plain(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);
}
