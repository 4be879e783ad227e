using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests.Reporting;

public class StatusTests
{
    [Fact]
    public async Task TheStatusPageShowsWhoHasReportedWhenAndWhatIsMissing()
    {
        var blank = Some.Indicator(
            Some.Figure(2016, 1), Figure.NotReported(FiscalYear.Of(2017))) with
        { Id = "kenkofukushi-0001-2", Name = "参加者数" };
        var report = Report.Compose(FiscalYear.Of(2018), Register.Of2018,
        [
            new("kenkofukushi", Some.Source.Submission, Some.UploadedAt,
                DepartmentRecords.Of([Some.Initiative("取組"), Some.Indicator(Some.Figure(2016, 1), Some.Figure(2017, 2)), blank,
                    new WardActivity("kenkofukushi-0002", Some.Source, null, null, null, null, "全区の会議")])),
            new("zaisei", "2018-zaisei-0001", Some.UploadedAt, DepartmentRecords.Of([])),
        ]);

        var page = (await Some.SiteOfAsync(report)).Page("status/index.html");

        Assert.Contains("23の局・区役所のうち、2が平成30（2018）年度の報告を提出しています。21の局・区役所はまだ提出していません。", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(21, page.QuerySelectorAll("[aria-labelledby=missing] li").Length);
        Assert.Equal(
            [$"財政局 {Texts.Day(Some.UploadedAt)}（該当する取組なし） 0 0 対象外 0", $"健康福祉局 {Texts.Day(Some.UploadedAt)} 1 0 1 1"],
            page.QuerySelectorAll("table.status tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Words()))));
        var missing = Assert.Single(page.QuerySelectorAll("[aria-labelledby=blank] li"));
        Assert.Equal("/indicators/kenkofukushi-0001-2/", missing.QuerySelector("a")!.GetAttribute("href"));
        Assert.EndsWith("（平成29年度）", missing.TextContent.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADepartmentThatHasNotReportedHasNoNumberOfCollaborations()
    {
        var page = (await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組")))).Page("departments/kotsu/index.html");

        Assert.Contains("主管する連携取組 … 未報告", page.QuerySelectorAll("dl.tiles .tile")
            .Select(tile => string.Join(' ', tile.Children.Select(c => c.TextContent.Words()))));
        Assert.Equal("まだ提出がないため、主管する連携取組は分かりません。", page.QuerySelector("[aria-labelledby=leads] p")!.TextContent);
    }

    [Fact]
    public async Task TheStatusPageSaysThatAllFiguresAreReportedIfNoneIsMissing()
    {
        var page = (
            await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組"), Some.Indicator(Some.Figure(2016, 1), Some.Figure(2017, 2)))))
            .Page("status/index.html");

        Assert.Contains("求められた年度の値がすべてあります", page.QuerySelector("[aria-labelledby=blank]")!.TextContent, StringComparison.Ordinal);
    }
}
