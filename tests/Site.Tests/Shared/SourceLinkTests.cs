using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Gates;

namespace KawasakiServerless.Site.Tests.Shared;

/// <summary>The source of a record (出典) links to the submitted workbook if the workbook is published.</summary>
public sealed class SourceLinkTests
{
    private const string Address = "/data/2018/workbooks/kenkofukushi.xlsx", Indicator = "indicators/kenkofukushi-0001-1/index.html";

    private static readonly PublishedWorkbook Workbook = new(FiscalYear.Of(2018), "kenkofukushi", 123_456);

    private static readonly Lazy<Task<IReadOnlyList<SiteFile>>> Published = new(() => Some.SiteOfAsync(Input([Workbook])));

    [Fact]
    public async Task TheFileNameInASourceIsADownloadLinkToTheWorkbook()
    {
        var source = (await Published.Value).Page(Indicator).QuerySelector("details.source")!;

        var link = source.QuerySelector<IHtmlAnchorElement>("a[download]")!;
        Assert.Equal(
            (Address, "2018-健康福祉局.xlsx", "2018-健康福祉局.xlsx"), (link.GetAttribute("href"), link.GetAttribute("download"), link.TextContent));
        Assert.Contains("いまの報告のファイルでは、位置がちがうことがあります", source.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFileNameInASourceIsNoLinkIfTheWorkbookIsNotPublished()
    {
        var files = await Some.SiteOfAsync(Input([]));

        Assert.Equal("2018-健康福祉局.xlsx", files.Page(Indicator).QuerySelectorAll("details.source dd")[1].TextContent.Words());
        Assert.DoesNotContain(files, f => f.Path.EndsWith(".html", StringComparison.Ordinal)
            && files.Html(f.Path).Contains("/workbooks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheOpenDataPageListsThePublishedWorkbooksWithTheirSize()
    {
        var row = (await Published.Value).Page("data/index.html").QuerySelector("section[aria-labelledby=workbooks] tbody tr")!;

        Assert.Equal(["健康福祉局", "2018-健康福祉局.xlsx", "124 kB"], row.Children.Select(c => c.TextContent.Words()));
    }

    [Fact]
    public async Task TheSiteGateReportsALinkToAMissingWorkbook()
    {
        var files = await Published.Value;

        Assert.Contains(SiteGate.Check(files, []), breach => breach.Contains(Address, StringComparison.Ordinal));
        Assert.Empty(SiteGate.Check([.. files, Workbook.FileOf([1])], []));
    }

    private static SiteInput Input(EquatableList<PublishedWorkbook> workbooks) =>
        SiteInput.Of([Some.ReportOf(Some.Initiative("講座を開いた。"), Some.Indicator(Some.Figure(2017, 5)))]) with { Workbooks = workbooks };
}
