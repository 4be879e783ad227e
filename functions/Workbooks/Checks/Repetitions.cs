using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>Finds duplicate records and reports each of them.</summary>
internal static class Repetitions
{
    // Longer duplicates were pasted and are identical, so they need no folding.
    private const int LongestFolded = 1_000;

    public static void CheckInitiatives(IReadOnlyList<PlacedRecord> records) =>
        Check(records, r => r is Initiative i ? new(i.PolicyArea, Folded(i.Text), "", "") { Viewpoint = i.Viewpoint }
            : null, InitiativeSheet.Text, RecordFindings.InitiativeTwice());

    public static void CheckIndicators(IReadOnlyList<PlacedRecord> records) =>
        Check(records, r => r is Indicator i ? new(i.Initiative, Folded(i.Name), Folded(i.Group ?? ""), Folded(i.Unit ?? ""))
            : null, InitiativeSheet.Name, FigureFindings.IndicatorTwice());

    public static void CheckDirections(IReadOnlyList<PlacedRecord> records) =>
        Check(records, r => r is Direction d ? new(Folded(d.Text), "", "", "")
            : null, DirectionSheet.Text, RecordFindings.DirectionRepeated());

    private static void Check(IReadOnlyList<PlacedRecord> records, Func<Record, Said?> saidBy, TemplateColumn column, Finding finding)
    {
        var repeated = Repeated(records, saidBy);
        if (repeated.Count == 0)
            return;
        foreach (var placed in records.GroupBy(r => saidBy(r.Record)).Where(g => g.Key is not null && repeated.Contains(g.Key))
            .SelectMany(g => g))
            placed.Report(column, finding);
    }

    // Most workbooks have no duplicates and skip the grouping.
    private static HashSet<Said> Repeated(IReadOnlyList<PlacedRecord> records, Func<Record, Said?> saidBy)
    {
        HashSet<Said> once = [], repeated = [];
        foreach (var placed in records)
        {
            if (saidBy(placed.Record) is { } said && !once.Add(said))
                repeated.Add(said);
        }

        return repeated;
    }

    private static string Folded(string text) => text.Length <= LongestFolded ? text.Fold() : text;

    /// <summary>The key by which records are equal.</summary>
    private sealed record Said(string First, string Second, string Third, string Fourth)
    {
        public int Viewpoint { get; init; }
    }
}
