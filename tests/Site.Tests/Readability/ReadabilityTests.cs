using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public sealed class ReadabilityTests(SiteOf2018 site)
{
    [Fact]
    public void EveryFileOf2018HasAllPointsOrAReasonOnThePage()
    {
        var page = site.Pages["data/index.html"].QuerySelector("main")!.TextContent;
        Assert.All(
            Tables.SelectMany(f => ReadabilityOf(f).Broken.Select(r => (f.Path, Result: r))),
            b =>
                Assert.Contains(ReadabilityReasons.Of(Path.GetFileName(b.Path), b.Result)
                    ?? $"{b.Path}: {b.Result.Rule.Id} {b.Result.Breaches[0]}", page, StringComparison.Ordinal));
        Assert.All(
            Tables.Where(f => f.Path.EndsWith(".csv", StringComparison.Ordinal) || f.Path.EndsWith("all.xlsx", StringComparison.Ordinal)),
            f => Assert.Equal((f.Path, ReadabilityScores.Perfect), (f.Path, ReadabilityOf(f).Scores)));
    }

    [Fact]
    public void EveryRuleAppliesToSomeFile() => Assert.Equal(
        FileChecks.All.Select(c => c.Id),
        Tables.SelectMany(f => ReadabilityOf(f).Results).Where(r => r.Applies).Select(r => r.Rule.Id).Distinct()
            .Order(StringComparer.Ordinal));

    [Fact]
    public async Task ATextThatBreaksRulesOfFormIsConvertedInCsvAndUnchangedInJson()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("=1+1\r\n　①㈱\u202E\uE000次の\t\t行\u0000 ")));

        Assert.Contains("'=1+1 (1)(株)〓次の 行", files.Html("data/latest/initiatives.csv"), StringComparison.Ordinal);
        Assert.Contains("①㈱", files.Html("data/latest/initiatives.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordingThatBreaksARuleLowersTheScoreAndIsSaidOnThePage()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("同上")));

        Assert.Contains(
            "前の行を省略しています「同上」", files.Page("data/initiatives/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new(100, 0, 100), ReadabilityOf(files.Single(f => f.Path == "data/latest/initiatives.csv")).Scores);
    }

    [Fact]
    public void AFileThatBreaksARuleOfFormIsNotPublished()
    {
        var broken = Assert.Throws<UnreadableDataException>(
            () => ReadabilityGate.Pass([DataFile.Of("initiatives.csv", "id,viewpoint\r\n"u8.ToArray())]));

        Assert.Contains("initiatives.csv: L3-07", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACsvCellThatASpreadsheetWouldExecuteIsNotPublished()
    {
        var file = DataFile.Of("policy-areas.csv", [0xEF, 0xBB, 0xBF, .. "order,code,name\r\n1,elderly,=A1\r\n"u8]);

        Assert.Contains(
            "=A1", Assert.Throws<UnreadableDataException>(() => ReadabilityGate.Pass([file])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSheetForPeopleShowsWordsWhereAnIndicatorIsReportedInWords()
    {
        var sheet = OpenedFile.Open(
            "indicators-wide.xlsx", site.Files.Single(f => f.Path == "data/latest/indicators-wide.xlsx").Bytes.ToArray())!.Tables.Single();
        var inWords = Some.Report.Indicators.SelectMany(
            i => i.Figures.Where(f => f.Status == FigureStatus.Text).Select(f => (i.Id, f.Year.Label, f.Text)))
            .ToList();

        Assert.NotEmpty(inWords);
        Assert.All(inWords, w => Assert.Equal(
            PlainCell.Of(w.Text!), sheet.Body.Single(r => r[0].Text == w.Id)[sheet.Header.ToList().IndexOf(w.Label)].Text));
    }

    private IEnumerable<SiteFile> Tables => site.Files.Where(
        f =>
            f.Path.StartsWith("data/latest/", StringComparison.Ordinal) && OpenedFile.KindOf(f.Path) is not null
                && !f.Path.EndsWith("/datapackage.json", StringComparison.Ordinal)
            && !f.Path.EndsWith("/csv-metadata.json", StringComparison.Ordinal));

    private static FileReadability ReadabilityOf(SiteFile file) =>
        FileReadability.Of(OpenedFile.Open(Path.GetFileName(file.Path), file.Bytes.ToArray())!, OpenDataTable.SheetDescriptions);
}
