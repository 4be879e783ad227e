using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>The data of the figures on a page, beside the page: data.csv in long form, data.json as in the open data.</summary>
internal static class PageData
{
    public static IEnumerable<SiteFile> Of(ReportView view)
    {
        var tables = new DataTables(view.Report);
        var statistics = view.Links.Statistics.Href[1..];
        return
        [
            .. OfIndicators(view, tables),
            OpenData.File($"{statistics}data.csv", DataCsv.Write(tables.Statistics.SelectMany(StatisticRow.Of))),
            OpenData.File($"{statistics}data.json", OpenData.AsJson(tables.Statistics)),
        ];
    }

    private static IEnumerable<SiteFile> OfIndicators(ReportView view, DataTables tables)
    {
        var values = tables.IndicatorValues.ToLookup(v => v.Indicator);
        var folders = view.Report.Indicators.ToDictionary(i => i.Id, i => view.Links.To(i).Href[1..]);
        return tables.Indicators.SelectMany(indicator => new[]
        {
            OpenData.File($"{folders[indicator.Id]}data.csv", DataCsv.Write(values[indicator.Id])),
            OpenData.File($"{folders[indicator.Id]}data.json", OpenData.AsJson([indicator])),
        });
    }
}
