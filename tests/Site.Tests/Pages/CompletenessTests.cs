using System.Text.Json;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// The pages show everything that the open data contains, as text that is visible without JavaScript. The tests find the tables and their
/// members in the published files.
/// </summary>
[Collection(SiteOf2018Shared.Name)]
public class CompletenessTests(SiteOf2018 site)
{
    private const string Folder = "data/latest/";

    // Members that are meant for programs: pages show them in other words or contain them in their addresses.
    private static readonly string[] ForPrograms =

    [
        "id", "code", "initiative", "indicator", "indicators", "viewpoint", "submission", "order", "kind", "department", "era", "type",
        "inCells", "inJson",
        "number", "viewpointName", "policyAreaCode", "policyAreas", "leadCode", "partnerCodes", "wardCode",
    ];

    private static readonly string[] Known =

    [
        "collaborations", "departments", "dictionary", "directions", "indicator-values", "indicators", "initiatives", "passages",
        "policy-areas", "statistics", "viewpoints",
        "ward-activities", "wards",
    ];

    // Tables that repeat lists within the rows of the tables above, and are therefore not compared again.
    private static readonly string[] Parts =
        ["collaboration-partners", "department-aliases", "direction-divisions", "indicator-notes",
            "initiative-divisions", "passage-headings", "viewpoint-policy-areas"];

    public static TheoryData<string> Tables => [.. Known];

    [Theory]
    [MemberData(nameof(Tables))]
    public void EachTextAndFigureIsOnAPageOfItsRecord(string table)
    {
        var missing = RowsOf(table)
            .SelectMany(row => MissingOf(row, Words(PageOf(table, row))).Select(text => $"{PageOf(table, row)}: {text}"));
        Assert.Empty(missing.Take(10));
    }

    [Fact]
    public void TheCompletenessTestsCoverEveryTableOfTheOpenData() => Assert.Equal(
        Known.Concat(Parts).Order(StringComparer.Ordinal),
        site.Files.Select(f => f.Path).Where(IsTable).Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal));

    [Fact]
    public void TheCompletenessCheckReportsATextThatIsNotOnThePage()
    {
        var row = JsonElement.Parse("""{"text": "どこにもない文", "total": 1234567, "source": {"cell": "B5"}}""");
        Assert.Equal(["text: どこにもない文", "total: 1,234,567"], MissingOf(row, "B5 1234567"));
    }

    private static bool IsTable(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal)
        && Path.GetFileName(path) is not DataPackage.Name and not CsvwMetadata.Name;

    private static string PageOf(string table, JsonElement row) => table switch
    {
        "initiatives" or "indicators" or "collaborations" => $"{table}/{Text(row, "id")}/",
        "indicator-values" => $"indicators/{Text(row, "indicator")}/",
        "directions" =>
            $"viewpoints/{row.GetProperty("viewpoint").GetInt32()}/{Register.Of2018.PolicyAreas.First(a => a.Name == Text(row, "policyArea")).Code}/",
        "dictionary" => $"data/{Text(row, "table")}/",
        "viewpoints" => $"viewpoints/{row.GetProperty("number").GetInt32()}/",
        "policy-areas" => $"viewpoints/{Register.Of2018.Viewpoints.First(v => v.PolicyAreas.Contains(Text(row, "code"))).Number}/",
        "wards" => $"wards/{Text(row, "code")}/",
        "departments" => $"departments/{Text(row, "code")}/",
        "passages" => $"report/{Text(row, "document").Replace("資料", "", StringComparison.Ordinal)}/",
        "ward-activities" => $"wards/{Register.Of2018.Wards.First(w => row.GetProperty("ward").ValueKind == JsonValueKind.Null || w.Ward == Text(row, "ward")).Code}/",
        _ => $"{table}/",
    };

    private static IEnumerable<string> MissingOf(JsonElement row, string words) =>
        ShownOf("", row).Where(s => !words.Contains(s.Shown.Words(), StringComparison.Ordinal)).Select(s => $"{s.Member}: {s.Shown}");

    private static IEnumerable<(string Member, string Shown)> ShownOf(string member, JsonElement value) => value.ValueKind switch
    {
        _ when ForPrograms.Contains(member) => [],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => ShownOf(p.Name, p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(v => ShownOf(member, v)),
        JsonValueKind.Number => [(member, Number(member, value.GetDecimal()))],
        JsonValueKind.String => [(member, InWords(member, value.GetString()!))],
        _ => [],
    };

    private static string Number(string member, decimal value) => member switch
    {
        "fiscalYear" => FiscalYear.Of((int)value).Label,
        "percent" => Texts.Percent(value),
        _ => Texts.Format(value),
    };

    private static string InWords(string member, string text) => member switch
    {
        "status" => text switch { "notReported" => "未報告", "notApplicable" => "対象外", _ => "" },
        "uploadedAt" or "submittedAt" => Texts.Day(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
        "periodFrom" or "periodTo" =>
            YearMonth.Of(int.Parse(text.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture),
                int.Parse(text.AsSpan(5, 2), System.Globalization.CultureInfo.InvariantCulture)).Label,
        _ => text,
    };

    private static string Text(JsonElement row, string member) => row.GetProperty(member).GetString() ?? "";

    private JsonElement.ArrayEnumerator RowsOf(string table) =>
        JsonElement.Parse(site.Files.Single(f => f.Path == $"{Folder}{table}.json").Bytes.Span).EnumerateArray();

    private readonly Dictionary<string, string> words = [];

    private string Words(string path) => words.TryGetValue(path, out var known) ? known : words[path] = VisibleTextOf(path);

    // The content of a details element counts, because it opens without JavaScript. Text of a drawing that only screen readers read does
    // not.
    private string VisibleTextOf(string path)
    {
        var main = (AngleSharp.Dom.IElement)site.Pages[$"{path}index.html"].QuerySelector("main")!.Clone(deep: true);
        foreach (var unseen in main.QuerySelectorAll("svg title, svg desc, [hidden], template"))
            unseen.Remove();
        // The readings (ruby) of a name are moved to the end, because in their places they would divide the name.
        var readings = string.Concat(main.QuerySelectorAll("rt").Select(rt => rt.TextContent));
        foreach (var reading in main.QuerySelectorAll("rt, rp"))
            reading.Remove();
        return $"{main.TextContent} {readings}".Words();
    }
}
