using System.Globalization;
using System.Runtime.InteropServices;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Spreadsheets;

internal enum CellKind
{
    Blank,

    /// <summary>The whole content is struck out (取り消し線), so the cell is treated as blank.</summary>
    Struck,
    Text,
    Number,
    Date,
    Percent,

    /// <summary>A number whose format displays something other than the stored value, such as 52千, ▲52 or 第3回.</summary>
    Shown,

    /// <summary>TRUE or FALSE.</summary>
    Truth,

    Error,

    /// <summary>A formula without a saved result.</summary>
    NoValue,
}

/// <summary>The displayed content of a cell.</summary>
/// <param name="Content">For a text, the trimmed text with line breaks as \n; for an error, its code; for a Boolean, TRUE or FALSE; for a
/// number or a date, the displayed text, or null if it is the default one.</param>
/// <param name="Serial">The stored number; for a date, the serial number in the 1900 system; for a text, 1 if struck-out characters were
/// removed from it, or 2 if the number format displays it instead of the stored text; for a struck-out cell, the number that
/// <see cref="OfStruck"/> describes.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SheetCell(CellKind Kind, string? Content, double Serial)
{
    // The first and the last date of the 1900 system. DateTime.FromOADate throws for later dates.
    private const double FirstDate = 1, LastDate = 2_958_465;

    // The serial number of 29 February 1900, which Excel counts although that day did not exist. DateTime counts the days before it from a
    // day later.
    private const double LeapDay = 60;

    // What the serial of a text says about it.
    private const double Struck = 1, Instead = 2;

    public bool IsBlank => Kind is CellKind.Blank or CellKind.Struck;

    /// <summary>Whether struck-out characters were removed from the text.</summary>
    public bool HasStruck => Kind == CellKind.Text && Serial == Struck;

    /// <summary>Whether the number format displays this text instead of the stored one, as "非公開" in 0;0;0;"非公開".</summary>
    public bool IsInsteadOfText => Kind == CellKind.Text && Serial == Instead;

    /// <summary>
    /// Whether the cell contains TRUE or FALSE. This includes the text TRUE, because Excel converts it to a Boolean when the cell is next
    /// edited.
    /// </summary>
    public bool IsTruth => Kind == CellKind.Truth || (Kind == CellKind.Text && Content is "TRUE" or "FALSE");

    public bool IsUnusable => Kind is CellKind.Error or CellKind.NoValue;

    public DateTime? Date => Kind == CellKind.Date && Serial is >= FirstDate and <= LastDate
        ? DateTime.FromOADate(Serial < LeapDay ? Serial + 1 : Serial)
        : null;

    /// <summary>The displayed number, such as 45.9 for 45.9%; null when the cell is not a number or the number is too large.</summary>
    public decimal? Number => Kind switch
    {
        CellKind.Number => ToDecimal(Serial),
        CellKind.Percent => ToDecimal(Serial) * 100,
        CellKind.Shown => TypedNumber.OfDisplay(Content!),
        _ => null,
    };

    /// <summary>The text that the cell displays, such as 1, 45.9%, 2018/4/1 or 平成30年4月.</summary>
    public string Text => Kind switch
    {
        CellKind.Number => Plain(Number) ?? Plain(Serial),
        CellKind.Percent => (Plain(Number) ?? Plain(Serial)) + "%",
        CellKind.Date => Content ?? Date?.ToString("yyyy/M/d", CultureInfo.InvariantCulture) ?? Plain(Serial),
        _ => Content ?? "",
    };

    /// <param name="shown">The text that the number format displays.</param>
    /// <param name="stored">The stored number.</param>
    public static SheetCell OfDisplay(string shown, double stored) =>
        LookalikeCharacters.ShowsNothing(shown) ? default : new(CellKind.Shown, shown, stored);

    /// <summary>The serial number of a date in the 1900 system.</summary>
    public static double SerialOf(DateTime date) => date.ToOADate() is var serial && serial < LeapDay + 1 ? serial - 1 : serial;

    public static SheetCell OfNumber(double number) => new(CellKind.Number, null, number);

    /// <param name="number">The number in the struck-out cell. It is used only to recognize zero, which is blank in a sheet that is set to
    /// hide zeros. The default 1 means content that need not be recognized as zero.</param>
    public static SheetCell OfStruck(double number = 1) => new(CellKind.Struck, null, number);

    public static SheetCell OfTruth(bool truth) => new(CellKind.Truth, truth ? "TRUE" : "FALSE", 0);

    public static SheetCell OfText(string text, bool hasStruck = false) =>
        !LookalikeCharacters.ShowsNothing(text) ? new(CellKind.Text, text, hasStruck ? Struck : 0)
        : hasStruck ? OfStruck()
        : default;

    /// <param name="shown">The text that the number format displays instead of the stored text.</param>
    public static SheetCell InsteadOfText(string shown) =>
        LookalikeCharacters.ShowsNothing(shown) ? default : new(CellKind.Text, shown, Instead);

    // The conversion from double to decimal rounds to 15 digits, as Excel does: 0.45900000000000002 becomes 0.459.
    internal static decimal? ToDecimal(double value) => Math.Abs(value) < 1e15 ? (decimal)value : null;

    private static string? Plain(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Plain(double value) => value.ToString(CultureInfo.InvariantCulture);
}
