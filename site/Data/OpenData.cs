using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Data;

/// <summary>The open data (オープンデータ): every table as JSON and CSV, under data/{year}/, and the newest year's under data/latest/ too.</summary>
internal static class OpenData
{
    private const string CacheControl = "public, max-age=300, must-revalidate", JsonType = "application/json; charset=utf-8", CsvType = "text/csv; charset=utf-8";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        WriteIndented = true,
        NewLine = "\n",
    };

    public static IEnumerable<SiteFile> Files(ReportView view)
    {
        var year = view.Report.ReportingYear.Year.ToString(CultureInfo.InvariantCulture);
        string[] folders = view.IsNewest ? ["latest", year] : [year];
        return Tables(new(view.Report)).SelectMany(table => folders.SelectMany(folder => new[]
        {
            new SiteFile($"data/{folder}/{table.Name}.json", JsonType, CacheControl, table.Json),
            new SiteFile($"data/{folder}/{table.Name}.csv", CsvType, CacheControl, table.Csv),
        }));
    }

    /// <summary>A small table that stands beside its page.</summary>
    internal static SiteFile File(string path, byte[] bytes) => new(path, path.EndsWith(".csv", StringComparison.Ordinal) ? CsvType : JsonType, CacheControl, bytes);

    private static IEnumerable<(string Name, byte[] Json, byte[] Csv)> Tables(DataTables tables) =>
    [
        Table("initiatives", tables.Initiatives),
        Table("indicators", tables.Indicators, IndicatorRow.Of),
        Table("indicator-values", tables.IndicatorValues),
        Table("directions", tables.Directions),
        Table("collaborations", tables.Collaborations),
        Table("ward-activities", tables.WardActivities),
        ("statistics", AsJson(tables.Statistics), DataCsv.Write(tables.Statistics.SelectMany(StatisticRow.Of))),
        Table("passages", tables.Passages),
        Table("departments", tables.Departments),
    ];

    private static (string, byte[], byte[]) Table<T>(string name, IEnumerable<T> rows) => (name, AsJson(rows), DataCsv.Write(rows));

    private static (string, byte[], byte[]) Table<T, TRow>(string name, IEnumerable<T> rows, Func<T, TRow> toCsv) =>
        (name, AsJson(rows), DataCsv.Write(rows.Select(toCsv)));

    internal static byte[] AsJson<T>(IEnumerable<T> rows) => [.. JsonSerializer.SerializeToUtf8Bytes(rows, Json), (byte)'\n'];
}
