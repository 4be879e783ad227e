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
    /// <summary>
    /// The unit, such as 件; null if no text about the statistic mentions the total, or such texts mention it with different units. Texts
    /// about other subjects are ignored, because they may mention an equal number of something else.
    /// </summary>
    public static string? Of(Statistic statistic, Report report)
    {
        var (total, names) = (Texts.Format(statistic.Total), (string[])[statistic.Section.Fold(), statistic.Name.Fold()]);
        var units = report.Passages.SelectMany(p => TextsAbout(names, p)).Distinct()
            .Where(t => t.Contains(total, StringComparison.Ordinal))
            .SelectMany(t => Counted().Matches(t)).Where(m => m.Groups["number"].Value == total).Select(m => m.Groups["unit"].Value)
            .Distinct().ToList();
        return units.Count == 1 ? units[0] : null;
    }

    // A heading or a text is about the statistic if it, or a heading above it, contains the name of the statistic or of its section.
    private static IEnumerable<string> TextsAbout(string[] names, Passage passage) => passage.Path.Append(passage.Text)
        .Select(t => t.Fold()).SkipWhile(t => !names.Any(name => name.Length > 0 && t.Contains(name, StringComparison.Ordinal)));

    [GeneratedRegex("(?<![0-9,.])(?<number>[0-9][0-9,]*(?:\\.[0-9]+)?)(?<unit>件|人|名|回|世帯|団体|か所|箇所|組|部)")]
    private static partial Regex Counted();
}
