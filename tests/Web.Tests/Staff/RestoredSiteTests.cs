using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>After a restore, the screen of publications says from when the restored content is.</summary>
public sealed class RestoredSiteTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Earlier = "20180401T000000000-aaaaaa", Restore = "20180501T000000000-bbbbbb";

    [Fact]
    public async Task TheContentOfARestoredSiteIsThatOfTheEarlierPublication()
    {
        var april = new DateTimeOffset(2018, 4, 1, 0, 0, 0, TimeSpan.Zero);
        Publication earlier = new(Earlier, PublicationState.Live, Triggers.Request, "a test", april, null)
        {
            Manifest = Earlier,
            StartedAt = april,
            FinishedAt = april,
        };
        var publications = app.Get<PublicationStore>();
        await publications.AddAsync(earlier, default);
        await publications.AddAsync(
            earlier with
            {
                Id = Restore,
                Trigger = Triggers.Restore,
                RequestedAt = april.AddSeconds(9),
                Restores = Earlier,
                StartedAt = april.AddMonths(1),
                FinishedAt = april.AddMonths(1)
            },
            default);
        using var browser = new Browsing(app, "Coordinator");

        var list = await browser.OpenAsync("/staff/publications");
        var restore = await browser.OpenAsync($"/staff/publications/{Restore}");

        // Both were requested in the same minute, so all screens name them with seconds.
        Assert.Contains("公開サイトには、2018年4月1日 09:00:00の公開の内容が載っています。", list.Text, StringComparison.Ordinal);
        foreach (var page in (StaffAnswer[])[list, restore])
        {
            Assert.Contains($"href=\"/staff/publications/{Earlier}\">2018年4月1日 09:00:00の公開</a>", page.Html, StringComparison.Ordinal);
            Assert.Contains("2018年4月1日 09:00:09", page.Text, StringComparison.Ordinal);
        }
    }
}
