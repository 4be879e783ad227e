using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data.Tables;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Indicators;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Rendering.Inputs;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Makes the data files that are published in the folder of an indicator's page: data.csv and data.xlsx with one row per fiscal year,
/// data.json in the format of the open data, and, if the indicator has numbers, the chart as SVG. The folder of the statistics page gets
/// data.csv and data.json.
/// </summary>
internal static class PageData
{
    private const string Csv = "data.csv", Json = "data.json", Excel = "data.xlsx";

    public static void Make<T>(ReportView view, ReportInputs inputs, RenderedFiles<T> made)
        where T : class
    {
        Parallel.ForEach(view.Report.Indicators, indicator =>
        {
            var (folder, from) = (view.Links.To(indicator).Href[1..], inputs.OfData(indicator));
            var missing = NamesOf(indicator).Where(name => !made.TryKeep(folder + name, from)).ToHashSet(StringComparer.Ordinal);
            if (missing.Count > 0)
                made.Add(Of(view, indicator).Where(f => missing.Contains(f.Path[folder.Length..])).Select(f => f with { Inputs = from }));
        });
        List<StatisticData> statistics = [.. StatisticData.AllOf(view.Report)];
        made.Add(Beside(view.Links.Statistics.Href[1..], FlatTable.Of(statistics.SelectMany(StatisticRow.Of)), DataJson.Write(statistics)));
    }

    private static string[] NamesOf(Indicator indicator) =>
        indicator.HasNumbers() ? [Csv, Json, Excel, ChartFile.Name] : [Csv, Json, Excel];

    private static IEnumerable<SiteFile> Of(ReportView view, Indicator indicator)
    {
        var (folder, data) = (view.Links.To(indicator).Href[1..], IndicatorData.Of(indicator, view.Report));
        var flat = FlatTable.Of(IndicatorValueData.Of(data));
        return
        [
            .. Beside(folder, flat, DataJson.Write<IndicatorData[]>([data])),
            OpenData.File(folder, Excel, DataWorkbook.Write(IndicatorTables.Values, flat, indicator.Source.UploadedAt)),
            .. indicator.HasNumbers() ? [Chart(view, indicator, folder)] : (SiteFile[])[],
        ];
    }

    private static SiteFile Chart(ReportView view, Indicator indicator, string folder)
    {
        var name = IndicatorName.Of(view.PlaceOf(indicator).Initiative, indicator).ToString();
        return OpenData.File(folder, ChartFile.Name,
            ChartFile.Of(indicator, name, $"出典：{Citation.Credit(view, indicator, name)}", Citation.Address(view, indicator)));
    }

    private static IEnumerable<SiteFile> Beside(string folder, FlatTable table, byte[] json) =>
    [
        OpenData.File(folder, Csv, DataCsv.Write(table)),
        OpenData.File(folder, Json, json),
    ];
}
