using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Recognizes a header that names a year without its era, such as 28 or 29年度. The column of such a header is not read; a finding suggests
/// the year that was probably meant. Other numbers are not treated as years.
/// </summary>
internal static partial class BareYear
{
    private const int Oldest = 5;

    private static readonly string[] Eras = ["平成", "令和"];

    /// <summary>
    /// Returns the year that the header probably means: at most five years before the reporting year and not after it. Null for any other
    /// header.
    /// </summary>
    public static FiscalYear? Meant(string foldedHeader, FiscalYear reportingYear) => Bare().Match(foldedHeader) is { Success: true } match
        ? Eras.Select(era => FiscalYear.TryParse($"{era}{match.Groups[1].Value}", out var year) ? year : null)
            .FirstOrDefault(y => y is not null && y <= reportingYear && y.Year >= reportingYear.Year - Oldest)
        : null;

    [GeneratedRegex("^([0-9]{1,2})(?:年度?)?$")]
    private static partial Regex Bare();
}
