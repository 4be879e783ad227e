using System.Text.Json.Nodes;
using KawasakiServerless.Site.DataDictionary;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Writes csv-metadata.json, which describes the columns of every CSV file in its folder. Its format is that of the standard "CSV on the
/// Web" (W3C, 2015).
/// </summary>
internal static class CsvwMetadata
{
    public const string Name = "csv-metadata.json";

    public static byte[] Write(PublishedData data)
    {
        var (register, options) = (data.Report.Register, data.View.Site.Options);
        return DataJson.Write(DcatTerms.WithoutNulls(new()
        {
            ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "ja" }),
            ["dc:title"] = data.Title,
            ["dc:publisher"] = register.PublisherName,
            ["dc:license"] = options.DataLicense is { } license ? DcatTerms.Id(license.AbsoluteUri) : null,
            ["dc:modified"] = new JsonObject { ["@value"] = DataTime.Of(data.Modified), ["@type"] = "dateTime" },
            ["dialect"] = new JsonObject
            {
                ["encoding"] = "utf-8",
                ["header"] = true,
                ["delimiter"] = ",",
                ["quoteChar"] = "\"",
                ["lineTerminators"] = new JsonArray("\r\n", "\n")
            },
            ["tables"] = new JsonArray([.. data.Tables.Select(t => Table(t, data.Tables))]),
        }));
    }

    private static JsonObject Table(PublishedTable table, IReadOnlyList<PublishedTable> all) => new()
    {
        ["url"] = table.Csv.Name,
        ["dc:title"] = table.Description.Title,
        ["dc:description"] = table.Description.Row,
        ["tableSchema"] = DcatTerms.WithoutNulls(new()
        {
            ["columns"] = new JsonArray([.. table.Description.Cells.Select(Column)]),
            ["primaryKey"] = TableKeys.PrimaryOf(table.Description) is { } key ? new JsonArray([.. key.Select(k => (JsonNode)k)]) : null,
            ["foreignKeys"] = ForeignKeys(table, all) is { Count: > 0 } keys ? keys : null,
        }),
    };

    private static JsonNode Column(OpenDataColumn column) => DcatTerms.WithoutNulls(new()
    {
        ["name"] = column.Name,
        ["titles"] = column.Name,
        ["dc:title"] = column.Meaning,
        ["dc:description"] = column.Blank is null ? null : $"空欄：{column.Blank}",
        ["datatype"] = TypeOf(column),
        ["required"] = column.Blank is null,
    });

    private static JsonArray ForeignKeys(PublishedTable table, IReadOnlyList<PublishedTable> all) =>
    [
        .. TableKeys.ForeignOf(table.Description, all.Select(t => t.Description)).Select(f => (JsonNode)new JsonObject
        {
            ["columnReference"] = f.Column,
            ["reference"] = new JsonObject { ["resource"] = $"{f.Table}.csv", ["columnReference"] = f.Key },
        }),
    ];

    private static JsonNode TypeOf(OpenDataColumn column) => column.Type.Facts().Xsd switch
    {
        "string" when column.Values.Count > 0 =>
            new JsonObject { ["base"] = "string", ["format"] = string.Join('|', column.Values.Select(v => v.Value)) },
        var xsd => xsd,
    };
}
