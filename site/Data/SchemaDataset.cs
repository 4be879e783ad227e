using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Describes a table as a schema.org Dataset, or all tables as a DataCatalog, for dataset search engines. The page contains the text in a
/// script element with the type application/ld+json. Browsers do not execute this type, so the page's content security policy permits the
/// element.
/// </summary>
internal static class SchemaDataset
{
    // Escapes < > & ' ", so that no text can contain the end tag </script>.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Of(ReportView view, PublishedTable table) => Json(view, new()
    {
        ["@type"] = "Dataset",
        ["name"] = $"{table.Description.Title}（{view.Site.Settings.SiteName}）",
        ["description"] = $"{table.Description.Row}{view.Site.Settings.Municipality}の局と区役所が報告した、地域包括ケアシステムの取組のオープンデータです。",
        ["url"] = Address(view, $"{table.Name}/"),
        ["dateModified"] = table.Facts.Modified,
        ["temporalCoverage"] = (table.Facts.Period ?? DataPeriod.Of(view.Report)).ToString(),
        ["variableMeasured"] = new JsonArray([.. table.Description.Cells.Select(c => (JsonNode)c.Meaning)]),
        ["includedInDataCatalog"] = new JsonObject { ["@type"] = "DataCatalog", ["name"] = "オープンデータ", ["url"] = Address(view, "") },
        ["distribution"] = new JsonArray([.. table.Files.Select(f => Download(view, f))]),
    });

    public static string OfCatalogue(ReportView view) => Json(view, new()
    {
        ["@type"] = "DataCatalog",
        ["name"] = $"{view.Site.Settings.SiteName} オープンデータ",
        ["description"] = $"{view.Site.Settings.Municipality}の局と区役所が報告した、地域包括ケアシステムの取組のすべての表です。",
        ["url"] = Address(view, ""),
        ["dataset"] = new JsonArray([.. view.Data.Tables
            .Select(t => new JsonObject { ["@type"] = "Dataset", ["name"] = t.Description.Title,
                ["description"] = $"{t.Description.Title}。{t.Description.Row}{view.Site.Settings.Municipality}の地域包括ケアシステムの取組の報告から作られています。",
                    ["url"] = Address(view, $"{t.Name}/") })]),
    });

    private static string Json(ReportView view, JsonObject json)
    {
        json.Insert(0, "@context", "https://schema.org/");
        json["inLanguage"] = "ja";
        json["isAccessibleForFree"] = true;
        json["creator"] = new JsonObject
        {
            ["@type"] = "GovernmentOrganization",
            ["name"] = view.Report.Register.PublisherName,
            ["url"] = view.Site.Settings.Homepage.AbsoluteUri
        };
        json["spatialCoverage"] = view.Report.Register.Contact?.Place;
        if (view.Site.Options.DataLicense is { } license)
            json["license"] = license.AbsoluteUri;
        return DcatTerms.WithoutNulls(json).ToJsonString(Options);
    }

    private static JsonObject Download(ReportView view, DataFile file) => new()
    {
        ["@type"] = "DataDownload",
        ["encodingFormat"] = file.Format.MediaType,
        ["contentUrl"] = Address(view, $"{OpenData.Latest}/{file.Name}"),
        ["contentSize"] = $"{Svg.Number(file.Length)} B",
        ["sha256"] = file.Sha256,
    };

    private static string Address(ReportView view, string path) => new Uri(view.Site.Options.Address, $"data/{path}").AbsoluteUri;
}
