using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>Finds records with the same content and adds a finding to each of them.</summary>
internal static class Repetitions
{
    // Longer texts are compared without normalization (Fold), because it would be slow. Long duplicates are found nevertheless: they are
    // normally pasted and therefore identical.
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

    public static void CheckCollaborations(IReadOnlyList<PlacedRecord> records) =>
        Check(records, r => r is Collaboration c ? new(Folded(c.Name), "", "", "")
            : null, CollaborationSheet.Name, RecordFindings.CollaborationRepeated());

    public static void CheckWardActivities(IReadOnlyList<PlacedRecord> records) =>
        Check(records, r => r is WardActivity a ? new($"{a.Ward} {a.Year?.Year}", a.Category ?? "", Folded(a.Heading ?? ""), Folded(a.Text))
            : null, WardActivitySheet.Text, RecordFindings.WardActivityRepeated());

    public static void CheckPassages(IReadOnlyList<PlacedRecord> records) =>
        Check(records, r => r is Passage p ? new(p.Document, string.Join('\n', p.Path), p.Kind.ToString(), Folded(p.Text))
            : null, PassageSheet.Text, RecordFindings.PassageRepeated());

    private static void Check(
        IReadOnlyList<PlacedRecord> records, Func<Record, ComparedValues?> valuesOf, TemplateColumn column, Finding finding)
    {
        var repeated = Repeated(records, valuesOf);
        if (repeated.Count == 0)
            return;
        foreach (var placed in records.GroupBy(r => valuesOf(r.Record)).Where(g => g.Key is not null && repeated.Contains(g.Key))
            .SelectMany(g => g))
            placed.Report(column, finding);
    }

    // Returns the values that occur in several records. There are none in most workbooks, for which the slower grouping is then skipped.
    private static HashSet<ComparedValues> Repeated(IReadOnlyList<PlacedRecord> records, Func<Record, ComparedValues?> valuesOf)
    {
        HashSet<ComparedValues> once = [], repeated = [];
        foreach (var placed in records)
        {
            if (valuesOf(placed.Record) is { } values && !once.Add(values))
                repeated.Add(values);
        }

        return repeated;
    }

    private static string Folded(string text) => text.Length <= LongestFolded ? text.Fold() : text;

    /// <summary>The values that are compared: two records are duplicates if all of them are equal.</summary>
    private sealed record ComparedValues(string First, string Second, string Third, string Fourth)
    {
        public int Viewpoint { get; init; }
    }
}
