using System.IO.Compression;
using System.Text.Json;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public sealed class DataFilesTests(SiteOf2018 site)
{
    [Fact]
    public void TheZipContainsEveryTableAsCsvAndJsonAndNoTimesOrFileAttributes()
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes("data/latest/all.zip")));

        Assert.Equal(["README.txt", "datapackage.json", "csv-metadata.json", .. OpenDataTable.Descriptions
            .SelectMany(f => new[] { $"{f.Name}.csv", $"{f.Name}.json" })], zip.Entries.Select(e => e.FullName));
        Assert.All(zip.Entries, e => Assert.Equal((1980, 0), (e.LastWriteTime.Year, e.ExternalAttributes)));
        Assert.All(zip.Entries.Skip(1), e => Assert.Equal(Bytes($"data/latest/{e.FullName}"), Content(e)));
    }

    // The default format of a datetime (時刻) in Table Schema allows only UTC, but the times of the open data have the offset of Japan.
    [Fact]
    public void EveryTimeInTheDataPackageIsDeclaredWithAFormatThatAllowsAnOffset() => Assert.All(
        JsonDocument.Parse(Bytes("data/latest/datapackage.json")).RootElement.GetProperty("resources").EnumerateArray()
            .SelectMany(r => r.GetProperty("schema").GetProperty("fields").EnumerateArray()),
        field => Assert.Equal(
            field.GetProperty("type").GetString() == "datetime" ? "any" : null,
            field.TryGetProperty("format", out var format) ? format.GetString() : null));

    [Fact]
    public void TheWorkbookHasASheetForEveryTableWithTheSameCellsAsItsCsv()
    {
        var workbook = OpenedFile.Open("all.xlsx", Bytes("data/latest/all.xlsx"))!;

        Assert.Equal(["README", .. OpenDataTable.Descriptions.Select(f => f.Name)], workbook.Tables.Select(t => t.Name));
        Assert.All(workbook.Tables.Skip(1), sheet => Assert.Equal(
            OpenedFile.Open($"{sheet.Name}.csv", Bytes($"data/latest/{sheet.Name}.csv"))!.Tables[0].Rows.Select(r => r.Select(c => c.Text)),
            sheet.Rows.Select(r => r.Select(c => c.Text))));
    }

    [Fact]
    public async Task TextThatLooksLikeAFormulaIsTextInTheWorkbook()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("=HYPERLINK(\"http://evil.example\")")));

        var sheet = OpenedFile.Open("all.xlsx", files.Single(f => f.Path == "data/latest/all.xlsx").Bytes.ToArray())!.Tables[1];
        Assert.Equal(new("=HYPERLINK(\"http://evil.example\")", CellKind.Text), sheet.Rows[1][sheet.Header.ToList().IndexOf("text")]);
    }

    [Fact]
    public async Task ThePageOfTheOpenDataNamesEverySignBeforeWhichTheCsvHasAnApostrophe()
    {
        const string Signs = "=+-@＝＋－＠";
        var files = await Some.SiteOfAsync(Some.ReportOf([.. Signs
            .Select((sign, i) => Some.Initiative($"{sign}1") with { Id = $"kenkofukushi-000{i + 1}" })]));
        var (csv, page) = (files.Html("data/latest/initiatives.csv"), files.Page("data/index.html").QuerySelector("main")!.TextContent);
        Assert.All(Signs, sign =>
        {
            Assert.Contains($"'{sign}1", csv, StringComparison.Ordinal);
            Assert.Contains($"「{sign}」", page, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task TheSameReportGivesTheSameDataFilesInEveryRenderingAndInBothFolders()
    {
        var again = await Some.SiteOfAsync(ReportOf2018.Compose());

        foreach (var name in new[] { "all.xlsx", "all.zip", "catalog.jsonld", "dictionary.csv" })
            Assert.Equal(Bytes($"data/latest/{name}"), again.Single(f => f.Path == $"data/latest/{name}").Bytes.ToArray());
        Assert.Equal(Bytes("data/latest/all.xlsx"), Bytes("data/2018/all.xlsx"));
    }

    [Fact]
    public void TheCatalogueListsEveryFileWithItsSizeAndItsChecksum()
    {
        var distributions = Catalogue("latest").GetProperty("dcat:dataset").EnumerateArray()
            .SelectMany(d => d.GetProperty("dcat:distribution").EnumerateArray()).ToList();

        Assert.Equal((OpenDataTable.Descriptions.Count * 2) + 3, distributions.Count);
        Assert.All(distributions, d =>
        {
            var bytes = Bytes(new Uri(d.GetProperty("dcat:downloadURL").GetProperty("@id").GetString()!).AbsolutePath[1..]);
            Assert.Equal($"{bytes.Length}", d.GetProperty("dcat:byteSize").GetProperty("@value").GetString());
            Assert.Equal(
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
                d.GetProperty("spdx:checksum").GetProperty("spdx:checksumValue").GetProperty("@value").GetString());
        });
    }

    [Fact]
    public void TheCatalogueHasTheDateOfTheNewestUploadAndNoLicenceIfNoneIsSet()
    {
        Assert.Equal("2018-08-01T00:00:00+09:00", Catalogue("latest").GetProperty("dct:modified").GetProperty("@value").GetString());
        Assert.False(Catalogue("latest").TryGetProperty("dct:license", out _));
    }

    [Fact]
    public async Task EachDatasetHasTheDateOfTheNewestUploadInItsOwnRowsOrElseInTheReport()
    {
        var earlier = Some.Source with { UploadedAt = Some.UploadedAt.AddMonths(-1) };
        var files = await Some.SiteOfAsync(
            Some.ReportOf(Some.Initiative("取組"), Some.Indicator(Some.Figure(2017, 1)) with { Source = earlier }));

        var modified = JsonDocument.Parse(files.Html("data/latest/catalog.jsonld")).RootElement
            .GetProperty("dcat:dataset").EnumerateArray().ToDictionary(
                d => d.GetProperty("@id").GetString()!.Split('#')[1],
                d => d.GetProperty("dct:modified").GetProperty("@value").GetString());

        Assert.Equal("2018-08-01T00:00:00+09:00", modified["all"]);
        Assert.Equal("2018-08-01T00:00:00+09:00", modified["initiatives"]);
        Assert.Equal("2018-07-01T00:00:00+09:00", modified["indicators"]);
        Assert.Equal("2018-08-01T00:00:00+09:00", modified["wards"]);
    }

    [Fact]
    public async Task ARemovedRowChangesTheDateOfItsTableAndTheFirstPublicationRemainsTheDateOfIssue()
    {
        var both = Some.ReportOf(Some.Initiative("取組"), Some.Indicator(Some.Figure(2017, 1)));
        var one = Some.ReportOf(Some.Initiative("取組"));
        var (issued, removed) = (Some.UploadedAt.AddDays(1), Some.UploadedAt.AddDays(20));
        var files = await Some.SiteOfAsync(SiteInput.Of([one]) with
        {
            History = History.Empty.With(new(1, "a", issued, [Changes.Between(null, both)]))
                .With(new(2, "b", removed, [Changes.Between(both, one)])),
        });

        var catalogue = JsonDocument.Parse(files.Html("data/latest/catalog.jsonld")).RootElement;
        Assert.Equal("2018-08-02T00:00:00+09:00", Time(catalogue, "dct:issued"));
        Assert.Equal("2018-08-21T00:00:00+09:00", Time(catalogue, "dct:modified"));
        var modified = catalogue.GetProperty("dcat:dataset").EnumerateArray()
            .ToDictionary(d => d.GetProperty("@id").GetString()!.Split('#')[1], d => Time(d, "dct:modified"));
        Assert.Equal("2018-08-02T00:00:00+09:00", modified["initiatives"]);
        Assert.Equal("2018-08-21T00:00:00+09:00", modified["indicators"]);
    }

    private static string? Time(JsonElement of, string property) => of.GetProperty(property).GetProperty("@value").GetString();

    [Fact]
    public async Task ALicenceThatIsSetIsInTheCatalogueAndOnTheOpenDataPages()
    {
        var files = await Some.SiteOfAsync(Some.Options with { DataLicense = new("https://licence.example/") }, Some.ReportOf());

        Assert.Contains("\"dct:license\"", files.Html("data/latest/catalog.jsonld"), StringComparison.Ordinal);
        Assert.NotNull(files.Page("data/index.html").QuerySelector("a[rel=license][href='https://licence.example/']"));
        Assert.Contains("\"license\":\"https://licence.example/\"", files.Html("data/initiatives/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void ADatasetOfAYearIsDescribedAsAVersionOfTheLatestDataset() => Assert.Equal(
        "http://localhost:7071/data/latest/catalog.jsonld#initiatives",
        Catalogue("2018").GetProperty("dcat:dataset")[1].GetProperty("dcat:isVersionOf").GetProperty("@id").GetString());

    [Fact]
    public void EveryTablePageDescribesItsDatasetForSearchEngines() => Assert.All(OpenDataTable.Descriptions, file =>
    {
        var data = JsonDocument.Parse(
            site.Pages[$"{file.Href[1..]}index.html"].QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal("Dataset", data.GetProperty("@type").GetString());
        Assert.Equal(2, data.GetProperty("distribution").GetArrayLength());
    });

    private JsonElement Catalogue(string folder) => JsonDocument.Parse(Bytes($"data/{folder}/catalog.jsonld")).RootElement;

    private byte[] Bytes(string path) => site.Files.Single(f => f.Path == path).Bytes.ToArray();

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
