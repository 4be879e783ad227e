using KawasakiServerless.Domain;
using static KawasakiServerless.Site.Catalogue.OpenDataColumns;

namespace KawasakiServerless.Site.Data;

/// <summary>Every table of a report, in the order of its description.</summary>
internal static class DataTableList
{
    public static IReadOnlyList<WrittenTable> Of(Report report)
    {
        var t = new DataTables(report);
        Func<WrittenTable>[] tables =
        [
            () => WrittenTable.Of("initiatives", t.Initiatives, t.Initiatives.Select(InitiativeRow.Of)),
            () => WrittenTable.Of("initiative-divisions", t.Initiatives.SelectMany(InitiativeDivision.Of)),
            () => WrittenTable.Of("indicators", t.Indicators, t.Indicators.Select(IndicatorRow.Of)),
            () => WrittenTable.Of("indicator-values", t.IndicatorValues),
            () => WrittenTable.Of("indicator-notes", t.Indicators.SelectMany(IndicatorNote.Of)),
            () => WrittenTable.Of("directions", t.Directions, t.Directions.Select(DirectionRow.Of)),
            () => WrittenTable.Of("direction-divisions", t.Directions.SelectMany(DirectionDivision.Of)),
            () => WrittenTable.Of("collaborations", t.Collaborations, t.Collaborations.Select(CollaborationRow.Of)),
            () => WrittenTable.Of("collaboration-partners", t.Collaborations.SelectMany(CollaborationPartner.Of)),
            () => WrittenTable.Of("ward-activities", t.WardActivities, t.WardActivities.Select(WardActivityRow.Of)),
            () => WrittenTable.Of("statistics", t.Statistics, t.Statistics.SelectMany(StatisticRow.Of)),
            () => WrittenTable.Of("passages", t.Passages, report.Passages.Select(PassageRow.Of)),
            () => WrittenTable.Of("passage-headings", report.Passages.SelectMany(PassageHeading.Of)),
            () => WrittenTable.Of("departments", t.Departments, t.Departments.Select(DepartmentRow.Of)),
            () => WrittenTable.Of("department-aliases", t.Departments.SelectMany(DepartmentAlias.Of)),
            () => WrittenTable.Of("wards", t.Wards),
            () => WrittenTable.Of("viewpoints", t.Viewpoints, t.Viewpoints.Select(v => new ViewpointRow(v.Number, v.Title, v.ShortName))),
            () => WrittenTable.Of("viewpoint-policy-areas", t.ViewpointPolicyAreas),
            () => WrittenTable.Of("policy-areas", t.PolicyAreas),
            () => WrittenTable.Of(Dictionary, DictionaryRow.All),
        ];
        return [.. tables.AsParallel().AsOrdered().Select(table => table())];
    }
}
