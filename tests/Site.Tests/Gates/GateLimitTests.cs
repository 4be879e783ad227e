using System.Text.Json;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Gates;
using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// A text of the greatest length that the check of workbooks accepts passes all gates (the checks before publication), whatever its
/// characters.
/// </summary>
public class GateLimitTests
{
    private const int LongestCell = 32_767;

    public static TheoryData<string> Pieces =>
    [
        "㌖", "ﷺ", "\uE000", "😀", "\u3099", "\u202E", "\u200B", "=", "@", "]]></script><!--", "%2e%2e%2f../", "1", "H28：1,000 ", "\t\n",
        "_x0000_",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public async Task ATextAtTheLimitIsPublishedWhole(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, RecordLimits.TextLength))[..RecordLimits.TextLength].Trim() + "文";
        var report = HardReport.Of(text);

        var files = await Some.SiteOfAsync(report);

        Assert.Empty(SiteGate.Check(files, [new(report.ReportingYear, report.Records.Counts)]));
        var tables = OpenedFile.Open("all.xlsx", files.Single(f => f.Path == "data/latest/all.xlsx").Bytes.ToArray())!.Tables;
        Assert.All(tables.SelectMany(t => t.Rows).SelectMany(r => r), c => Assert.InRange(c.Text.Length, 0, LongestCell));
        Assert.Contains(RecordsIn(files, "data/latest/initiatives.json"), t => t == text);
    }

    [Fact]
    public async Task ACellOfExcelThatIsCutSaysWhereTheRestIs()
    {
        var files = await Some.SiteOfAsync(HardReport.Of(new string('㌖', RecordLimits.TextLength)));

        var cells = OpenedFile.Open(
            "all.xlsx", files.Single(f => f.Path == "data/latest/all.xlsx").Bytes.ToArray())!.Tables.SelectMany(t => t.Rows)
            .SelectMany(r => r).ToList();
        Assert.Contains(cells, c => c.Text.Length == LongestCell && c.Text.StartsWith("キロメートル", StringComparison.Ordinal)
            && c.Text.EndsWith("…（続きはCSVとJSONにあります）", StringComparison.Ordinal));
        Assert.Contains(string.Concat(Enumerable.Repeat("キロメートル", RecordLimits.TextLength)), files.Html("data/latest/initiatives.csv"),
            StringComparison.Ordinal);
    }

    private static IEnumerable<string?> RecordsIn(IReadOnlyList<SiteFile> files, string path)
    {
        using var json = JsonDocument.Parse(files.Single(f => f.Path == path).Bytes);
        return [.. json.RootElement.EnumerateArray().Select(r => r.GetProperty("text").GetString())];
    }
}
