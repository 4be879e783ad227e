using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// Recognizes a text that names a year without its era, such as 28 or 29年度. It is not read as a year on its own; a finding suggests the
/// year that was probably meant. Other numbers are not treated as years.
/// </summary>
internal static partial class BareYear
{
    private const int Oldest = 5, Furthest = 10;

    private static readonly string[] Eras = ["平成", "令和"];

    /// <summary>
    /// Returns the year that a header probably means: at most five years before the reporting year and not after it. Null for any other
    /// header.
    /// </summary>
    public static FiscalYear? Meant(string folded, FiscalYear reportingYear) =>
        Named(folded).FirstOrDefault(y => y <= reportingYear && y.Year >= reportingYear.Year - Oldest);

    /// <summary>Returns the year closest to another one, of the same or another era. Null if it is more than ten years away.</summary>
    public static FiscalYear? Near(string folded, FiscalYear year) =>
        Named(folded).MinBy(y => Math.Abs(y.Year - year.Year)) is { } near && Math.Abs(near.Year - year.Year) <= Furthest ? near : null;

    private static IEnumerable<FiscalYear> Named(string folded) => Bare().Match(folded) is { Success: true } match
        ? Eras.Select(era => FiscalYear.TryParse($"{era}{match.Groups["n"].Value}", out var year) ? year : null).OfType<FiscalYear>()
        : [];

    [GeneratedRegex("^(?:(?<n>[0-9]{1,2})(?:年度?)?|(?<n>元)年度)$")]
    private static partial Regex Bare();
}
