using System.Globalization;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>Reads the number before an item of a list within a cell, such as ①, 1. or 1).</summary>
internal static partial class ItemNumber
{
    private const int Longest = 6, MostCircled = 20;

    public static int? Of(string line) =>
        line.Length == 0 ? null
        : line[0] - '①' is >= 0 and < MostCircled and var circled ? circled + 1
        : Written().Match(line[..Math.Min(line.Length, Longest)].Fold()) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        : null;

    // 2.5倍 is a decimal number, not the number of an item.
    [GeneratedRegex("^([0-9]{1,2})(?:[.](?![0-9])|[)])")]
    private static partial Regex Written();
}
