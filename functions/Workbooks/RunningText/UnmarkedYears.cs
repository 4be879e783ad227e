using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>Finds figures of several years that are not marked by a colon: 平成28年度 50人、29年度 60人. They are reported as not read.</summary>
internal static partial class UnmarkedYears
{
    private const int Longest = 2_000;

    /// <summary>The figures as far as the pattern recognizes them; null for none.</summary>
    public static string? In(string text) =>
        text.Length <= Longest && Figures().Match(text.Fold()) is { Success: true } match ? match.Value : null;

    // The second year may be a bare 29年度.
    [GeneratedRegex(
        @"(?:令和?|平成?|昭和?|[HRhr])\s?(?:元|[0-9]{1,2}(?![0-9]))(?:年度|年)?(?:は|が|に)?\s?[0-9][0-9,.]*\s?[^\s0-9、,→()]{0,6}\s?[、,→\s]\s?(?:(?:令和?|平成?|昭和?|[HRhr])\s?(?:元|[0-9]{1,2}(?![0-9]))(?:年度|年)?|(?:元|[0-9]{1,2}(?![0-9]))(?:年度|年))(?:は|が|に)?\s?[0-9][0-9,.]*\s?[^\s0-9、,→()]{0,6}")]
    private static partial Regex Figures();
}
