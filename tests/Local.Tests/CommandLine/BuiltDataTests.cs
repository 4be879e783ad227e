using System.Globalization;
using System.Text.Json.Nodes;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Local.Tests.CommandLine;

/// <summary>The open data of the site built from the samples contains exactly the data of the printed report (tests/Dataset).</summary>
public sealed class BuiltDataTests(BuiltData built) : IClassFixture<BuiltData>
{
    [Fact]
    public void TheInitiativesAreThoseOfThePrintedReport()
    {
        var expected = AreasOfThePaper()
            .SelectMany(
                a => Of(a.Area, "initiatives").Select(i => $"{a.Viewpoint}|{a.Name}|{Divisions(a.Area, "departments")}|{i["text"]}"))
            .ToList();

        Assert.Equal(160, expected.Count);
        Assert.Equal(
            expected, built["initiatives"].Select(i => $"{i["viewpoint"]}|{i["policyArea"]}|{Divisions(i, "divisions")}|{i["text"]}"));
    }

    [Fact]
    public void TheDirectionsAreThoseOfThePrintedReport()
    {
        var expected = AreasOfThePaper()
            .SelectMany(a => Of(a.Area, "directions").Select(text => $"{a.Viewpoint}|{a.Name}|{Divisions(a.Area, "departments")}|{text}"))
            .ToList();

        Assert.Equal(156, expected.Count);
        Assert.Equal(
            expected, built["directions"].Select(d => $"{d["viewpoint"]}|{d["policyArea"]}|{Divisions(d, "divisions")}|{d["text"]}"));
    }

    [Fact]
    public void TheCollaborationsAreThoseOfThePrintedReport()
    {
        string[] members = ["no", "partnersText", "partners", "everyBureau", "everyWard", "andOthers", "name", "outline", "direction"];
        var expected = BuiltData.Paper("collaborations").Select(c => Line(c, [.. members, "leadNormalized"])).ToList();

        Assert.Equal(47, expected.Count);
        Assert.Equal(expected, built["collaborations"].Select(c => Line(c, [.. members, "lead"])));
    }

