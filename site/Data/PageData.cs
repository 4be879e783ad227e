using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>The data of the figures on a page, beside the page: data.csv in long form, data.json as in the open data.</summary>
internal static class PageData
{
    public static IEnumerable<SiteFile> Of(ReportView view)
    {
        var tables = new DataTables(view.Report);
        var values = tables.IndicatorValues.ToLookup(v => v.Indicator);
        var folders = view.Report.Indicators.ToDictionary(i => i.Id, i => view.Links.To(i).Href);
        return
        [
            .. tables.Indicators.SelectMany(i => Beside(folders[i.Id], FlatTable.Of(values[i.Id]), DataJson.Write<IndicatorData[]>([i]))),
            .. Beside(view.Links.Statistics.Href, FlatTable.Of(tables.Statistics.SelectMany(StatisticRow.Of)), DataJson.Write(tables.Statistics)),
        ];
    }

    private static IEnumerable<SiteFile> Beside(string page, FlatTable table, byte[] json) =>
    [
        OpenData.File(page[1..], new("data.csv", DataCsv.Write(table), Score: null)),
        OpenData.File(page[1..], new("data.json", json, Score: null)),
    ];
}
