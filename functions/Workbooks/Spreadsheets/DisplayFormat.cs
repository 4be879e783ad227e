using System.Globalization;
using ExcelNumberFormat;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Applies a number format with the package ExcelNumberFormat, and corrects cases in which the package's result differs from what Excel
/// displays. No other class uses the package.
/// </summary>
internal sealed class DisplayFormat
{
    private readonly NumberFormat format;
    private readonly FormatCondition? first;

    // The second section of the format, if it is for negative numbers and contains General; otherwise null. Negative numbers are formatted
    // with this section alone, because with the whole format ExcelNumberFormat would display their minus sign twice.
    private readonly DisplayFormat? negatives;

    private DisplayFormat(NumberFormat format, string[] sections)
    {
        (this.format, first) = (format, FormatCondition.Of(sections[0]));
        negatives = first is null && sections is [_, var second, ..] && FormatCode.HasGeneral(second) ? TryParse(second) : null;
    }

    /// <summary>Returns null when the code is not a valid number format.</summary>
    public static DisplayFormat? TryParse(string code) =>
        Guarded(() => new NumberFormat(FormatCode.Quoted(code))) is { IsValid: true } format
            ? new(format, FormatCode.Sections(code))
            : null;

    /// <summary>Returns the displayed text; null when the package ExcelNumberFormat cannot format the number.</summary>
    public string? Show(double number)
    {
        if (number < 0 && negatives is not null)
            return negatives.Show(-number);
        var shown = Formatted(number);
        return number < 0 && first?.LeavesSign(number) == true && shown?.Any(char.IsAsciiDigit) == true ? $"-{shown}" : shown;
    }

    public string? Show(string text) => Formatted(text);

    private string? Formatted(object value) => Guarded(() => format.Format(value, CultureInfo.InvariantCulture));

    // The package throws for some malformed codes, such as [>]0, and for some numbers.
    private static T? Guarded<T>(Func<T> call)
        where T : class
    {
        try
        {
            return call();
        }
        catch (Exception e) when (
            e is FormatException or ArgumentException or OverflowException or IndexOutOfRangeException or InvalidOperationException)
        {
            return null;
        }
    }
}
