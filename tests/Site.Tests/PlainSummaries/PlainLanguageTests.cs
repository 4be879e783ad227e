using AngleSharp.Dom;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.PlainSummaries;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Tests.PlainSummaries;

public class PlainLanguageTests
{
    private static readonly Report Bare = SmallReport.Compose();

    private static readonly IReadOnlyList<SectionPage> Pages =
        [.. SectionPageNames.AllOf(Bare.Register).Select(p => p.Page).Where(Bare.Has)];

    /// <summary>The report Bare with two plain summaries, each a paragraph, for each of the pages.</summary>
    private static readonly Report Told = With(Bare, [.. Pages
        .SelectMany((p, i) => new[] { Summary((2 * i) + 101, p, $"{p.Key}の一つ目\n二行目"), Summary((2 * i) + 102, p, $"{p.Key}の<b>二つ目</b>") })]);

    private static readonly Lazy<Task<IReadOnlyList<SiteFile>>> Site = new(() => Some.SiteOfAsync(Told));

    [Fact]
    public void EverySectionPageHasAnAddressOnTheSite()
    {
        Assert.Equal(Pages.ToHashSet(), SectionLinks.Of(ViewOf(Told)).Select(l => l.Page).ToHashSet());
        Assert.Contains(SectionPage.Of(1, "elderly"), Pages);
        Assert.Contains(SectionPage.OfDocument("資料1-1"), Pages);
    }

    [Fact]
    public async Task ADepartmentThatReportedOnlyPlainSummariesIsNotSaidToHaveReportedNothing()
    {
        var report = Some.ReportOf(Summary(101, SectionPage.Of(1, "elderly"), "やさしい説明"));
        var page = (await Some.SiteOfAsync(report)).Page("departments/kenkofukushi/index.html");
        Assert.Contains(
            "施策ごとの取組の報告はありません。ページの内容をやさしい日本語で説明する文章を報告しています。",
            page.QuerySelector("[aria-labelledby=reported]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlainSummariesOfAPageAreShownInOrderDirectlyBelowItsTitle()
    {
        var site = await Site.Value;
        foreach (var (page, link) in SectionLinks.Of(ViewOf(Told)))
        {
            var main = PageAt(site, link).QuerySelector("main")!;
            var section = Assert.Single(main.QuerySelectorAll("section.plain-language"));
            Assert.Equal([$"{page.Key}の一つ目\n二行目", $"{page.Key}の<b>二つ目</b>"], section.Children.Where(c => c.LocalName == "p")
                .Select(p => p.TextContent));
            Assert.Equal("ja", section.GetAttribute("lang"));
            Assert.Equal([main.QuerySelector("h1")!, section.QuerySelector("h2")!], main.QuerySelectorAll("h1, h2, h3").Take(2));
        }
    }

    [Fact]
    public async Task ThePlainSummariesOfAPageNameTheirSourceCells()
    {
        var sources = (await Site.Value).Page("wards/kawasaki/index.html").QuerySelectorAll(".plain-language .source li")
            .Select(li => li.TextContent.Words());
        Assert.Equal(["セル B1：wards/kawasakiの一つ目 二…", "セル B2：wards/kawasakiの<b>二つ…"], sources);
    }

    [Fact]
    public async Task APageWithoutAPlainSummaryHasNoSectionForIt()
    {
        var site = await Some.SiteOfAsync(With(Bare, [Summary(101, SectionPage.Wards, "区のページです。")]));
        Assert.Equal(["wards/index.html"], site.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)
            && site.Html(f.Path).Contains("plain-language\"", StringComparison.Ordinal)).Select(f => f.Path));
    }

    [Fact]
    public async Task AnEarlierYearShowsItsOwnPlainSummary()
    {
        var earlier = With(Bare, [Summary(101, SectionPage.Home, "前の年の文です。")]) with { ReportingYear = FiscalYear.Of(2017) };
        var site = await Some.SiteOfAsync(Some.Options, earlier, With(Bare, [Summary(101, SectionPage.Home, "今の年の文です。")]));
        Assert.Equal(
            ["今の年の文です。", "前の年の文です。"],
            new[] { "index.html", "2017/index.html" }.Select(path => site.Page(path).QuerySelector(".plain-language p")!.TextContent));
    }

    [Fact]
    public async Task AChangedPlainSummaryIsListedInTheChangesWithItsPage()
    {
        var newest = With(Bare, [Summary(101, SectionPage.OfWard("kawasaki"), "区でしていることです。"), Summary(102, SectionPage.Home, "今の文です。")]);
        var before = With(Bare, [Summary(102, SectionPage.Home, "前の文です。")]);
        var history = History.Empty.With(new(1, "first", Some.UploadedAt, [Changes.Between(null, before)]))
            .With(new(2, "second", Some.UploadedAt, [Changes.Between(before, newest)]));
        var site = await Some.SiteOfAsync(SiteInput.Of([newest]) with { History = history });

        var changes = site.Page("changes/2/index.html").QuerySelectorAll(".change").ToList();
        Assert.Equal(["/wards/kawasaki/#plain-language", "/#plain-language"], changes
            .Select(c => c.QuerySelector(".change-head a")!.GetAttribute("href")));
        Assert.Equal(
            ["＋ 追加 やさしい日本語区でしていることです。", "〜 変更 やさしい日本語今の文です。"], changes.Select(c => c.QuerySelector(".change-head")!.TextContent.Words()));
        Assert.Equal(["ページ", "川崎区"], changes[0].QuerySelectorAll(".fields dt, .fields dd").Select(e => e.TextContent.Words()));
        Assert.Contains("区でしていることです。", site.Html("wards/kawasaki/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void TheSearchIndexContainsAnEntryForThePlainSummariesOfAPage()
    {
        var found = SearchEntries.Of(ViewOf(Told)).Single(e => e.Href == "/viewpoints/1/elderly/#plain-language");
        Assert.Equal(("やさしい日本語：高齢者施策（視点1 意識の醸成と参加・活動の促進）", "視点1＞高齢者施策"), (found.Title, found.Context));
        Assert.Contains("viewpoints/1/elderlyの一つ目", found.Text, StringComparison.Ordinal);
    }

    private static PlainSummary Summary(int number, SectionPage page, string text) =>
        new(new RecordId("kenkofukushi", number)
            .ToString(), Some.Source with { Sheet = "やさしい日本語", Cell = number % 2 == 1 ? "B1" : "B2" }, page, text);

    private static Report With(Report report, params Domain.Record[] records) => Report.Compose(
        report.ReportingYear, report.Register,
        report.Submissions.Select(
            s => s.Department == "kenkofukushi" ? s with { Records = DepartmentRecords.Of([.. s.Records.All, .. records]) } : s));

    private static ReportView ViewOf(Report report) => new SiteView(SiteInput.Of([report]), Some.Options).Newest;

    private static IDocument PageAt(IReadOnlyList<SiteFile> site, Link link) => site.Page($"{link.Href[1..]}index.html");
}
