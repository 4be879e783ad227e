using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

public class EdgeTests
{
    [Fact]
    public async Task AReportWithNothingInItStillHasItsPages()
    {
        var files = await Some.SiteOfAsync(Report.Compose(FiscalYear.Of(2018), Register.Of2018, []));
        Assert.Contains("この視点には、まだ報告がありません。", files.Html("viewpoints/1/index.html"), StringComparison.Ordinal);
        Assert.Contains("まだ提出がありません", files.Html("departments/zaisei/index.html"), StringComparison.Ordinal);
        Assert.Contains("連携取組の報告がありません。", files.Html("collaborations/index.html"), StringComparison.Ordinal);
        Assert.Contains("活動統計の報告がありません。", files.Html("statistics/index.html"), StringComparison.Ordinal);
        Assert.Contains("本文の報告がありません。", files.Html("report/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APolicyAreaWithOnlyDirectionsHasAPageThatShowsThem()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(new Direction("kenkofukushi-0001", Some.Source, 2, "housing", [], "住まいの相談を続ける。")));
        var page = files.Page("viewpoints/2/housing/index.html").QuerySelector("main")!.TextContent;
        Assert.Contains("この施策には、取組の報告がありません。", page, StringComparison.Ordinal);
        Assert.Contains("担当部署の記載がありません。", page, StringComparison.Ordinal);
        Assert.Contains("住まいの相談を続ける。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ZeroNotReportedAndNotApplicableLookDifferent()
    {
        var files = await SiteWithAsync(
            Some.Figure(2015, 0), Figure.NotReported(FiscalYear.Of(2016)), Figure.NotApplicable(FiscalYear.Of(2017)));
        var cells = files.Page("indicators/kenkofukushi-0001-1/index.html").QuerySelectorAll(".figures td")
            .Select(td => td.TextContent.Words());
        Assert.Equal(["0部", "… 未報告", "／ 対象外"], cells);
    }

    [Fact]
    public async Task AnIndicatorWithOneYearShowsTheOtherAsNotListed()
    {
        var files = await SiteWithAsync(Some.Figure(2017, 5));
        var cells = files.Page("indicators/index.html").QuerySelectorAll(".figures td.num").Select(td => td.TextContent.Words());
        Assert.Equal(["掲載なし", "5部"], cells);
    }

    [Fact]
    public async Task NegativeFiguresAreLabelledInTheChart()
    {
        var files = await SiteWithAsync(Some.Figure(2016, 2), Some.Figure(2017, -3));
        Assert.Equal(
            ["2", "-3"], files.Page("indicators/kenkofukushi-0001-1/index.html").QuerySelectorAll("svg .value").Select(t => t.TextContent));
    }

    [Fact]
    public async Task AnIndicatorInWordsHasNoChart()
    {
        var files = await SiteWithAsync(Figure.InWords(FiscalYear.Of(2016), "策定"), Figure.InWords(FiscalYear.Of(2017), "実施"));
        Assert.Empty(files.Page("indicators/kenkofukushi-0001-1/index.html").QuerySelectorAll("main svg"));
    }

    [Fact]
    public async Task LineBreaksStayAsWritten()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("一行目\n二行目")));
        Assert.Contains(
            "<bdi class=\"phrases\">一行目\n二行目</bdi></h1>", files.Html("initiatives/kenkofukushi-0001/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APartnerThatIsNotInTheRegisterIsShownAsWritten()
    {
        var files = await Some.SiteOfAsync(
            Some.ReportOf(new Collaboration("kenkofukushi-0001", Some.Source, "社会福祉協議会、全局・区役所、幸区役所等", "名", "概要", "方向")));
        var partners = files.Page("collaborations/kenkofukushi-0001/index.html").QuerySelectorAll(".tags li")
            .Select(li => li.TextContent.Words());
        Assert.Equal(["幸区役所", "全局", "区役所（7区）", "社会福祉協議会", "等（ほかにも連携先があると書かれています）"], partners);
    }

    private static Task<IReadOnlyList<SiteFile>> SiteWithAsync(params Figure[] figures) =>
        Some.SiteOfAsync(Some.ReportOf(Some.Initiative("認知症の冊子の配布"), Some.Indicator(figures)));
}
