using System.Globalization;
using ExcelNumberFormat;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// A format code as the package evaluates it, mended where that would show another figure than Excel does. Nothing else uses the package.
/// </summary>
internal sealed class DisplayFormat
{
    private readonly NumberFormat format;
    private readonly FormatCondition? first;

    // Where negative numbers are shown as General within other words, the package would show their sign twice.
    private readonly DisplayFormat? negatives;

    private DisplayFormat(NumberFormat format, string[] sections)
    {
        (this.format, first) = (format, FormatCondition.Of(sections[0]));
        negatives = first is null && sections is [_, var second, ..] && FormatCode.HasGeneral(second) ? TryParse(second) : null;
    }

    /// <summary>Null when it is no format.</summary>
    public static DisplayFormat? TryParse(string code) =>
        new NumberFormat(FormatCode.Quoted(code)) is { IsValid: true } format ? new(format, FormatCode.Sections(code)) : null;

    /// <summary>
    /// Null where nobody knows: what a program wrote that is no format is shown by Excel in one way and by others in another.
    /// </summary>
    public string? Show(double number)
    {
        if (number < 0 && negatives is not null)
            return negatives.Show(-number);
        var shown = Formatted(number);
        return number < 0 && first?.LeavesSign(number) == true && shown?.Any(char.IsAsciiDigit) == true ? $"-{shown}" : shown;
    }

    public string? Show(string text) => Formatted(text);

    private string? Formatted(object value)
    {
        try
        {
            return format.Format(value, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (
            e is FormatException or ArgumentException or OverflowException or IndexOutOfRangeException or InvalidOperationException)
        {
            return null;
        }
    }
}
