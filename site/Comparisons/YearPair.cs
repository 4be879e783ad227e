using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Comparisons;

/// <summary>
/// Two consecutive reporting years of the site. A record of the earlier year is compared with the record of the later year that has the
/// same id (管理番号).
/// </summary>
public sealed record YearPair(ReportView Earlier, ReportView Later)
{
    private static readonly RecordKind[] Compared = [RecordKind.Initiative, RecordKind.Indicator, RecordKind.Collaboration];

    public Link Link => Links.ToComparison(Earlier.Report.ReportingYear, Later.Report.ReportingYear);

    /// <summary>All pairs of consecutive reporting years, the newest pair first.</summary>
    internal static IEnumerable<YearPair> AllOf(SiteView site) =>
        site.Years.Zip(site.Years.Skip(1), (later, earlier) => new YearPair(earlier, later));

    /// <summary>The added, changed and removed initiatives, indicators and collaborations, grouped by kind.</summary>
    internal IReadOnlyList<(RecordKind Kind, IReadOnlyList<RecordChange> Changes)> Kinds()
    {
        var changes = Changes.Between(Earlier.Report, Later.Report).Records.Select(Restated).OfType<RecordChange>().ToLookup(r => r.Kind);
        return [.. Compared.Select(kind => (kind, (IReadOnlyList<RecordChange>)[.. changes[kind]]))];
    }

    // The two reports cover different fiscal years, so a figure that only one of them contains is not a correction of the other. Such
    // figures are removed from the changes of the record. Returns null if the record then has no changes left.
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
