using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOfTwoYearsShared.Name)]
public class PublicationPageTests(SiteOfTwoYears site)
{
    private static readonly Indicator Mended = Some.Report.Indicators[0];

    [Fact]
    public void ACorrectedFigureIsShownWithItsOldAndItsNewValue()
    {
        var change = Assert.Single(site.Pages["changes/2/index.html"].QuerySelectorAll(".change"));
        Assert.Equal($"/indicators/{Mended.Id}/", change.QuerySelector("a")?.GetAttribute("href"));
        Assert.Equal(
            ["平成28（2016）年度の値 変更前 10,000 → 変更後 1,000", "平成29（2017）年度の値 変更前 77,000 → 変更後 7,700"],
            change.QuerySelectorAll(".fields > div").Select(d => d.TextContent.Words()).Select(Spaced));
    }

    [Fact]
    public void TheFirstPublicationIsDescribedByItsNumbersOfRecords()
    {
        var page = site.Pages["changes/1/index.html"];
        Assert.Empty(page.QuerySelectorAll(".change"));
        Assert.Contains("平成30（2018）年度の報告を初めて公開、平成29（2017）年度の報告を初めて公開", page.QuerySelector(".lead")?.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "指標112件", page.QuerySelector("main")!.TextContent.Words().Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void TheListHasEveryPublicationNewestFirst() => Assert.Equal(
        ["平成30（2018）年8月31日の更新（第3回）", "平成30（2018）年8月6日の更新（第2回）", "平成30（2018）年8月1日の更新（第1回）"],
        site.Pages["changes/index.html"].QuerySelectorAll(".publication h2").Select(h => h.TextContent.Words()));

    [Fact]
    public void AddedChangedAndRemovedRecordsAreMarkedInWords()
    {
        var page = site.Pages["changes/3/index.html"];
        Assert.Equal(
            ["変更", "変更", "追加", "変更", "削除"], page.QuerySelectorAll(".change .mark").Select(m => m.TextContent.Words().Split(' ')[^1]));
        var removed = page.QuerySelector(".change.removed")!;
        Assert.Null(removed.QuerySelector("a"));
        Assert.Contains("取り下げられた方向性", removed.TextContent, StringComparison.Ordinal);
        Assert.Contains("健康福祉局", removed.QuerySelector("details")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void AChangedTextMarksWhereItDiffers()
    {
        var differing = site.Pages["changes/3/index.html"].QuerySelector(".change.changed .differs")!;
        Assert.Equal("当初は", differing.TextContent);
    }

    [Theory]
    [InlineData("indicators/{0}-1/index.html")]
    [InlineData("initiatives/{0}/index.html")]
    public void ARecordsPageTellsWhenItsFiguresChanged(string path)
    {
        var history = site.Pages[string.Format(System.Globalization.CultureInfo.InvariantCulture, path, Mended.Initiative)]
            .QuerySelector("section[aria-labelledby=history]")!;
        var cells = history.QuerySelectorAll("tbody tr")[^1].Children.Select(c => c.TextContent.Words()).ToList();
        Assert.EndsWith("平成29（2017）年度の値", cells[0], StringComparison.Ordinal);
        Assert.Equal(["平成30（2018）年8月6日", "77,000", "7,700", "健康福祉局"], cells[1..]);
        Assert.StartsWith("/2017/", history.QuerySelector(".other-year")?.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void ThePageOfARecordThatNeverChangedSaysSo() => Assert.Contains(
        "最初の公開（平成30（2018）年8月1日）から変わっていません。",
        site.Pages[$"indicators/{Some.Report.Indicators[1].Id}/index.html"]
            .QuerySelector("section[aria-labelledby=history]")!.TextContent.Words(),
        StringComparison.Ordinal);

    [Fact]
    public void TheHomePageOfTheNewestYearListsTheRecentPublications()
    {
        var recent = site.Pages["index.html"].QuerySelectorAll(".recent li").Select(l => l.TextContent.Words()).ToList();
        Assert.Equal("平成30（2018）年8月31日の更新（第3回） 追加1件、変更3件、削除1件総務企画局、健康福祉局", recent[0]);
        Assert.Equal(3, recent.Count);
        Assert.Empty(site.Pages["2017/index.html"].QuerySelectorAll(".recent"));
    }

    [Fact]
    public async Task AnEndedDepartmentIsNamedAsInTheYearOfItsReport()
    {
        var files = await Some.SiteOfAsync(AfterAMerger);
        Assert.All(
            new[] { ("changes/1/index.html", "main .small a"), ("changes/2/index.html", "main h3 a"), ("changes/index.html", "main h3 a") },
            place =>
            {
                var link = Assert.Single(files.Page(place.Item1).QuerySelectorAll(place.Item2), a => a.TextContent == "財政局");
                Assert.Equal("/2017/departments/zaisei/", link.GetAttribute("href"));
            });
        Assert.Contains(
            files.Page("index.html").QuerySelectorAll(".recent li"), l => l.TextContent.Words().EndsWith("財政局", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnEndedDepartmentOfAYearThatIsNotOnTheSiteIsNamedWithoutALink()
    {
        var heading = (await Some.SiteOfAsync(AfterAMerger with { Earlier = [] })).Page("changes/2/index.html").QuerySelector("main h3")!;
        Assert.Equal("財政局", heading.TextContent.Words());
        Assert.Null(heading.QuerySelector("a"));
    }

    [Fact]
    public async Task WithoutAHistoryTheChangesPageSaysSoAndThereAreNoFeeds()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組")));
        Assert.Contains("公開の履歴を保存していません", files.Page("changes/index.html").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(files.Page("index.html").QuerySelector("link[rel=alternate], .recent"));
        Assert.DoesNotContain(files, f => f.Path.EndsWith("feed.xml", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheLongNameOfARemovedRecordIsShownInFull()
    {
        var name = $"{new string('長', 90)}末尾";
        var before = Some.ReportOf(Some.Initiative("取組"), new Collaboration("kenkofukushi-0003", Some.Source, "区役所", name, "概要。", "続ける。"));
        var report = Some.ReportOf(Some.Initiative("取組"));
        var files = await Some.SiteOfAsync(
            SiteInput.Of([report]) with { History = new([new(1, "key", Some.UploadedAt, [Changes.Between(before, report)])]) });
        Assert.Contains(name, files.Page("changes/1/index.html").QuerySelector(".change.removed")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AThousandChangesAreDividedIntoPagesWithoutLosingAny()
    {
        var report = Some.ReportOf([.. Enumerable.Range(1, 1000)
            .Select(i => Some.Initiative($"取組の{i}番目") with { Id = new RecordId("kenkofukushi", i).ToString() })]);
        var files = await Some.SiteOfAsync(
            SiteInput.Of([report]) with { History = new([new(1, "key", Some.UploadedAt, [Changes.Between(Some.ReportOf(), report)])]) });
        var pages = files.Where(f => f.Path.StartsWith("changes/1/", StringComparison.Ordinal)).Select(f => files.Page(f.Path)).ToList();
        Assert.InRange(pages.Count, 2, 20);
        Assert.Equal(1000, pages.SelectMany(p => p.QuerySelectorAll(".change a")).Select(a => a.GetAttribute("href")).Distinct().Count());
        Assert.All(pages, p => Assert.Equal(pages.Count, p.QuerySelectorAll(".pages a").Length));
        Assert.Contains("この更新の1,000件すべてを見る", files.Html("changes/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldPublicationsAreListedOnArchivePagesThatNoLongerChange()
    {
        var (few, many) = (await SiteWithAsync(170), await SiteWithAsync(190));
        Assert.Equal(few.Html("changes/archive/1/index.html"), many.Html("changes/archive/1/index.html"));
        Assert.Equal(50, many.Page("changes/archive/1/index.html").QuerySelectorAll("main li a").Length);
        var page = many.Page("changes/index.html");
        Assert.Equal(
            ["/changes/archive/2/", "/changes/archive/1/"], page.QuerySelectorAll("a[href*=archive]").Select(a => a.GetAttribute("href")));
        var listed = page.QuerySelectorAll(".publication h2 a, .numbered-links a").Select(a => a.GetAttribute("href"));
        Assert.Equal(Enumerable.Range(101, 90).Reverse().Select(n => $"/changes/{n}/"), listed);
    }

    // The department zaisei reported in 2017 and changed its report once; in 2018 it was merged into another department.
    private static SiteInput AfterAMerger
    {
        get
        {
            var (before, after) = (Of2017("前"), Of2017("後"));
            var merged = Reorganised.By(Register.Of2018, new Reorganisation.Merge(
                ["soumukikaku", "zaisei"], Register.Of2018.Department("soumukikaku")), FiscalYear.Of(2018)).Draft;
            var newest = Report.Compose(FiscalYear.Of(2018), merged, []);
            return SiteInput.Of([newest, after]) with
            {
                History = History.Empty
                    .With(new(1, "first", Some.UploadedAt, [Changes.Between(null, before)]))
                    .With(new(2, "second", Some.UploadedAt.AddDays(9), [Changes.Between(before, after)]))
                    .With(new(3, "third", Some.UploadedAt.AddYears(1), [Changes.Between(null, newest)])),
            };
        }
    }

    private static Report Of2017(string text)
    {
        var initiative = Some.Initiative(text) with { Id = "zaisei-0001", Source = Some.Source with { Department = "zaisei" } };
        return Report.Compose(
            FiscalYear.Of(2017), Register.Of2018, [new("zaisei", "2017-zaisei-0001", Some.UploadedAt, DepartmentRecords.Of([initiative]))]);
    }

    private static Task<IReadOnlyList<SiteFile>> SiteWithAsync(int publications)
    {
        var report = Some.ReportOf(Some.Initiative("取組"));
        var changes = Changes.Between(Some.ReportOf(), report);
        return Some.SiteOfAsync(SiteInput.Of([report]) with
        {
            History = new([.. Enumerable.Range(1, publications).Reverse()
                .Select(n => new PublishedChanges(n, $"key {n}", Some.UploadedAt.AddDays(n), [changes]))]),
        });
    }

    private static string Spaced(string text) => text.Replace("値変更前", "値 変更前", StringComparison.Ordinal);
}
