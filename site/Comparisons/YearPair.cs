using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Comparisons;

/// <summary>A reporting year and the following one, whose initiatives, indicators and collaborations are matched by 管理番号.</summary>
public sealed record YearPair(ReportView Earlier, ReportView Later)
{
    private static readonly RecordKind[] Compared = [RecordKind.Initiative, RecordKind.Indicator, RecordKind.Collaboration];

    public Link Link => Links.ToComparison(Earlier.Report.ReportingYear, Later.Report.ReportingYear);

    /// <summary>Each earlier year with its successor, newest first.</summary>
    internal static IEnumerable<YearPair> AllOf(SiteView site) =>
        site.Years.Zip(site.Years.Skip(1), (later, earlier) => new YearPair(earlier, later));

    /// <summary>The added, changed and removed records, by kind.</summary>
    internal IReadOnlyList<(RecordKind Kind, IReadOnlyList<RecordChange> Changes)> Kinds()
    {
        var changes = Changes.Between(Earlier.Report, Later.Report).Records.Select(Restated).OfType<RecordChange>().ToLookup(r => r.Kind);
        return [.. Compared.Select(kind => (kind, (IReadOnlyList<RecordChange>)[.. changes[kind]]))];
    }

    // Each report covers its own fiscal years; only figures of years that both reports cover can have been restated.
    private static RecordChange? Restated(RecordChange record)
    {
        if (record.Change != ChangeKind.Changed)
            return record;
        var fields = record.Fields.Where(
            f => f.Field != Field.Figure || (f.Before.State != FieldState.Absent && f.After.State != FieldState.Absent))
            .ToEquatableList();
        return fields.Count == 0 ? null : record with { Fields = fields };
    }
}
