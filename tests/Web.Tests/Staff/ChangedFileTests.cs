using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>Two publications of the same reports are not called equal if files of the site differ. The tests have their own app.</summary>
public sealed class ChangedFileTests(WebApp app) : IClassFixture<WebApp>
{
    private const string First = "20180401T000000000-aaaaaa", Second = "20180402T000000000-bbbbbb";

    [Fact]
    public async Task FilesThatTheRegisterOrTheDesignChangesAreCountedAndListed()
    {
        await PublishAsync(First, ("index.html", "1"), ("about/index.html", "1"), ("site.css", "1"));
        await PublishAsync(Second, ("index.html", "2"), ("contact/index.html", "1"), ("site.css", "1"));
        using var browser = new Browsing(app, "Coordinator");

        var changed = await browser.OpenAsync($"/staff/publications/difference?before={First}&after={Second}");
        var restore = await browser.OpenAsync($"/staff/publications/{First}/restore");
        var same = await browser.OpenAsync($"/staff/publications/difference?before={First}&after={First}");

        foreach (var page in (StaffAnswer[])[changed, restore])
        {
            Assert.Contains("報告の内容に、ちがいはありません。", page.Text, StringComparison.Ordinal);
            Assert.Contains("公開サイトでは、3ファイルが変わります。", page.Text, StringComparison.Ordinal);
            Assert.Contains("/about/index.html", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("/site.css", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("公開サイトのファイルにも、ちがいはありません。", same.Text, StringComparison.Ordinal);
    }

    private async Task PublishAsync(string id, params (string Path, string Content)[] files)
    {
        var manifest = new Manifest(id, [], files.ToDictionary(
            f => f.Path, f => new ManifestFile(f.Content, "text/html", "no-cache", null, null), StringComparer.Ordinal));
        await app.Get<ManifestStore>().SaveAsync(id, manifest, default);
        var started = new DateTimeOffset(2018, 4, id == First ? 1 : 2, 0, 0, 0, TimeSpan.Zero);
        Publication live = new(id, PublicationState.Live, Triggers.Request, "a test", started, null)
        {
            Manifest = id,
            StartedAt = started,
            FinishedAt = started,
        };
        await app.Get<PublicationStore>().AddAsync(live, default);
    }
}
