using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>Replaces a range of wards in a partner list, such as 川崎区～中原区, by the names of all wards from the first to the last.</summary>
internal static partial class WardRanges
{
    /// <param name="folded">The text, normalized by <see cref="Folding.Fold"/>.</param>
    public static string Expand(string folded, Register register) => Range().Replace(folded, range =>
        WardNamed(range.Groups["first"].Value, register) is { } first && WardNamed(range.Groups["last"].Value, register) is { } last
        && first.Order < last.Order
            ? string.Join('、', register.Wards.Where(w => w.Order >= first.Order && w.Order <= last.Order).OrderBy(w => w.Order)
                .Select(w => w.Name))
            : range.Value);

    private static Department? WardNamed(string ward, Register register) =>
        register.Wards.FirstOrDefault(w => w.Ward.FoldWithoutSpaces() == ward);

    [GeneratedRegex(@"(?<first>[^\s、,・/;()~〜区]{1,5}区)(?:役所)?\s?[~〜]\s?(?<last>[^\s、,・/;()~〜区]{1,5}区)(?:役所)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Range();
}