    [Fact]
    public void TheWardActivitiesAreThoseOfThePrintedReport()
    {
        var wards = BuiltData.PaperObject("wards");
        var common = Of(wards, "commonEfforts").SelectMany(g => Of(g, "items").Select(text => $"|||{g["category"]}||{text}")).ToList();
        var standing = Of(wards, "wards").SelectMany(w => Of(w, "items").Select(text => $"{w["name"]}|||||{text}")).ToList();
        var history = BuiltData.Paper("wardHistory").SelectMany(w => Of(w, "groups").SelectMany(g =>
            Of(g, "items").Select(text => $"{w["ward"]}|{w["fiscalYear"]}|||{g["heading"]}|{text}"))).ToList();

        Assert.Equal((28, 33, 79), (common.Count, standing.Count, history.Count));
        Assert.Equal(
            common.Concat(standing).Concat(history).Order(StringComparer.Ordinal),
            built["ward-activities"].Select(a => $"{a["ward"]}|{a["fiscalYear"]}||{a["category"]}|{a["heading"]}|{a["text"]}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheStatisticsAreThoseOfThePrintedReport()
    {
        var expected = BuiltData.Paper("statistics")
            .Select(s => Line(s, ["section", "name", "total"]) + $"{s["period"]!["from"]}|{s["period"]!["to"]}" + Shares(s)).ToList();

        Assert.Equal(7, expected.Count);
        Assert.Equal(expected, built["statistics"]
            .Select(s => Line(s, ["section", "name", "total"]) + $"{s["periodFrom"]}|{s["periodTo"]}" + Shares(s)));
    }

    [Fact]
    public void ThePassagesAreThoseOfThePrintedReport()
    {
        var expected = BuiltData.Paper("narrative")
            .SelectMany(p => Of(p, "blocks").Select(b => $"{p["document"]}|{Divisions(p, "path")}|{b["type"]}|{b["text"]}")).ToList();

        Assert.Equal(112, expected.Count);
        Assert.Equal(expected, built["passages"].Select(p => $"{p["document"]}|{Divisions(p, "path")}|{p["kind"]}|{p["text"]}"));
    }

    [Fact]
    public void The112IndicatorsHaveThe209ValuesOfThePrintedReport()
    {
        var texts = built["initiatives"]
            .ToDictionary(i => $"{i["id"]}", i => $"{i["viewpoint"]}|{i["policyArea"]}|{i["text"]}", StringComparer.Ordinal);
        var expected = BuiltData.Paper("indicators").SelectMany(i => Of(i, "series").Select(s =>
            $"{i["viewpoint"]}|{i["policyArea"]}|{i["initiative"]}|" + Line(s, ["name", "group", "unit", "cumulative", "notes"])
                + Values(s))).ToList();

        var series = built["indicators"].ToList();

        Assert.Equal(112, expected.Count);
        Assert.Equal(expected, series.Select(
            s => $"{texts[$"{s["initiative"]}"]}|" + Line(s, ["name", "group", "unit", "cumulative", "notes"]) + Values(s)));
        Assert.Equal(209, series.Sum(s => Of(s, "values").Count(IsGiven)));
    }

    [Fact]
    public void EveryRecordHasACompleteSource()
    {
        string[] tables =
        [
            "initiatives", "directions", "indicators", "indicator-values", "collaborations", "ward-activities", "statistics", "passages",
        ];

        Assert.All(tables.SelectMany(t => built[t]), row =>
            Assert.All(["department", "submission", "file", "sheet", "cell", "uploadedAt"],
                member => Assert.NotEmpty($"{row["source"]![member]}")));
    }

    [Fact]
    public void TheDataFolderOfTheYearContainsTheSameFilesAsTheLatestFolder()
    {
        var latest = Directory.EnumerateFiles(Path.Combine(built.Folder, "data", "latest")).Where(f => Path.GetExtension(f) != ".jsonld")
            .ToList();

        Assert.Equal(45, latest.Count);
        Assert.All(latest, f => Assert.Equal(File.ReadAllBytes(f),
            File.ReadAllBytes(Path.Combine(built.Folder, "data", "2018", Path.GetFileName(f)))));
    }

    private static IEnumerable<(string Viewpoint, string Name, JsonNode Area)> AreasOfThePaper() =>
        BuiltData.Paper("viewpoints").SelectMany(v => Of(v, "policyAreas").Select(a => ($"{v["number"]}", $"{a["name"]}", a)));

    private static IEnumerable<JsonNode> Of(JsonNode node, string member) => node[member]!.AsArray().Select(n => n!);

    private static string Divisions(JsonNode node, string member) => string.Join('＞', Of(node, member));

    private static string Line(JsonNode node, IEnumerable<string> members) =>
        string.Concat(members.Select(m => (node[m]?.ToJsonString() ?? "null") + "|"));

    // Formats without trailing zeros, because a percentage such as 18.0 in the printed report is the number 18 in the open data.
    private static string Shares(JsonNode statistic) => string.Concat(Of(statistic, "shares").Select(s =>
        $"|{s["label"]}:{s["percent"]!.GetValue<decimal>().ToString("0.##", CultureInfo.InvariantCulture)}:{s["note"]}"));

    private static string Values(JsonNode series) =>
        string.Concat(Of(series, "values").Where(IsGiven).Select(v => $"|{v["fiscalYear"]}:{Number(v)}{v["text"]}"));

    private static string Number(JsonNode value) =>
        value["value"]?.GetValue<decimal>().ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    // The open data also lists the years that have neither a reported value nor a text. The data of the printed report does not contain
    // them, so they are not compared.
    private static bool IsGiven(JsonNode value) => value["status"] is null || $"{value["status"]}" is "reported" or "text";
}

/// <summary>The site that the command line builds from the samples, once for all tests of a class.</summary>
public sealed class BuiltData : IAsyncLifetime
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("kawasaki-built-");

    public string Folder => Path.Combine(root.FullName, "site");

    public IEnumerable<JsonNode> this[string table] =>
        Read(Path.Combine(Folder, "data", "latest", $"{table}.json")).AsArray().Select(n => n!);

    public static IEnumerable<JsonNode> Paper(string file) => PaperObject(file).AsArray().Select(n => n!);

    public static JsonNode PaperObject(string file) => Read(Repository.PathTo("tests", "Dataset", $"{file}.json"));

    public async Task InitializeAsync()
    {
        var result = await AppProcess.RunAsync("build", "--from", Path.Combine(AppContext.BaseDirectory, "Samples"), "--to", Folder);
        Assert.Equal(0, result.ExitCode);
    }

    public Task DisposeAsync()
    {
        root.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllBytes(path))!;
}
