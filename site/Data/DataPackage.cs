using System.Text.Json.Nodes;
using KawasakiServerless.Site.DataDictionary;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Writes datapackage.json, which describes the tables for Frictionless tools (Data Package and Table Schema, version 1).
/// </summary>
internal static class DataPackage
{
    public const string Name = "datapackage.json";

    public static byte[] Write(PublishedData data)
    {
        var (register, options) = (data.Report.Register, data.View.Site.Options);
        return DataJson.Write(DcatTerms.WithoutNulls(new()
        {
            ["profile"] = "tabular-data-package",
            ["name"] = $"community-based-care-{data.Year}",
            ["id"] = new Uri(options.Address, $"data/{data.Year}/{Name}").AbsoluteUri,
            ["title"] = data.Title,
            ["description"] = "局と区役所が毎年度に報告する、地域包括ケアシステムの取組、指標、連携取組、区の取組、活動統計のすべての表です。",
            ["homepage"] = new Uri(options.Address, "data/").AbsoluteUri,
            ["version"] = data.Year,
            ["created"] = DataTime.Of(data.Modified),
            ["keywords"] = new JsonArray([.. DcatTerms.Keywords(data.View.Site.Settings.Municipality).Select(k => (JsonNode)k)]),
            ["licenses"] = options.DataLicense is { } license ? new JsonArray(License(license)) : null,
            ["contributors"] = new JsonArray(new JsonObject { ["title"] = register.PublisherName, ["role"] = "publisher" }),
            ["sources"] = new JsonArray(
                new JsonObject { ["title"] = "局・区役所が提出した報告（Excel）", ["path"] = new Uri(options.Address, "departments/").AbsoluteUri }),
            ["resources"] = new JsonArray([.. data.Tables.Select(t => Resource(t, data.Tables))]),
        }));
    }

    private static JsonObject License(Uri license) => DcatTerms.WithoutNulls(new()
    {
        ["name"] = DataTerms.NameOf(license),
        ["path"] = license.AbsoluteUri,
        ["title"] = DataTerms.TitleOf(license),
    });

    private static JsonObject Resource(PublishedTable table, IReadOnlyList<PublishedTable> all) => new()
    {
        ["profile"] = "tabular-data-resource",
        ["name"] = table.Name,
        ["path"] = table.Csv.Name,
        ["title"] = table.Description.Title,
        ["description"] = table.Description.Row,
        ["format"] = "csv",
        ["mediatype"] = table.Csv.Format.MediaType,
        ["encoding"] = "utf-8",
        ["bytes"] = table.Csv.Length,
        ["hash"] = $"sha256:{table.Csv.Sha256}",
        ["dialect"] = new JsonObject
        {
            ["delimiter"] = ",",
            ["lineTerminator"] = "\r\n",
            ["quoteChar"] = "\"",
            ["doubleQuote"] = true,
            ["header"] = true
        },
        ["schema"] = Schema(table, all),
    };

    private static JsonObject Schema(PublishedTable table, IReadOnlyList<PublishedTable> all) => DcatTerms.WithoutNulls(new()
    {
        ["fields"] = new JsonArray([.. table.Description.Cells.Select(Field)]),
        ["missingValues"] = new JsonArray(""),
        ["primaryKey"] = TableKeys.PrimaryOf(table.Description) is { } key ? new JsonArray([.. key.Select(k => (JsonNode)k)]) : null,
        ["foreignKeys"] = ForeignKeys(table, all) is { Count: > 0 } keys ? keys : null,
    });

    private static JsonNode Field(OpenDataColumn column) => DcatTerms.WithoutNulls(new()
    {
        ["name"] = column.Name,
        ["type"] = column.Type.Facts().TableSchema,
        ["format"] = column.Type.Facts().Format,
        ["title"] = column.Meaning,
        ["description"] = column.Blank is null ? column.Meaning : $"{column.Meaning}。空欄：{column.Blank}",
        ["constraints"] = Constraints(column),
        ["unit"] = column.Unit,
    });

    private static JsonObject Constraints(OpenDataColumn column) => DcatTerms.WithoutNulls(new()
    {
        ["required"] = column.Blank is null,
        ["enum"] = column.Values.Count > 0 && column.Type != DataType.TrueOrFalse ? new JsonArray(
            [.. column.Values.Select(v => (JsonNode)v.Value)]) : null,
    });

    private static JsonArray ForeignKeys(PublishedTable table, IReadOnlyList<PublishedTable> all) =>
    [
        .. TableKeys.ForeignOf(table.Description, all.Select(t => t.Description)).Select(f => (JsonNode)new JsonObject
        {
            ["fields"] = f.Column,
            ["reference"] = new JsonObject { ["resource"] = f.Table == table.Name ? "" : f.Table, ["fields"] = f.Key },
        }),
    ];
}
