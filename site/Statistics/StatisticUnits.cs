using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Statistics;

/// <summary>
/// Finds the unit of a statistic's total (総数の単位). The departments' sheet has no column for the unit, but the report's passages mention
/// totals with their units, as in 相談対応（80,252件）.
/// </summary>
internal static partial class StatisticUnits
{
    /// <summary>The unit, such as 件; null if no passage mentions the total, or passages mention it with different units.</summary>
    public static string? Of(Statistic statistic, Report report)
    {
        var total = Texts.Format(statistic.Total);
        var units = report.Passages.SelectMany(p => p.Path.Append(p.Text)).Distinct().Select(t => t.Fold())
            .Where(t => t.Contains(total, StringComparison.Ordinal))
            .SelectMany(t => Counted().Matches(t)).Where(m => m.Groups["number"].Value == total).Select(m => m.Groups["unit"].Value)
            .Distinct().ToList();
        return units.Count == 1 ? units[0] : null;
    }

    [GeneratedRegex("(?<![0-9,.])(?<number>[0-9][0-9,]*(?:\\.[0-9]+)?)(?<unit>件|人|名|回|世帯|団体|か所|箇所|組|部)")]
    private static partial Regex Counted();
}
