using System.Globalization;
using System.Text.RegularExpressions;
using ExcelNumberFormat;

namespace KawasakiServerless.Workbooks;

/// <summary>How a number format shows a number: what stands in a cell is what a clerk sees there, and not what is stored.</summary>
internal sealed partial class NumberDisplay
{
    // Excel's own limit.
    private const int LongestCode = 255;

    // Of a decimal.
    private const int MostDecimals = 28;

    private readonly CellKind kind;

    // Decimals of a format that does nothing but round; null for any other.
    private readonly int? decimals;

    // Null where a number is shown with all its digits, or nobody knows how.
    private readonly NumberFormat? format;

    private NumberDisplay(CellKind kind, int? decimals, NumberFormat? format) => (this.kind, this.decimals, this.format) = (kind, decimals, format);

    /// <summary>All digits, as the formats 標準 and 文字列 show them.</summary>
    public static NumberDisplay General { get; } = new(CellKind.Number, null, null);

    public static NumberDisplay Of(string code)
    {
        if (code.Length > LongestCode || Whole().IsMatch(code))
            return General;
        if (IsDate(code))
            return new(CellKind.Date, null, null);
        var plain = Plain().Match(code);
        var parsed = new NumberFormat(Unquoted().Replace(code, Quoted));
        return new(
            plain.Groups["percent"].Success ? CellKind.Percent : CellKind.Number,
            plain.Success ? Math.Min(plain.Groups["decimals"].Length, MostDecimals) : null,
            parsed.IsValid ? parsed : null);
    }

    // The numbers below 164 have no code in the file; 27 to 36 and 50 to 58 are the Japanese eras.
    public static NumberDisplay OfBuiltIn(int id) => id switch
    {
        1 => Of("0"),
        2 => Of("0.00"),
        3 => Of("#,##0"),
        4 => Of("#,##0.00"),
        9 => Of("0%"),
        10 => Of("0.00%"),
        11 => Of("0.00E+00"),
        12 => Of("# ?/?"),
        13 => Of("# ??/??"),
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => new(CellKind.Date, null, null),
        37 or 38 => Of("#,##0;(#,##0)"),
        39 or 40 => Of("#,##0.00;(#,##0.00)"),
        48 => Of("##0.0E+0"),
        _ => General,
    };

    public Cell Show(double number)
    {
        if (kind == CellKind.Date || format is null || Cell.ToDecimal(number) is not { } value || IsShownWhole(value))
            return new(kind, null, number);
        return Format(number) is { } shown ? Cell.OfDisplay(shown.Trim(), number) : new(kind, null, number);
    }

    private bool IsShownWhole(decimal number)
    {
        var counted = kind == CellKind.Percent ? number * 100 : number;
        return decimals is { } places && decimal.Round(counted, places) == counted;
    }

    // What a program wrote that is no format is shown by Excel in one way and by others in another.
    private string? Format(double number)
    {
        try
        {
            return format!.Format(number, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or IndexOutOfRangeException or InvalidOperationException)
        {
            return null;
        }
    }

    // Japanese Excel takes ▲ and 人 as they stand.
    private static string Quoted(Match match) => match.Groups["bare"].Success ? $"\"{match.Value}\"" : match.Value;

    private static bool IsDate(string code)
    {
        var shown = Literals().Replace(code.Split(';')[0], "");
        return !shown.Contains('%', StringComparison.Ordinal) && !shown.StartsWith("General", StringComparison.OrdinalIgnoreCase)
            && !shown.StartsWith("G/", StringComparison.OrdinalIgnoreCase) && DateLetters().IsMatch(shown);
    }

    [GeneratedRegex("^(?:General|G/標準|@)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    // One section of digits, or a second one that shows the same with a sign.
    [GeneratedRegex(@"^(?:#,##)?0(?:\.(?<decimals>0+))?(?<percent>%)?(?:_.| )?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|[\\_*].|E[+-]
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literals();

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|[\\_*].|(?<bare>[^\x00-\x7F]+)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Unquoted();

    [GeneratedRegex("[ymdhsge]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLetters();
}
