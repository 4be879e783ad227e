using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>管理番号: a department's code and a number, kenkofukushi-0012; an indicator has its initiative's id and its own number, kenkofukushi-0012-2. Safe in addresses as it stands.</summary>
public sealed partial record RecordId(string Department, int Number)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out RecordId? id)
    {
        var match = AsWritten().Match(text.Fold());
        id = match.Success ? new(match.Groups["department"].Value, int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)) : null;
        return id is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Department}-{Number:D4}");

    public static string OfIndicator(string initiative, int number) => string.Create(CultureInfo.InvariantCulture, $"{initiative}-{number}");

    /// <summary>The number of an indicator within its initiative: 2 of kenkofukushi-0012-2.</summary>
    public static int IndicatorNumber(string indicator) => int.Parse(indicator.AsSpan(indicator.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<department>[a-z]+)-(?<number>[0-9]{4,9})$")]
    private static partial Regex AsWritten();
}
