using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Finds records that say the same as another, and reports every one of them.</summary>
internal static class Repetitions
{
    // Whoever repeats longer texts has pasted them, letter by letter.
    private const int LongestFolded = 1_000;

    public static void CheckInitiatives(IReadOnlyList<PlacedRecord> records) =>
        Check(records, (Initiative r) => (r.Viewpoint, r.PolicyArea, Folded(r.Text)), InitiativeSheet.Text, RecordFindings.InitiativeTwice());

    public static void CheckIndicators(IReadOnlyList<PlacedRecord> records) =>
        Check(records, (Indicator r) => (r.Initiative, Folded(r.Name), Folded(r.Group ?? ""), Folded(r.Unit ?? "")), InitiativeSheet.Name, FigureFindings.IndicatorTwice());

    public static void CheckDirections(IReadOnlyList<PlacedRecord> records) =>
        Check(records, (Direction r) => Folded(r.Text), DirectionSheet.Text, RecordFindings.DirectionRepeated());

    private static void Check<T, TKey>(IReadOnlyList<PlacedRecord> records, Func<T, TKey> keyOf, Column column, Finding finding)
        where T : Record
    {
        foreach (var same in PlacedRecord.Of<T>(records).GroupBy(r => keyOf(r.Record)).Where(g => g.Count() > 1))
        {
            foreach (var (_, report) in same)
                report(column, finding);
        }
    }

    private static string Folded(string text) => text.Length <= LongestFolded ? text.Fold() : text;
}
