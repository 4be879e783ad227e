using System.Text.Json.Nodes;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;
using static KawasakiServerless.Site.Data.DcatTerms;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Writes catalog.jsonld, the catalogue of one folder of the open data (data/latest/ or data/2018/) in the vocabulary DCAT 3, as JSON-LD
/// with an embedded context. Datasets in data/latest/ keep their address from year to year and list the datasets of each year as their
/// versions.
/// </summary>
internal sealed class DcatCatalogue(ReportView view, string folder)
{
    private readonly Uri root = new(view.Site.Options.Address, "data/");

    private PublishedData Data => view.Data;

    private Register Register => view.Report.Register;

    public static DataFile Of(ReportView view, string folder) =>
        DataFile.Describing(OpenData.Catalogue, DataJson.Write(new DcatCatalogue(view, folder).Catalogue()));

    private JsonObject Catalogue() => WithoutNulls(new()
    {
        ["@context"] = Context(),
        ["@id"] = Address($"{folder}/{OpenData.Catalogue}#catalog"),
        ["@type"] = "dcat:Catalog",
        ["dct:title"] = Japanese($"{view.Site.Settings.SiteName} オープンデータ（{Data.Report.ReportingYear.Label}）"),
        ["dct:description"] = Japanese($"{view.Site.Settings.Municipality}の局と区役所が毎年度に報告する、地域包括ケアシステムの取組、指標、連携取組、区の取組、活動統計の目録です。"),
        ["dct:publisher"] = Publisher(Register, view.Site.Settings.Homepage),
        ["dct:language"] = Id(Language),
        ["dct:spatial"] = Place(Register),
        ["dct:issued"] = Time(Data.Issued),
        ["dct:modified"] = Time(Data.Modified),
        ["foaf:homepage"] = Id(root.AbsoluteUri),
        [Terms.Key] = Terms.Value,
        ["dcat:themeTaxonomy"] = Id("http://publications.europa.eu/resource/authority/data-theme"),
        ["dcat:dataset"] = new JsonArray([Whole(), .. Data.Tables.Select(Table)]),
    });

    // The period of the dataset of all tables: it must include the period of every table.
    private DataPeriod WholePeriod =>
        DataPeriod.Around(Data.Tables.Select(t => t.Facts.Period).OfType<DataPeriod>().Append(DataPeriod.Of(Data.Report)));

    // The dataset that consists of all tables together, published as two workbooks and an archive.
    private JsonObject Whole() => With(
        Dataset(new("all", "すべての表", "すべての表を1つのExcelファイルと1つのZIPファイルにまとめたもの、指標を年度ごとの列に並べた一覧表です。")
        {
            Period = WholePeriod,
            Modified = DataTime.Of(Data.Modified),
            Files = [Data.Workbook, Data.Wide, Data.Archive],
        }),
        ("dct:hasPart", new JsonArray([.. Data.Tables.Select(t => Id(DatasetId(folder, t.Name)))])));

    private JsonObject Table(PublishedTable table) => With(
        Dataset(new(table.Name, table.Description.Title, table.Description.Row)
        {
            Period = table.Facts.Period ?? DataPeriod.Of(Data.Report),
            Modified = table.Facts.Modified ?? DataTime.Of(Data.Modified),
            Files = table.Files,
        }),
        ("dcat:landingPage", Id(Address($"{table.Name}/"))));

