using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

[Collection(SiteOf2018Shared.Name)]
public partial class SiteRendererTests(SiteOf2018 site)
{
    [Fact]
    public async Task TheSameReportGivesTheSameBytes() => AssertSame(site.Files, await Some.SiteOfAsync(ReportOf2018.Compose()));

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("ja-JP")]
    public async Task TheSiteIsTheSameInEveryCultureOfTheMachine(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        AssertSame(site.Files, await Some.SiteOfAsync(Some.Report));
    }

    [Fact]
    public void FilesAreSortedByPathAndEachIsThereOnce()
    {
        var paths = site.Files.Select(f => f.Path).ToList();
        Assert.Equal(paths.Order(StringComparer.Ordinal).Distinct(), paths);
    }

    [Fact]
    public void PathsAreAscii() => Assert.All(site.Files, f => Assert.True(Ascii.IsValid(f.Path), f.Path));

    [Fact]
    public void TheSitemapListsEveryPageExceptTheNotFoundPage()
    {
        var listed = XDocument.Parse(site.Files.Html("sitemap.xml")).Descendants().Where(e => e.Name.LocalName == "loc")
            .Select(e => e.Value).ToList();
        Assert.Equal(site.Pages.Count - 1, listed.Count);
        Assert.Contains("http://localhost:7071/viewpoints/1/", listed);
        Assert.DoesNotContain(listed, l => l.Contains("404", StringComparison.Ordinal));
    }

    [Fact]
    public void RobotsTxtContainsTheAddressOfTheSitemap() =>
        Assert.Equal("User-agent: *\nAllow: /\nSitemap: http://localhost:7071/sitemap.xml\n", site.Files.Html("robots.txt"));

    [Fact]
    public async Task AnotherAddressChangesOnlyAbsoluteLinksAndQrCodes()
    {
        var other = await Some.SiteOfAsync(new SiteOptions(new("https://care.example/")), Some.Report);
        Assert.Equal(site.Files.Select(f => f.Path), other.Select(f => f.Path));
        Assert.All(site.Files.Zip(other).Where(pair => !NamesItsAddress(pair.First.Path)), pair => Assert.Equal(
            WithoutQrCodes(pair.First).Replace("http://localhost:7071/", "https://care.example/", StringComparison.Ordinal),
            WithoutQrCodes(pair.Second)));
    }

    // Whether a data file depends on the address of the site: all.xlsx and all.zip contain a README with the address, and catalog.jsonld
    // contains the checksums of both.
    private static bool NamesItsAddress(string path) => Path.GetFileName(path) is "all.xlsx" or "all.zip" or "catalog.jsonld";

    [GeneratedRegex("<svg viewBox=\"[0-9 ]+\" role=\"img\" aria-labelledby=\"qr-title.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex QrCodes();

    private static string WithoutQrCodes(SiteFile file) => QrCodes().Replace(Encoding.UTF8.GetString(file.Bytes.Span), "");

    [Fact]
    public async Task RenderingCanBeCancelled() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => SiteRenderer.RenderAsync(SiteInput.Of([Some.Report]), Some.Options, new CancellationToken(canceled: true)));

    private static void AssertSame(IReadOnlyList<SiteFile> expected, IReadOnlyList<SiteFile> actual)
    {
        Assert.Equal(expected.Select(f => f.Path), actual.Select(f => f.Path));
        Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span), pair.First.Path));
    }
}
