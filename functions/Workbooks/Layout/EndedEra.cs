using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Reports years in an era that had already ended in that year: for example, 平成32 means 2020, which is 令和2.</summary>
internal static partial class EndedEra
{
    /// <summary>
    /// Returns a finding if the era that was typed had ended before the first month of the fiscal year, April; otherwise null. For example,
    /// 平成31年度 is correct, because it began in 平成.
    /// </summary>
    public static Finding? In(string typed, string column, FiscalYear year) =>
        In(typed, YearMonth.Of(year.Year, 4)) ? TextFindings.EraEnded(column, year.Label) : null;

    public static Finding? In(string typed, string column, YearMonth month) =>
        In(typed, month) ? TextFindings.EraEnded(column, month.Label) : null;

    private static bool In(string typed, YearMonth month) => Era().Match(typed.Fold()).Value switch
    {
        "平" or "H" or "h" => (month.Year * 12) + month.Month > (2019 * 12) + 4,
        "昭" or "S" or "s" => (month.Year * 12) + month.Month > (1989 * 12) + 1,
        _ => false,
    };

    [GeneratedRegex("^[平昭HhSs]")]
    private static partial Regex Era();
}
