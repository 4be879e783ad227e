using System.ServiceModel.Syndication;
using System.Xml;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOfTwoYearsShared.Name)]
public class FeedTests(SiteOfTwoYears site)
{
    private const string Base = "http://localhost:7071/";

    public static TheoryData<string, string> Feeds => new()
    {
        { "changes/feed.xml", "changes/" },
        { "viewpoints/1/feed.xml", "viewpoints/1/" },
        { "viewpoints/5/feed.xml", "viewpoints/5/" },
        { "wards/kawasaki/feed.xml", "wards/kawasaki/" },
    };

    [Theory]
    [MemberData(nameof(Feeds))]
    public void EveryFeedIsAValidAtomFeed(string path, string page)
    {
        var feed = Read(site.Files, path);
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", feed.Id);
        Assert.Equal("川崎市健康福祉局地域包括ケア推進室", Assert.Single(feed.Authors).Name);
        Assert.Equal(Base + path, feed.Links.Single(l => l.RelationshipType == "self").Uri.AbsoluteUri);
        Assert.Equal(Base + page, feed.Links.Single(l => l.RelationshipType == "alternate").Uri.AbsoluteUri);
        var items = feed.Items.ToList();
        Assert.Equal(feed.LastUpdatedTime, items.Max(i => i.LastUpdatedTime));
        Assert.Equal(items.Count, items.Select(i => i.Id).Append(feed.Id).Distinct().Count() - 1);
        Assert.All(
            items, i => Assert.True(i.Title.Text.Length > 0 && i.Links.Count == 1 && ((TextSyndicationContent)i.Content).Text.Length > 0));
    }

    [Theory]
    [InlineData("changes/feed.xml", 3)]
    [InlineData("viewpoints/1/feed.xml", 3)]
    [InlineData("viewpoints/5/feed.xml", 2)]
    [InlineData("viewpoints/2/feed.xml", 1)]
    [InlineData("wards/kawasaki/feed.xml", 2)]
    [InlineData("wards/asao/feed.xml", 1)]
    public void AFeedContainsOnlyThePublicationsThatChangedItsSubject(string path, int entries) =>
        Assert.Equal(entries, Read(site.Files, path).Items.Count());

    [Fact]
    public void AnEntryContainsOldAndNewValuesAndLinksToItsPublication()
    {
        var entry = Read(site.Files, "viewpoints/1/feed.xml").Items.ElementAt(1);
        Assert.Equal("平成30（2018）年8月6日の更新（第2回）：変更1件", entry.Title.Text);
        Assert.Equal($"{Base}changes/2/", entry.Links[0].Uri.AbsoluteUri);
        Assert.Contains(
            "平成29（2017）年度の値：<bdi>77,000</bdi> → <bdi>7,700</bdi>", ((TextSyndicationContent)entry.Content).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("changes/index.html", "/changes/feed.xml")]
    [InlineData("changes/2/index.html", "/changes/feed.xml")]
    [InlineData("index.html", "/changes/feed.xml")]
    [InlineData("viewpoints/1/index.html", "/viewpoints/1/feed.xml")]
    [InlineData("wards/kawasaki/index.html", "/wards/kawasaki/feed.xml")]
    public void APageLinksToItsFeed(string page, string feed) =>
        Assert.Equal(feed, site.Pages[page].QuerySelector("link[rel=alternate][type='application/atom+xml']")?.GetAttribute("href"));

    [Fact]
    public void EveryFeedHasTheContentTypeOfAtom() => Assert.All(
        site.Files.Where(f => f.Path.EndsWith("feed.xml", StringComparison.Ordinal)),
        f => Assert.Equal("application/atom+xml; charset=utf-8", f.ContentType));

    [Fact]
    public async Task FeedIdsStayTheSameWhenTheAddressOfTheSiteChanges()
    {
        var moved = await SiteRenderer.RenderAsync(SiteOfTwoYears.Input, new(new("https://care.example/")), CancellationToken.None);
        Assert.Equal(IdsOf(Read(site.Files, "changes/feed.xml")), IdsOf(Read(moved, "changes/feed.xml")));
        Assert.DoesNotContain("localhost", moved.Html("changes/feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedIdsStayTheSameAfterTheNextPublication()
    {
        var (newest, before) = (SiteOfTwoYears.Input, new History([.. SiteOfTwoYears.Input.History!.Publications.Skip(1)]));
        var earlier = await Some.SiteOfAsync(newest with { History = before });
        Assert.Equal(IdsOf(Read(site.Files, "changes/feed.xml")).Where((_, i) => i != 1), IdsOf(Read(earlier, "changes/feed.xml")));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("]]> &amp; \u0001\uFFFE")]
    [InlineData("右から左\u202Eへ")]
    public async Task AnyTextGivesAWellFormedFeed(string text)
    {
        var (before, after) = (Some.ReportOf(Some.Initiative("前")), Some.ReportOf(Some.Initiative(text)));
        var history = History.Empty.With(new(1, "key", Some.UploadedAt, [Changes.Between(before, after)]));
        var files = await Some.SiteOfAsync(SiteInput.Of([after]) with { History = history });
        Assert.Single(Read(files, "changes/feed.xml").Items);
        foreach (var path in new[] { "changes/index.html", "changes/1/index.html", "initiatives/kenkofukushi-0001/index.html" })
        {
            var page = files.Page(path);
            Assert.Empty(page.QuerySelectorAll("script"));
            Assert.All(page.QuerySelectorAll("main *").Where(e => e.ChildNodes.OfType<AngleSharp.Dom.IText>()
                .Any(t => t.Data.Contains('\u202E', StringComparison.Ordinal))), e => Assert.Equal("bdi", e.LocalName));
        }
    }

    private static SyndicationFeed Read(IEnumerable<SiteFile> files, string path)
    {
        using var reader = XmlReader.Create(new MemoryStream(files.Single(f => f.Path == path).Bytes.ToArray()));
        var formatter = new Atom10FeedFormatter();
        Assert.True(formatter.CanRead(reader));
        formatter.ReadFrom(reader);
        return formatter.Feed;
    }

    private static IEnumerable<string> IdsOf(SyndicationFeed feed) => feed.Items.Select(i => i.Id).Prepend(feed.Id);
}
