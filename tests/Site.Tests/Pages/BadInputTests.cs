using AngleSharp.Dom;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Initiatives;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Input that departments may send although no designer would think of it; HostileTextTests tests markup and bidi controls.
/// </summary>
public class BadInputTests
{
    [Theory]
    [InlineData("👨‍👩‍👧‍👦🇯🇵👩🏽‍⚕️")]
    [InlineData("𠮷野家の𩸽")]
    [InlineData("か\u3099゙ﾊﾟ")]
    public async Task EmojiAndRareCharactersAreNeverCut(string text)
    {
        var repeated = string.Concat(Enumerable.Repeat(text, 400));
        var site = await Some.SiteOfAsync(HardReport.Of(repeated));
        Assert.Equal(repeated, site.Page("initiatives/kenkofukushi-0001/index.html").QuerySelector("h1 > bdi")!.TextContent);
        Assert.All(
            site.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)), f => Assert.DoesNotContain('\uFFFD', site.Html(f.Path)));
    }

    [Fact]
    public async Task FiveThousandCharactersAreCutOnPaperOnly()
    {
        var site = await Some.SiteOfAsync(HardReport.Of(new string('長', 5000)));
        var heading = site.Page("initiatives/kenkofukushi-0001/index.html").QuerySelector("h1")!;
        Assert.Equal(5000 - InitiativeSheet.MostCharacters, heading.QuerySelector(".by-screen")!.TextContent.Length);
        Assert.Equal("…（続きはサイトにあります）", heading.QuerySelector(".on-paper")!.TextContent);
    }

    [Fact]
    public async Task ADepartmentWithoutRecordsHasItsPageAndNoPageOfCollaborations()
    {
        var site = await Some.SiteOfAsync(HardReport.Of("文"));
        Assert.Contains(
            "主管する連携取組は分かりません。", site.Page("departments/zaisei/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(site, f => f.Path.StartsWith("collaborations/lead/zaisei/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutInitiativesThePagesOfPolicyAreasAndIndicatorsSayThatThereAreNone()
    {
        var site = await Some.SiteOfAsync(Some.ReportOf(new Direction("kenkofukushi-0001", Some.Source, 2, "housing", [], "相談を続ける。")));
        Assert.Contains("指標の報告がありません。", site.Page("indicators/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("この施策には、取組の報告がありません。", site.Html("viewpoints/2/housing/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("0 0", "0 0")]
    [InlineData("-3 -8", "-3 -8")]
    [InlineData("-3 0 8", "-3 0 8")]
    [InlineData("0.0001 999999999999", "0.0001 999,999,999,999")]
    public async Task SeriesOfAnySignAreDrawnInsideTheirChart(string figures, string labels)
    {
        var indicator = Some.Indicator(TrendSentenceTests.Figures(figures));
        var site = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組"), indicator));
        var chart = site.Page("indicators/kenkofukushi-0001-1/index.html").QuerySelector(".chart svg")!;
        var drawn = chart.QuerySelectorAll(".value").Select(t => t.TextContent).ToList();
        Assert.Equal(labels, string.Join(' ', drawn));
        Assert.All(chart.QuerySelectorAll("rect"), r => Assert.InRange(Value(r, "y") + Value(r, "height"), 0, ColumnChart.Height));
        Assert.All(chart.QuerySelectorAll(".value"), t => Assert.InRange(Value(t, "y"), 10, ColumnChart.Height - 40));
    }

    [Fact]
    public async Task ThreeHundredPartnersAreEachCountedInTheMatrixAndCollapsedInTheList()
    {
        var site = await Some.SiteOfAsync(HardReport.OfManyPartners());
        var matrix = site.Page("collaborations/matrix/index.html");
        Assert.Equal(300, matrix.QuerySelectorAll("tbody td:not(.total, .every)").Sum(
            td => int.Parse(td.TextContent.Words(), System.Globalization.CultureInfo.InvariantCulture)));
        var row = site.Page("collaborations/index.html").QuerySelector("tr#kenkofukushi-0001")!;
        Assert.Equal(300, row.QuerySelectorAll("details.long-text > bdi")[0].TextContent.Split('、').Length);
        Assert.Equal(300, site.Page("collaborations/kenkofukushi-0001/index.html").QuerySelectorAll(".tags li").Length);
    }

    [Fact]
    public async Task NamesThatAreNotInTheRegisterAreNotCountedAsNamedPartners()
    {
        var site = await Some.SiteOfAsync(
            Some.ReportOf(new Collaboration("kenkofukushi-0001", Some.Source, "社会福祉協議会、消防局、全局", "名", "概要", "方向")));
        var matrix = site.Page("collaborations/matrix/index.html");
        Assert.Equal(["1"], matrix.QuerySelectorAll("tbody td:not(.total, .every)").Select(td => td.TextContent.Words()));
        Assert.Equal(["全局", "そのほかの名前"], matrix.QuerySelectorAll("thead .every").Select(th => th.TextContent.Words()));
    }

    [Theory]
    [InlineData(40, 60, 0)]
    [InlineData(60, 40, 1)]
    [InlineData(60, 60, 1)]
    public async Task TheRemainderOfAStatisticIsListedOnlyIfItIsPositive(int first, int second, int withoutRemainder)
    {
        var statistic = new Statistic("kenkofukushi-0001", Some.Source, "相談", "対応", YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 10,
            [new("電話", first, null), new("訪問", second - 10 + (withoutRemainder * 10), null)]);
        var card = (await Some.SiteOfAsync(Some.ReportOf(statistic))).Page("statistics/index.html").GetElementById("kenkofukushi-0001")!;
        Assert.Equal(withoutRemainder == 0 ? 1 : 0, card.QuerySelectorAll("tbody th").Count(th => th.TextContent == "その他・記載なし"));
    }

    private static decimal Value(IElement element, string attribute) =>
        decimal.Parse(element.GetAttribute(attribute)!, System.Globalization.CultureInfo.InvariantCulture);
}
