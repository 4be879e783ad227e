using System.Text;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests.Content;

/// <summary>The site takes its texts, names and styles from the files of the content.</summary>
public class OwnContentTests
{
    private static readonly string[] Elsewhere = ["about/index.html", "search/index.html"];

    [Fact]
    public async Task APageAddedToTheContentIsLinkedFoundBySearchAndEscaped()
    {
        using var folder = new ContentFolder();
        folder.Write("input/pages/volunteers.md", Encoding.UTF8.GetBytes(
            """
            ---
            title: 手伝うには
            description: 地域で手伝う方法。
            found-by:
              how: [ボランティアの申込]
            ---
            {{municipality}}で<b>手伝う</b>方法です。

            ## 申し込む {#how}

            **電話**か[一覧](/collaborations/)から。

            表：窓口

            | 窓口 | 時間 |
            |---|---|
            | 北 | 9時から |
            """));
        var files = await Some.SiteOfAsync(Some.Options with { Content = folder.Load() }, Some.ReportOf(Some.Initiative("取組")));

        var page = files.Page("volunteers/index.html");
        Assert.Equal("手伝うには", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("川崎市で<b>手伝う</b>方法です。", page.QuerySelector(".prose p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("申し込む", page.QuerySelector("section[aria-labelledby=how] > h2#how")!.TextContent);
        Assert.Equal("窓口", page.QuerySelector("table.cards caption")!.TextContent);
        Assert.Equal("時間", page.QuerySelector("tbody td")!.GetAttribute("data-label"));
        Assert.All(Elsewhere, path => Assert.NotNull(files.Page(path).QuerySelector(".footer-links a[href='/volunteers/']")));
        Assert.Contains(files, f => f.Path.StartsWith("search/d", StringComparison.Ordinal)
            && Encoding.UTF8.GetString(f.Bytes.Span).Contains("/volunteers/#how", StringComparison.Ordinal));
        Assert.Contains("volunteers/", files.Html("sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutTopicsTheTopOfTheHomePageLeadsToContactsOnly()
    {
        using var folder = new ContentFolder();
        foreach (var topic in SiteContent.Shipped.Topics)
            folder.Delete($"input/topics/{topic.Slug}.md");
        var files = await Some.SiteOfAsync(Some.Options with { Content = folder.Load() }, Some.ReportOf(Some.Initiative("取組")));

        Assert.Equal("お問い合わせ先", files.Page("index.html").QuerySelector(".hero-ways")!.TextContent.Trim());
    }

    [Fact]
    public async Task TheEnglishPageNamesTheCallCentreAndMarksItsEnglish()
    {
        var centre = Domain.Register.Of2018.GeneralContacts![0];
        var page = (await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組")))).Page("english/index.html");
        Assert.NotEmpty(page.QuerySelectorAll("#english ~ p"));
        Assert.All(page.QuerySelectorAll("#english ~ p"), p => Assert.Equal("en", p.GetAttribute("lang")));
        Assert.All(page.QuerySelectorAll("#plain-japanese ~ p"), p => Assert.Null(p.GetAttribute("lang")));
        Assert.Equal(
            [centre.Contact.Telephone, centre.Contact.Telephone], page.QuerySelectorAll("main a.telephone").Select(a => a.TextContent));
    }

    [Fact]
    public void AChangedStyleChangesTheNameOfTheStyleSheetAndOfNoOtherAsset()
    {
        using var folder = new ContentFolder();
        folder.Write("theme/ours.css", "body { color: #123456; }\n"u8);
        var content = folder.Load();
        var styles = content.Assets.Files.Single(f => f.Path.EndsWith(".css", StringComparison.Ordinal));
        Assert.Contains("body { color: #123456; }\n", Encoding.UTF8.GetString(styles.Bytes.Span), StringComparison.Ordinal);
        Assert.Equal(
            SiteContent.Shipped.Assets.Paths.Where(p => !p.EndsWith(".css", StringComparison.Ordinal)),
            content.Assets.Paths.Where(p => !p.EndsWith(".css", StringComparison.Ordinal)));
        Assert.NotEqual(SiteContent.Shipped.Fingerprint, content.Fingerprint);
    }

    [Fact]
    public void TheSameFilesHaveTheSameFingerprint()
    {
        using var folder = new ContentFolder();
        Assert.Equal(SiteContent.Shipped.Fingerprint, folder.Load().Fingerprint);
    }

    [Fact]
    public async Task NoGeneratedPageHasAnAddressThatATextOfTheContentMayHave()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組")));
        var first = files.Where(f => f.Path.Contains('/', StringComparison.Ordinal)).Select(f => f.Path.Split('/')[0])
            .Distinct(StringComparer.Ordinal);
        var texts = SiteContent.Shipped.Pages.Select(p => p.Name);
        Assert.Equal([], first.Where(name => !char.IsAsciiDigit(name[0]) && !Links.IsGenerated(name)
            && !texts.Contains(name, StringComparer.Ordinal)));
    }
}