    private JsonObject Dataset(CataloguedDataset dataset) => WithoutNulls(new()
    {
        ["@id"] = DatasetId(folder, dataset.Name),
        ["@type"] = "dcat:Dataset",
        ["dct:identifier"] = DatasetId(folder, dataset.Name),
        ["dct:title"] = Japanese(dataset.Title),
        ["dct:description"] = Japanese(dataset.Description),
        ["dct:publisher"] = Id(view.Site.Settings.Homepage.AbsoluteUri),
        ["dcat:contactPoint"] = Contact(Register, view.Site.Options.Address),
        ["dct:issued"] = Time(Data.Issued),
        ["dct:modified"] = Typed(dataset.Modified, "xsd:dateTime"),
        ["dct:language"] = Id(Language),
        ["dct:spatial"] = Place(Register),
        ["dct:temporal"] = dataset.Period.ToJson(),
        ["dct:accrualPeriodicity"] = Id("http://publications.europa.eu/resource/authority/frequency/ANNUAL"),
        ["dcat:theme"] = new JsonArray([.. Themes.Select(Id)]),
        ["dcat:keyword"] = new JsonArray([.. Keywords(view.Site.Settings.Municipality).Append(dataset.Title).Select(Japanese)]),
        ["dcat:version"] = Data.Year,
        [Terms.Key] = Terms.Value,
        ["dcat:distribution"] = new JsonArray([.. dataset.Files.Select(f => Distribution(f, dataset.Modified))]),
        ["dcat:hasVersion"] = folder == OpenData.Latest
            ? new JsonArray([.. view.Site.Years.Select(y => Id(DatasetId(Number(y.Report.ReportingYear.Year), dataset.Name)))])
            : null,
        ["dcat:isVersionOf"] = folder == OpenData.Latest ? null : Id(DatasetId(OpenData.Latest, dataset.Name)),
    });

    private JsonObject Distribution(DataFile file, string modified) => WithoutNulls(new()
    {
        ["@id"] = Address($"{folder}/{OpenData.Catalogue}#{file.Name}"),
        ["@type"] = "dcat:Distribution",
        ["dct:title"] = Japanese($"{file.Name}（{file.Format.Label}）"),
        ["dcat:accessURL"] = Id(root.AbsoluteUri),
        ["dcat:downloadURL"] = Id(Address($"{folder}/{file.Name}")),
        ["dcat:mediaType"] = Id($"https://www.iana.org/assignments/media-types/{file.Format.MediaType}"),
        ["dct:format"] = file.Format.Label,
        ["dcat:byteSize"] = Typed(Number(file.Length), "xsd:nonNegativeInteger"),
        ["spdx:checksum"] = new JsonObject
        {
            ["@type"] = "spdx:Checksum",
            ["spdx:algorithm"] = Id("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            ["spdx:checksumValue"] = Typed(file.Sha256, "xsd:hexBinary"),
        },
        ["dct:issued"] = Time(Data.Issued),
        ["dct:modified"] = Typed(modified, "xsd:dateTime"),
        [Terms.Key] = Terms.Value,
        ["dqv:hasQualityMeasurement"] = file.Readability is { } r ? new JsonArray(
            [.. r.Scores.Levels.Select((score, at) => Score(at + 1, score))]) : null,
    });

    // The score, out of 100, for one of the three levels of the national rules of machine-readability.
    private JsonObject Score(int level, int score) => new()
    {
        ["@type"] = "dqv:QualityMeasurement",
        ["dqv:isMeasurementOf"] = Id(new Uri(root, $"#readability-{Number(level)}").AbsoluteUri),
        ["dqv:value"] = Typed(Number(score), "xsd:integer"),
    };

    private (string Key, JsonNode Value) Terms => view.Site.Options.DataLicense is { } license
        ? ("dct:license", Id(license.AbsoluteUri))
        : ("dct:rights", new JsonObject { ["@type"] = "dct:RightsStatement", ["rdfs:label"] = Japanese(DataTerms.NotNamed(Register)) });

    private string Address(string path) => new Uri(root, path).AbsoluteUri;

    private string DatasetId(string year, string name) => Address($"{year}/{OpenData.Catalogue}#{name}");

    private static string Number(int number) => Svg.Number(number);

    /// <summary>A dataset of the catalogue.</summary>
    /// <param name="Name">The last part of the dataset's address, such as indicators.</param>
    /// <param name="Title">The title, in Japanese.</param>
    /// <param name="Description">What the dataset contains, as a Japanese sentence.</param>
    private sealed record CataloguedDataset(string Name, string Title, string Description)
    {
        /// <summary>The period that the data describe.</summary>
        public required DataPeriod Period { get; init; }

        /// <summary>
        /// The time of the submission or publication that last changed a record of the dataset; that of the newest one for a table without
        /// the times of its rows, such as one made from the register.
        /// </summary>
        public required string Modified { get; init; }

        /// <summary>The files in which the dataset can be downloaded.</summary>
        public required IEnumerable<DataFile> Files { get; init; }
    }
}
