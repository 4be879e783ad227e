using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>The data of the figures on a page, beside the page: data.csv in long form, data.json as in the open data.</summary>
internal static class PageData
{
    private static readonly string[] Names = ["data.csv", "data.json"];

    public static void Make<T>(ReportView view, ReportInputs inputs, MadeFiles<T> made)
        where T : class
    {
        var tables = new DataTables(view.Report);
        Parallel.ForEach(view.Report.Indicators, indicator =>
        {
            var (folder, from) = (view.Links.To(indicator).Href[1..], inputs.OfData(indicator));
            var missing = Names.Where(name => !made.TryKeep(folder + name, from)).ToHashSet(StringComparer.Ordinal);
            if (missing.Count > 0)
                made.Add(Of(tables, indicator, folder).Where(f => missing.Contains(f.Path[folder.Length..])).Select(f => f with { Inputs = from }));
        });
        made.Add(Beside(view.Links.Statistics.Href[1..], FlatTable.Of(tables.Statistics.SelectMany(StatisticRow.Of)), DataJson.Write(tables.Statistics)));
    }

    private static IEnumerable<SiteFile> Of(DataTables tables, Indicator indicator, string folder)
    {
        var data = tables.Of(indicator);
        return Beside(folder, FlatTable.Of(DataTables.ValuesOf(data)), DataJson.Write<IndicatorData[]>([data]));
    }

    private static IEnumerable<SiteFile> Beside(string folder, FlatTable table, byte[] json) =>
    [
        OpenData.File(folder, Names[0], DataCsv.Write(table)),
        OpenData.File(folder, Names[1], json),
    ];
}
