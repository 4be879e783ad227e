using KawasakiServerless.Domain;
using KawasakiServerless.Local.Files;
using KawasakiServerless.Local.Preview;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Local.Tests.Preview;

/// <summary>
/// Tests the preview, which shows the site again whenever one of its files is saved, with the files of an invented municipality
/// (tests/Municipality).
/// </summary>
public sealed class PreviewTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("preview-");

    public PreviewTests()
    {
        var municipality = Repository.PathTo("tests", "Municipality");
        foreach (var file in Directory.EnumerateFiles(municipality, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, Path.GetRelativePath(municipality, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ThePreviewShowsSavedFilesAndKeepsTheLastSiteAfterAnError()
    {
        var municipal = new MunicipalFolder(folder, Register.Of2018);
        var site = new PreviewSite(municipal, FiscalYear.Of(2030));
        using var files = new PreviewFiles(municipal);
        await site.RefreshAsync(CancellationToken.None);
        await using var app = new PreviewServer(site).Build(0);
        await app.StartAsync();
        using var browser = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var events = new StreamReader(await browser.GetStreamAsync("/_preview/events?since=1"));

        var first = await browser.GetStringAsync("/harbour-walk/");
        Assert.Contains("/_preview/reload.js?version=1", first, StringComparison.Ordinal);
        Assert.Contains("毎月1回", first, StringComparison.Ordinal);

        await SaveAsync("input/pages/harbour-walk.md", text => text.Replace("毎月1回", "毎週", StringComparison.Ordinal), site, files);
        Assert.Equal("data: 2", await events.ReadLineAsync());
        Assert.Contains("毎週", await browser.GetStringAsync("/harbour-walk/"), StringComparison.Ordinal);

        await SaveAsync("theme/colours.css", _ => ":root { --accent: #abcdef; }", site, files);
        Assert.Contains("#abcdef", await browser.GetStringAsync("/assets/site.css"), StringComparison.Ordinal);

        await SaveAsync("settings.yml", text => $"{text}colour: <b>red</b>\n", site, files);
        var wrong = await browser.GetStringAsync("/harbour-walk/");
        Assert.Contains("settings.yml:10: &quot;colour&quot; is not known here.", wrong, StringComparison.Ordinal);
        Assert.Contains("毎週", wrong, StringComparison.Ordinal);

        await SaveAsync("settings.yml", text => text.Replace("colour: <b>red</b>\n", "", StringComparison.Ordinal), site, files);
        Assert.DoesNotContain("preview-problems", await browser.GetStringAsync("/harbour-walk/"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync(new Uri("/nothing/", UriKind.Relative))).StatusCode);
        // The search index is served as well.
        Assert.Contains("\"tokens\"", await browser.GetStringAsync("/search/index.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWorkbookIsReadAgainWhenItChanges()
    {
        var site = new PreviewSite(new(folder, Register.Of2018), FiscalYear.Of(2030));
        await site.RefreshAsync(CancellationToken.None);
        var workbook = Path.Combine(folder.FullName, "2030-海辺区役所.xlsx");
        await File.WriteAllTextAsync(workbook, "broken");
        await site.RefreshAsync(CancellationToken.None);
        Assert.Equal("Rejected: 2030-海辺区役所.xlsx. No site was made.", site.State.Problems[0]);
        Assert.NotNull(site.State.Site);

        File.Delete(workbook);
        await site.RefreshAsync(CancellationToken.None);
        Assert.Empty(site.State.Problems);
        Assert.DoesNotContain("灯台サロン", await TextAsync(site, "wards/umibe/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePagesOfAPreviewOnAFreePortContainItsAddress()
    {
        await using var preview = await AppProcess.PreviewAsync(new(Path.Combine(AppContext.BaseDirectory, "Samples")));
        using var browser = new HttpClient { BaseAddress = preview.Address };

        var sitemap = await browser.GetStringAsync("/sitemap.xml");

        Assert.Contains($"<loc>http://localhost:{preview.Address.Port}/</loc>", sitemap, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "register.json:1: ")]
    [InlineData("{}", "register.json:1: ")]
    public async Task AnInvalidRegisterIsReportedWithItsLine(string json, string expected)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "register.json"), json);
        var site = new PreviewSite(new(folder, Register.Of2018), FiscalYear.Of(2030));
        await site.RefreshAsync(CancellationToken.None);
        Assert.StartsWith(expected, Assert.Single(site.State.Problems), StringComparison.Ordinal);
        Assert.Null(site.State.Site);
    }

    private static async Task<string> TextAsync(PreviewSite site, string path) =>
        System.Text.Encoding.UTF8.GetString((await site.State.Site!.FindAsync(path))!.Bytes.Span);

    private async Task SaveAsync(string path, Func<string, string> edit, PreviewSite site, PreviewFiles files)
    {
        var file = Path.Combine(folder.FullName, path);
        var changed = files.ChangedAsync(CancellationToken.None);
        await File.WriteAllTextAsync(file, edit(await File.ReadAllTextAsync(file)));
        await changed.WaitAsync(TimeSpan.FromSeconds(30));
        await site.RefreshAsync(CancellationToken.None);
    }
}
