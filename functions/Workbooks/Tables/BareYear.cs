using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Recognizes a header that names a year without its era: 28, 29年度. Such a header is refused with a finding that suggests the probable
/// year; any other number is not treated as a year.
/// </summary>
internal static partial class BareYear
{
    private const int Oldest = 5;

    private static readonly string[] Eras = ["平成", "令和"];

    /// <summary>
    /// The year that the header probably means, which is within the last few years up to the reporting year. Null for anything else.
    /// </summary>
    public static FiscalYear? Meant(string foldedHeader, FiscalYear reportingYear) => Bare().Match(foldedHeader) is { Success: true } match
        ? Eras.Select(era => FiscalYear.TryParse($"{era}{match.Groups[1].Value}", out var year) ? year : null)
            .FirstOrDefault(y => y is not null && y <= reportingYear && y.Year >= reportingYear.Year - Oldest)
        : null;

    [GeneratedRegex("^([0-9]{1,2})(?:年度?)?$")]
    private static partial Regex Bare();
}
