using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>
/// The id of a record (管理番号) other than an indicator: a department's code and a number, such as kenkofukushi-0012. The id of an indicator
/// consists of its initiative's id and its own number, such as kenkofukushi-0012-2, and is not represented by this type. Both kinds of ids
/// can be used in URLs without escaping.
/// </summary>
public sealed record RecordId(string Department, int Number)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out RecordId? id)
    {
        var folded = text.Fold();
        var dash = folded.IndexOf('-', StringComparison.Ordinal);
        id = dash > 0 && IsCode(folded.AsSpan(0, dash)) && IsNumber(folded.AsSpan(dash + 1))
            ? new(folded[..dash], int.Parse(folded.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture))
            : null;
        return id is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Department}-{Number:D4}");

    public static string OfIndicator(string initiative, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{initiative}-{number}");

    /// <summary>Returns the number of an indicator within its initiative, such as 2 for kenkofukushi-0012-2.</summary>
    public static int IndicatorNumber(string indicator) =>
        int.Parse(indicator.AsSpan(indicator.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    private static bool IsCode(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('a', 'z');

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length is >= 4 and <= 9 && !text.ContainsAnyExceptInRange('0', '9');
}
