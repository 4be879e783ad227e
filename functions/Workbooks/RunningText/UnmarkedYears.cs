using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// Finds figures of several years without a colon after the year, as in 平成28年度 50人、29年度 60人. Such figures are reported and not read.
/// </summary>
internal static partial class UnmarkedYears
{
    private const int Longest = 2_000;

    /// <summary>Returns the part of the text that contains such figures; null when there is none.</summary>
    public static string? In(string text) =>
        text.Length <= Longest && Figures().Match(text.Fold()) is { Success: true } match ? match.Value : null;

    // The first year must have an era; the second may be without one, such as 29年度.
    [GeneratedRegex(
        @"(?:令和?|平成?|昭和?|[HRhr])\s?(?:元|[0-9]{1,2}(?![0-9]))(?:年度|年)?(?:は|が|に)?\s?[0-9][0-9,.]*\s?[^\s0-9、,→()]{0,6}\s?[、,→\s]\s?(?:(?:令和?|平成?|昭和?|[HRhr])\s?(?:元|[0-9]{1,2}(?![0-9]))(?:年度|年)?|(?:元|[0-9]{1,2}(?![0-9]))(?:年度|年))(?:は|が|に)?\s?[0-9][0-9,.]*\s?[^\s0-9、,→()]{0,6}")]
    private static partial Regex Figures();
}
