using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public sealed class ReadabilityTests(SiteOf2018 site)
{
    [Fact]
    public void EveryFileOf2018KeepsEveryRule() => Assert.All(
        site.Files.Where(f => f.Path.StartsWith("data/", StringComparison.Ordinal) && OpenedFile.KindOf(f.Path) is not null),
        f => Assert.All(ScoreOf(f).Results, r => Assert.True(r.IsKept, $"{f.Path}: {r.Rule.Number}: {string.Join(' ', r.Breaches)}")));

    [Fact]
    public void EveryRuleAppliesToSomeFile() => Assert.Equal(
        ReadabilityRules.All.Select(r => r.Number),
        ReadabilityRules.All.Where(r => site.Files.Any(f => OpenedFile.KindOf(f.Path) is not null && ScoreOf(f).Applicable.Any(a => a.Rule == r))).Select(r => r.Number));

    [Fact]
    public async Task TextOfAnyKindIsPutSoThatItKeepsEveryRuleOfForm()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("=1+1\r\n　①㈱\u202E\uE000次の\t\t行\u0000 ")));

        Assert.Contains("'=1+1 (1)(株)〓次の 行", files.Html("data/latest/initiatives.csv"), StringComparison.Ordinal);
        Assert.Contains("①㈱", files.Html("data/latest/initiatives.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordingThatBreaksARuleLowersTheScoreAndIsSaidOnThePage()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("同上")));

        Assert.Contains("前の行を省略しています「同上」", files.Page("data/initiatives/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.InRange(ScoreOf(files.Single(f => f.Path == "data/latest/initiatives.csv")).Percent, 90, 99);
    }

    [Fact]
    public void AFileThatBreaksARuleOfFormIsNotLetOut()
    {
        var broken = Assert.Throws<UnreadableDataException>(() => ReadabilityGate.Pass([DataFile.Of("initiatives.csv", "id,viewpoint\r\n"u8.ToArray())]));

        Assert.Contains("initiatives.csv: 2-2", broken.Message, StringComparison.Ordinal);
    }

    private static ReadabilityScore ScoreOf(SiteFile file) => ReadabilityScore.Of(OpenedFile.Open(Path.GetFileName(file.Path), file.Bytes.ToArray())!);
}
