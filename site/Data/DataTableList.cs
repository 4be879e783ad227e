using KawasakiServerless.Domain;
using static KawasakiServerless.Site.Catalogue.OpenDataColumns;

namespace KawasakiServerless.Site.Data;

/// <summary>Every table of a report, in the order of its description.</summary>
internal static class DataTableList
{
    public static IReadOnlyList<PublishedTable> Of(Report report)
    {
        var t = new DataTables(report);
        Func<PublishedTable>[] tables =
        [
            () => PublishedTable.Of("initiatives", t.Initiatives, t.Initiatives.Select(InitiativeRow.Of)),
            () => PublishedTable.Of("initiative-divisions", t.Initiatives.SelectMany(InitiativeDivision.Of)),
            () => PublishedTable.Of("indicators", t.Indicators, t.Indicators.Select(IndicatorRow.Of)),
            () => PublishedTable.Of("indicator-values", t.IndicatorValues),
            () => PublishedTable.Of("indicator-notes", t.Indicators.SelectMany(IndicatorNote.Of)),
            () => PublishedTable.Of("directions", t.Directions, t.Directions.Select(DirectionRow.Of)),
            () => PublishedTable.Of("direction-divisions", t.Directions.SelectMany(DirectionDivision.Of)),
            () => PublishedTable.Of("collaborations", t.Collaborations, t.Collaborations.Select(CollaborationRow.Of)),
            () => PublishedTable.Of("collaboration-partners", t.Collaborations.SelectMany(CollaborationPartner.Of)),
            () => PublishedTable.Of("ward-activities", t.WardActivities, t.WardActivities.Select(WardActivityRow.Of)),
            () => PublishedTable.Of("statistics", t.Statistics, t.Statistics.SelectMany(StatisticRow.Of)),
            () => PublishedTable.Of("passages", t.Passages, report.Passages.Select(PassageRow.Of)),
            () => PublishedTable.Of("passage-headings", report.Passages.SelectMany(PassageHeading.Of)),
            () => PublishedTable.Of("departments", t.Departments, t.Departments.Select(DepartmentRow.Of)),
            () => PublishedTable.Of("department-aliases", t.Departments.SelectMany(DepartmentAlias.Of)),
            () => PublishedTable.Of(Dictionary, DictionaryRow.All),
        ];
        return [.. tables.AsParallel().AsOrdered().Select(table => table())];
    }
}
