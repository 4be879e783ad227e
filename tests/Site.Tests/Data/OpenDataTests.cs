using System.Text;
using System.Text.Json;
using CsvHelper;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public sealed class OpenDataTests(SiteOf2018 site)
{
    public static TheoryData<string> Tables => [.. OpenDataTable.Descriptions.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void JsonCsvAndWorkbookHaveTheColumnsOfTheTableDescription(string table)
    {
        var described = OpenDataTable.Descriptions.Single(t => t.Name == table);
        var sheet = OpenedFile.Open("all.xlsx", Bytes(site.Files, "all.xlsx"))!.Tables.Single(t => t.Name == table);

        Assert.Equal(described.Members.Select(c => c.Name), Json(site.Files, table)[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(described.Cells.Select(c => c.Name), Csv(site.Files, table)[0]);
        Assert.Equal(described.Cells.Select(c => c.Name), sheet.Header);
    }

    [Fact]
    public void TheDictionaryNamesEveryColumnOfEveryTable() => Assert.Equal(
        OpenDataTable.Descriptions.SelectMany(f => f.Columns.Select(c => $"{f.Name}.{c.Name}")),
        Json(site.Files, "dictionary").Select(r => $"{r.GetProperty("table")}.{r.GetProperty("column")}").Distinct(StringComparer.Ordinal));

    [Fact]
    public void HeadingsAndBreakdownsNameAPassageAndAStatisticThatJsonContains()
    {
        Assert.Subset(Values("passages", "id"), Values("passage-headings", "passage"));
        var rows = Csv(site.Files, "statistics");
        Assert.Equal(Values("statistics", "id"), [.. rows.Skip(1).Select(row => row[Array.IndexOf([.. rows[0]], "statistic")])]);

        HashSet<string> Values(string table, string member) =>
            [.. Json(site.Files, table).Select(row => row.GetProperty(member).GetString()!)];
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void ACellIsBlankOnlyWhereTheDictionarySaysWhatThatMeans(string table)
    {
        var lines = Csv(site.Files, table);
        var columns = OpenDataTable.Descriptions.Single(t => t.Name == table).Cells.ToList();

        Assert.All(lines.Skip(1), line => Assert
            .All(line.Zip(columns), c => Assert.True(c.First.Length > 0 || c.Second.Blank is not null, c.Second.Name)));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void AColumnWithAllowedValuesHasNoOthers(string table)
    {
        var lines = Csv(site.Files, table);
        var columns = OpenDataTable.Descriptions.Single(t => t.Name == table).Cells;
        foreach (var (at, column) in columns.Index().Where(c => c.Item.Values.Count > 0))
            Assert.All(lines.Skip(1), line => Assert.Contains(line[at], column.Values.Select(v => v.Value)
                .Append(column.Blank is null ? "-" : "")));
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
    [InlineData("collaboration-partners", 47)]
    public void EveryCsvFileHasAllItsRowsAndAHeaderWithoutDuplicates(string table, int rows)
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

        Assert.Equal(
            Json(site.Files, "indicator-values").Select(v => v.GetProperty("value").ToString()), lines.Skip(1).Select(line => line[value]));
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
    public void EveryFigureNamesItsOwnCellAndStillTheRangeOfItsIndicator()
    {
        var first = Json(site.Files, "indicator-values")[0];
        var values = Json(site.Files, "indicators")[0].GetProperty("values").EnumerateArray()
            .Select(v => v.GetProperty("cell").GetString());
        var lines = Csv(site.Files, "indicator-values");

        Assert.Equal(("F2:M2", "J2"), (first.GetProperty("source").GetProperty("cell").GetString(), first.GetProperty("cell").GetString()));
        Assert.Equal(["J2", "K2"], values);
        Assert.Equal("J2", lines[1][lines[0].IndexOf("cell")]);
        Assert.Equal(("E2", "G2"), (Json(site.Files, "statistics")[0].GetProperty("totalCell").GetString(),
            Json(site.Files, "statistics")[0].GetProperty("shares")[0].GetProperty("cell").GetString()));
    }

    [Fact]
    public async Task ZeroNotReportedAndNotApplicableHaveDifferentStatusesInTheCsv()
    {
        var figures = new[] { Some.Figure(2016, 0), Figure.NotReported(FiscalYear.Of(2017)), Figure.NotApplicable(FiscalYear.Of(2018)) };
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組"), Some.Indicator(figures)));

        var lines = Csv(files, "indicator-values");
        var (value, status) = (lines[0].IndexOf("value"), lines[0].IndexOf("status"));
        Assert.Equal(
            [("0", "reported"), ("", "notReported"), ("", "notApplicable")], lines.Skip(1).Select(line => (line[value], line[status])));
    }

    [Fact]
    public async Task ANegativeNumberIsANumberAndNoFormula()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組"), Some.Indicator(Some.Figure(2016, -5))));

        var lines = Csv(files, "indicator-values");
        Assert.Equal("-5", lines[1][lines[0].IndexOf("value")]);
    }

    private static byte[] Bytes(IEnumerable<SiteFile> files, string name) =>
        files.Single(f => f.Path == $"data/latest/{name}").Bytes.ToArray();

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
