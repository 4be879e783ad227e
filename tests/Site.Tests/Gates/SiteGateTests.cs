using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Gates;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public class SiteGateTests(SiteOf2018 site)
{
    private static readonly YearTotals Accepted = new(FiscalYear.Of(2018), Some.Report.Records.Counts);

    [Fact]
    public void TheSiteOf2018MayGoLive() => Assert.Empty(SiteGate.Check(site.Files, [Accepted]));

    [Fact]
    public async Task ASiteOfTwoYearsWithAHistoryMayGoLive()
    {
        var files = await Some.SiteOfAsync(SiteOfTwoYears.Input);
        Assert.Empty(SiteGate.Check(files, [Accepted, new(SiteOfTwoYears.Earlier.ReportingYear, SiteOfTwoYears.Earlier.Records.Counts)]));
    }

    [Fact]
    public Task ASiteMayGoLiveAfterAWardWasMerged() => AssertMayGoLiveAsync(Reorganised.By(
        Register.Of2018,
        new Reorganisation.Merge(["kawasaki", "saiwai"], Register.Of2018.Department("kawasaki")),
        FiscalYear.Of(2018)).Draft);

    [Fact]
    public Task ASiteMayGoLiveAfterAViewpointWasDropped() =>
        AssertMayGoLiveAsync(Register.Of2018 with { Viewpoints = [.. Register.Of2018.Viewpoints.SkipLast(1)] });

    [Fact]
    public async Task ASiteWithHostileTextsMayGoLive()
    {
        var report = HardReport.Of("</title></main><a href=\"/nowhere/\">'\"><!-- <script>");
        Assert.Empty(SiteGate.Check(await Some.SiteOfAsync(report), [new(report.ReportingYear, report.Records.Counts)]));
    }

    [Fact]
    public void AMissingPageIsReportedWithEveryPageThatLinksToIt()
    {
        var breaches = SiteGate.Check([.. site.Files.Where(f => f.Path != "accessibility/index.html")], [Accepted]);
        Assert.Contains("index.html links to /accessibility/, which does not exist.", breaches);
        Assert.Equal(site.Pages.Count - 1, breaches.Count);
    }

    [Theory]
    [InlineData("/about/#nowhere")]
    [InlineData("#nowhere")]
    [InlineData("/about")]
    [InlineData("nowhere.html")]
    [InlineData("/assets/gone.css")]
    [InlineData("/data/latest/initiatives.csv#row")]
    public void ABrokenLinkIsReported(string href) =>
        Assert.Equal([$"about/index.html links to {href}, which does not exist."], SiteGate.Check(WithLink(href), [Accepted]));

    [Theory]
    [InlineData("/viewpoints/1/#main")]
    [InlineData("../viewpoints/1/")]
    [InlineData("#")]
    [InlineData("?figure=1#main")]
    [InlineData("/about/?a=1&amp;b=2#main")]
    [InlineData("https://city.example/nowhere/")]
    [InlineData("//city.example/nowhere/")]
    [InlineData("mailto:care@city.example?subject=1")]
    public void ALinkToAnExistingPageOrOutOfTheSiteIsNotReported(string href) =>
        Assert.Empty(SiteGate.Check(WithLink(href), [Accepted]));

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html><html><body><header>川崎市</header><main id=\"main\">\n <p id=\"contact\"></p></main></body></html>")]
    public void AnEmptyPageIsReported(string html) =>
        Assert.Contains("about/index.html is empty.", SiteGate.Check(WithAbout(_ => html), [Accepted]));

    [Fact]
    public void FewerPublishedRecordsThanAcceptedRecordsAreReported() => Assert.Equal(
        ["data/2018/indicators.json has 112 records, but 113 were accepted."],
        SiteGate.Check(
            site.Files, [Accepted with { Counts = RecordCounts.Of(kind => kind == RecordKind.Indicator ? 113 : Accepted.Counts[kind]) }]));

    [Fact]
    public void AReportingYearWithoutDataFilesIsReported() => Assert.Contains(
        "data/2017/statistics.json has 0 records, but 7 were accepted.",
        SiteGate.Check(site.Files, [Accepted, Accepted with { ReportingYear = FiscalYear.Of(2017) }]));

    // The newest year has the given register, the year before has the register of 2018.
    private static async Task AssertMayGoLiveAsync(Register register)
    {
        var newest = Report.Compose(FiscalYear.Of(2018), register, Some.ReportOf(Some.Initiative("取組")).Submissions);
        var earlier = Some.ReportOf(Some.Initiative("取組")) with { ReportingYear = newest.ReportingYear.Previous };
        var history = History.Empty
            .With(new(1, "first", Some.UploadedAt, [Changes.Between(null, earlier)]))
            .With(new(2, "second", Some.UploadedAt.AddYears(1), [Changes.Between(null, newest)]));
        var files = await Some.SiteOfAsync(SiteInput.Of([newest, earlier]) with { History = history });
        Assert.Empty(SiteGate.Check(files, [.. new[] { newest, earlier }.Select(r => new YearTotals(r.ReportingYear, r.Records.Counts))]));
    }

    private List<SiteFile> WithLink(string href) =>
        WithAbout(html => html.Replace("</main>", $"<a download href=\"{href}\">ここ</a></main>", StringComparison.Ordinal));

    private List<SiteFile> WithAbout(Func<string, string> change) =>
        [.. site.Files.Select(f => f.Path == "about/index.html" ? f with { Bytes = Encoding.UTF8.GetBytes(change(site.Files.Html(f.Path))) }
            : f)];
}
