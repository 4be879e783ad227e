using AngleSharp.Dom;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public class ContentTests(SiteOf2018 site)
{
    private static readonly Report Report = Some.Report;

    [Fact]
    public void TheReportContainsAsManyRecordsAsThePrintedReport() => Assert.Equal(
        (160, 156, 112, 47, 140, 7, 112),
        (Report.Initiatives.Count, Report.Directions.Count, Report.Indicators.Count, Report.Collaborations.Count,
            Report.WardActivities.Count, Report.Statistics.Count, Report.Passages.Count));

    [Fact]
    public void EveryInitiativeHasItsPageAndIsListedInItsPolicyArea() => Assert.All(Report.Initiatives, initiative =>
    {
        Assert.Equal(initiative.Text.Words(), Page($"initiatives/{initiative.Id}").QuerySelector("h1")!.TextContent.Words());
        Assert.Contains(
            initiative.Text.Words(), Words($"viewpoints/{initiative.Viewpoint}/{initiative.PolicyArea}"), StringComparison.Ordinal);
    });

    [Fact]
    public void EveryDirectionIsShownOnThePageOfItsPolicyArea() => Assert.All(Report.Directions, direction =>
        Assert.Contains(
            direction.Text.Words(), Words($"viewpoints/{direction.Viewpoint}/{direction.PolicyArea}"), StringComparison.Ordinal));

    [Fact]
    public void EveryFigureIsOnThePagesOfItsIndicatorItsInitiativeAndAllIndicators() => Assert.All(Report.Indicators, indicator =>
    {
        foreach (var page in new[] { $"indicators/{indicator.Id}", $"initiatives/{indicator.Initiative}", "indicators" })
        {
            Assert.Contains(
                IndicatorName.Of(Report.InitiativeOf(indicator), indicator).Counted.Words(), Words(page), StringComparison.Ordinal);
            Assert.All(indicator.Figures, f => Assert.Contains(Shown(f, indicator), Words(page), StringComparison.Ordinal));
        }

        Assert.All(indicator.Notes, note => Assert.Contains(note, Words($"indicators/{indicator.Id}"), StringComparison.Ordinal));
    });

    [Fact]
    public void EveryCollaborationIsShownInTheListAndOnItsPage() => Assert.All(Report.Collaborations, listed =>
    {
        var c = listed.Collaboration;
        foreach (var page in new[] { "collaborations", $"collaborations/{c.Id}" })
            Assert.All([c.Name, c.PartnersText, c.Outline, c.Direction],
                text => Assert.Contains(text.Words(), Words(page), StringComparison.Ordinal));
        Assert.All(listed.Partners.Departments,
            code => Assert.NotNull(Page($"collaborations/{c.Id}").QuerySelector($".tags a[href='/departments/{code}/']")));
    });

    [Fact]
    public void EveryWardActivityIsShownOnThePageOfItsWard() => Assert.All(Report.WardActivities, activity =>
    {
        var wards = activity.Ward is null ? Report.Register.Wards.Select(w => w.Code) : [activity.Ward];
        Assert.All(wards, ward => Assert.Contains(activity.Text.Words(), Words($"wards/{ward}"), StringComparison.Ordinal));
    });

    [Fact]
    public void EveryPassageIsShownOnThePageOfItsDocument() => Assert.All(Report.Passages, passage =>
        Assert.Contains(passage.Text.Words(), Words($"report/{passage.Document.Replace("資料", "", StringComparison.Ordinal)}"),
            StringComparison.Ordinal));

    [Fact]
    public void EveryStatisticIsShownWithItsSharesAndTheirRemainder() => Assert.All(Report.Statistics, statistic =>
    {
        var card = Page("statistics").GetElementById(statistic.Id)!;
        Assert.Contains(Texts.Format(statistic.Total), card.TextContent, StringComparison.Ordinal);
        var rows = card.QuerySelectorAll("tbody td").Select(td => td.TextContent.Words()).ToList();
        Assert.Equal([.. statistic.Shares.Select(s => $"{Texts.Percent(s.Percent)}%"), $"{Texts.Percent(statistic.Remainder)}%"], rows);
    });

    [Fact]
    public void EverySourceNamesFileSheetCellAndDay() => Assert.All(Report.Indicators, indicator =>
    {
        var source = Page($"indicators/{indicator.Id}").QuerySelector("details.source")!.TextContent;
        Assert.All([indicator.Source.File, indicator.Source.Sheet, indicator.Source.Cell],
            part => Assert.Contains(part, source, StringComparison.Ordinal));
        Assert.Contains("この内容は平成30（2018）年8月1日の提出から変わっていません。", source, StringComparison.Ordinal);
    });

    [Fact]
    public void OnlyPagesOfDepartmentsWithoutSubmissionSayThatThereIsNone() => Assert.All(
        Report.Register.Departments,
        d => Assert.Equal(
            Report.Submissions.All(s => s.Department != d.Code),
            Words($"departments/{d.Code}").Contains("まだ提出がありません", StringComparison.Ordinal)));

    [Fact]
    public void TheRoadmapMarksTheSecondStage()
    {
        Assert.Equal(3, Page("").QuerySelectorAll(".stages li").Length);
        Assert.StartsWith("第2段階", Page("").QuerySelector(".stages .now")!.TextContent.Words(), StringComparison.Ordinal);
    }

    private static string Shown(Figure figure, Indicator indicator) => figure.Status switch
    {
        FigureStatus.Reported => $"{Texts.Format(figure.Value.GetValueOrDefault())}{indicator.Unit}",
        FigureStatus.Text => figure.Text.Words(),
        _ => "未報告",
    };

    private IDocument Page(string path) => site.Pages[path.Length == 0 ? "index.html" : $"{path}/index.html"];

    private readonly Dictionary<string, string> words = [];

    private string Words(string path) =>
        words.TryGetValue(path, out var known) ? known : words[path] = Page(path).QuerySelector("main")!.TextContent.Words();
}
