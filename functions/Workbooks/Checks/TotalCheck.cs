using System.Buffers;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>
/// Compares totals with the sum of their parts, parts that are marked as included in another indicator (うち) with that indicator, and sums
/// of shares with 100 %.
/// </summary>
internal static class TotalCheck
{
    private static readonly SearchValues<string> TotalSigns =
        SearchValues.Create(["総数", "うち", "ウチ", "内数", "再掲", "内訳", "構成比"], StringComparison.Ordinal);

    public static void Check(IReadOnlyList<PlacedRecord> records, Budget budget)
    {
        HashSet<string> telling = [.. records.Select(r => r.Record).OfType<Indicator>().Where(MayNameTotal).Select(i => i.Initiative)];
        if (telling.Count == 0)
            return;
        var indicators = records.Where(r => r.Record is Indicator i && telling.Contains(i.Initiative)).Select(PartName.Of);
        foreach (var initiative in indicators.GroupBy(p => p.Indicator.Initiative, StringComparer.Ordinal))
        {
            budget.Look();
            CheckFamilies(initiative);
            CheckWithin([.. initiative]);
        }
    }

    private static bool MayNameTotal(Indicator indicator) => MayNameTotal(indicator.Name) || MayNameTotal(indicator.Group);

    private static bool MayNameTotal(ReadOnlySpan<char> name) => name.ContainsAny(TotalSigns) || MayBeTotal(name);

    // 計 at the end of a word means a total, as in 合計 and 受講者数（計）. Before another kanji it does not, as in 計画 and 統計調査.
    private static bool MayBeTotal(ReadOnlySpan<char> name)
    {
        while (name.IndexOf('計') is >= 0 and var at)
        {
            name = name[(at + 1)..];
            if (name.IsEmpty || name[0] is < '\u4E00' or > '\u9FFF')
                return true;
        }

        return false;
    }

    private static void CheckFamilies(IEnumerable<PartName> initiative)
    {
        var parts = initiative.SelectMany(p => p.Families.Select(f => (f.Whole, Part: p with { Name = f.Part }))).ToList();
        foreach (var family in parts.GroupBy(p => p.Whole, p => p.Part, StringComparer.Ordinal))
        {
            CheckTotal([.. family]);
            ShareCheck.Run(family.Key, [.. family]);
        }

        // Compares an indicator without a group (区分) that is named 合計 (total) or similar with the sum of the other indicators, if these
        // differ only in their group.
        var groups = parts.FindAll(p => p.Part.Indicator.Group is not null && p.Whole.EndsWith('/')).DistinctBy(p => p.Whole).ToList();
        if (groups is [var only] && parts.TrueForAll(p => p.Whole.Length > 0 || p.Part.IsTotal))
            CheckTotal([.. parts.Where(p => p.Whole == only.Whole || p.Whole.Length == 0).Select(p => p.Part)]);
    }

    private static void CheckTotal(List<PartName> family)
    {
        if (family.FindAll(p => p.IsTotal) is not [var total] || family.Exists(p => p.IsSubtotal) || !total.MayBeSum)
            return;
        var parts = family.FindAll(p => p != total && !p.IsWithin && p.IsLike(total));
        foreach (var figure in total.Indicator.Figures.Where(f => f.Value is not null))
            Compare(total, figure, parts);
    }

    private static void Compare(PartName total, Figure figure, List<PartName> parts)
    {
        var reported = parts.FindAll(p => p.ValueOf(figure.Year) is not null);
        List<decimal> values = [.. reported.Select(p => p.ValueOf(figure.Year)!.Value)];
        var (sum, stated) = (values.Sum(), figure.Value!.Value);
        // If some parts have no figure for the year, a sum below the total does not contradict the total, so it is not reported.
        var isWhole = reported.Count == parts.Count || sum > stated;
        if (values.Count > 1 && isWhole && Math.Abs(sum - stated) > total.Rounding([stated, .. values]))
            Report(
                total, figure, reported, places => ContradictionFindings.TotalDiffers(total.Indicator, figure, places with { Sum = sum }));
    }

    private static void CheckWithin(List<PartName> indicators)
    {
        foreach (var (index, part) in indicators.Index().Where(p => p.Item.IsWithin))
        {
            if (indicators[..index].FindLast(p => p.MayHold(part)) is { } whole)
                CheckWithin(part, whole);
        }
    }

    private static void CheckWithin(PartName part, PartName whole)
    {
        foreach (var figure in part.Indicator.Figures.Where(f => f.Value > whole.ValueOf(f.Year)))
        {
            var most = whole.ValueOf(figure.Year)!.Value;
            Report(part, figure, [whole], places => ContradictionFindings.PartOver(part.Indicator, figure, places with { Sum = most }));
        }
    }

    private static void Report(PartName named, Figure figure, IReadOnlyList<PartName> others, Func<ComparedParts, Finding> finding)
    {
        var column = FigureKind.ColumnOf(figure.Year);
        var cells = PartName.CellsOf(others, figure.Year);
        if (named.Placed.CellOf(column) is { } own && cells.Count > 0)
            named.Placed.Report(column, finding(new($"{own}", CellList.Of(cells)!, 0)) with { Also = cells });
    }
}
