using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>
/// Reports indicators in percent that are shares of the same whole, if their sum exceeds 100 %. Indicators are regarded as shares only if
/// the name of the whole contains 内訳 or 構成比, or if a total of exactly 100 % is reported with them.
/// </summary>
internal static partial class ShareCheck
{
    private const decimal Whole = 100;

    public static void Run(string name, List<PartName> family)
    {
        var parts = family.FindAll(p => p.IsPercent && !p.IsTotal && !p.IsWithin);
        if (parts.Count < 2 || parts.Exists(MayOverlap))
            return;
        foreach (var year in parts[0].Indicator.Figures.Select(f => f.Year).Where(y => Breakdown().IsMatch(name) || IsOfHundred(family, y)))
            Check(name, parts.FindAll(p => p.ValueOf(year) is not null), year);
    }

    private static bool IsOfHundred(List<PartName> family, FiscalYear year) =>
        family.Exists(p => p.IsPercent && p.IsTotal && p.ValueOf(year) == Whole);

    // In a survey with multiple answers (複数回答), a person is counted in several shares, so the sum of the shares may exceed 100 %.
    private static bool MayOverlap(PartName part) => part.Indicator.Notes.Any(n => n.Contains("複数", StringComparison.Ordinal));

    private static void Check(string name, List<PartName> parts, FiscalYear year)
    {
        List<decimal> values = [.. parts.Select(p => p.ValueOf(year)!.Value)];
        var sum = values.Sum();
        if (values.Count < 2 || values.Exists(v => v > Whole) || sum - Whole <= Rounding(values))
            return;
        var others = PartName.CellsOf(parts[..^1], year);
        parts[^1].Placed.Report(FigureKind.ColumnOf(year), RecordFindings.SharesOver(name.Trim('/'), sum) with { Also = others });
    }

    private static decimal Rounding(List<decimal> values)
    {
        var scale = (byte)Math.Min(values.Max(v => (int)v.Scale) + 1, 28);
        return values.Count * new decimal(5, 0, 0, isNegative: false, scale);
    }

    [GeneratedRegex("内訳|構成比")]
    private static partial Regex Breakdown();
}
