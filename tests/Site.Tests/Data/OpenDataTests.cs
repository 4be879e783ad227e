using System.Text;
using System.Text.Json;
using CsvHelper;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public sealed class OpenDataTests(SiteOf2018 site)
{
    public static TheoryData<string> Tables => [.. OpenDataFile.All.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void TheCatalogueDescribesEveryMemberOfEveryTable(string table)
    {
        var described = OpenDataFile.All.Single(t => t.Name == table).Columns.Select(c => c.Name);

        Assert.Equal(described, Json(site.Files, table)[0].EnumerateObject().Select(p => p.Name));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void JsonIsUtf8WithoutBomAndCsvWithBomAndCrlf(string table)
    {
        Assert.Equal((byte)'[', Bytes(site.Files, $"{table}.json")[0]);
        Assert.Equal([0xEF, 0xBB, 0xBF], Bytes(site.Files, $"{table}.csv")[..3]);
        Assert.EndsWith("\r\n", Encoding.UTF8.GetString(Bytes(site.Files, $"{table}.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("initiatives", 160)]
    [InlineData("indicators", 112)]
    [InlineData("indicator-values", 225)]
    [InlineData("directions", 156)]
    [InlineData("collaborations", 47)]
    [InlineData("ward-activities", 140)]
    [InlineData("statistics", 17)]
    [InlineData("passages", 112)]
    [InlineData("departments", 23)]
    public void EveryCsvReadsBackWithAllItsRowsAndAHeaderOfItsOwn(string table, int rows)
    {
        var lines = Csv(site.Files, table);

        Assert.Equal(rows + 1, lines.Count);
        Assert.Equal(lines[0].Distinct(StringComparer.Ordinal), lines[0]);
        Assert.All(lines, line => Assert.Equal(lines[0].Count, line.Count));
    }

    [Fact]
    public void TheNumbersOfTheCsvAreThoseOfTheJson()
    {
        var lines = Csv(site.Files, "indicator-values");
        var value = lines[0].IndexOf("value");

        Assert.Equal(Json(site.Files, "indicator-values").Select(v => v.GetProperty("value").ToString()), lines.Skip(1).Select(line => line[value]));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public async Task TextThatASpreadsheetWouldRunIsMarkedAsTextInCsvAndUntouchedInJson(string text)
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative(text)));

        var lines = Csv(files, "initiatives");
        Assert.Equal("'" + text, lines[1][lines[0].IndexOf("text")]);
        Assert.Equal(text, Json(files, "initiatives")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task ZeroNotReportedAndNotApplicableStayThreeThings()
    {
        var figures = new[] { Some.Figure(2016, 0), Figure.NotReported(FiscalYear.Of(2017)), Figure.NotApplicable(FiscalYear.Of(2018)) };
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組"), Some.Indicator(figures)));

        var lines = Csv(files, "indicator-values");
        var (value, status) = (lines[0].IndexOf("value"), lines[0].IndexOf("status"));
        Assert.Equal([("0", "reported"), ("", "notReported"), ("", "notApplicable")], lines.Skip(1).Select(line => (line[value], line[status])));
    }

    [Fact]
    public async Task ANegativeNumberIsANumberAndNoFormula()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組"), Some.Indicator(Some.Figure(2016, -5))));

        var lines = Csv(files, "indicator-values");
        Assert.Equal("-5", lines[1][lines[0].IndexOf("value")]);
    }

    private static byte[] Bytes(IEnumerable<SiteFile> files, string name) => files.Single(f => f.Path == $"data/latest/{name}").Bytes.ToArray();

    private static List<JsonElement> Json(IEnumerable<SiteFile> files, string table) =>
        [.. JsonDocument.Parse(Bytes(files, $"{table}.json")).RootElement.EnumerateArray()];

    private static List<List<string>> Csv(IEnumerable<SiteFile> files, string table)
    {
        using var csv = CsvReader.Create(Bytes(files, $"{table}.csv"), CsvReaderOptions.Default with { HasHeader = false });
        var lines = new List<List<string>>();
        while (csv.Read())
            lines.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return lines;
    }
}
