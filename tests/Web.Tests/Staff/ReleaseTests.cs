using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;
using KawasakiServerless.Web.Tests.Api;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>The coordinator releases a year as its checklist (公開前の点検) showed it. The tests have their own app.</summary>
public sealed class ReleaseTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Release = "/staff/2018/release";

    [Fact]
    public async Task AYearIsReleasedOnlyWithReportsAndAsTheCoordinatorHasSeenIt()
    {
        using var browser = new Browsing(app, "Coordinator");
        var empty = await browser.OpenAsync(Release);
        Assert.Contains("この年度の報告は、まだ一つも提出されていません。", empty.Text, StringComparison.Ordinal);
        await AssertRefusedAsync(browser, empty, "まだ一つも提出されていません");
        await AssertBlockedAsync("/api/years/2018/release");
        await AssertBlockedAsync("/api/years/2018/release?newest=");
        await AssertHoldIsNamedAsync(browser);

        await UploadAsync("一つ目");
        var first = await AssertRefusedAsync(browser, empty, Changed);
        await UploadAsync("二つ目");
        var second = await AssertRefusedAsync(browser, first, Changed);
        var asked = await browser.SubmitAsync(second, $"{Release}/check");
        Assert.DoesNotContain(Changed, asked.Text, StringComparison.Ordinal);
        var released = await browser.SubmitAsync(asked, Release);

        Assert.Equal((303, "/staff/years?done=released"), (released.Status, released.Location));
        Assert.True(await IsReleasedAsync());
        await UploadAsync("三つ目");
        Assert.Equal(released.Location, (await browser.SubmitAsync(asked, Release)).Location);
    }

    private async Task AssertBlockedAsync(string path)
    {
        using var answer = await app.SendAsync(HttpMethod.Post, path, "Coordinator");
        var problem = await AccessTests.AssertProblemAsync(answer);
        Assert.Equal((409, "release-blocked"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal("no-reports", Assert.Single(problem.GetProperty("items").EnumerateArray()).GetProperty("code").GetString());
        Assert.False(await IsReleasedAsync());
    }

    // While an earlier publication is restored, the screens do not promise that the next publication contains a change.
    private async Task AssertHoldIsNamedAsync(Browsing browser)
    {
        await app.Get<HoldStore>().SetAsync(
            new("20180803T000000000-cccccc", "20180701T000000000-abcdef", "a test", DateTimeOffset.UnixEpoch), default);
        foreach (var path in (string[])[Release, "/staff/years"])
        {
            var page = await browser.OpenAsync(path);
            Assert.Contains("1970年1月1日 09:00から、公開を保留しています", page.Text, StringComparison.Ordinal);
            Assert.Contains("href=\"/staff/publications\"", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("今すぐ公開", page.Text, StringComparison.Ordinal);
        }

        await app.Get<Restoration>().LiftAsync("a test", default);
        Assert.Contains("今すぐ公開", (await browser.OpenAsync(Release)).Text, StringComparison.Ordinal);
    }

    private const string Changed = "この画面を開いたあとに、報告が提出されたか、抹消されました。";

    private async Task<StaffAnswer> AssertRefusedAsync(Browsing browser, StaffAnswer page, string reason)
    {
        var refused = await browser.SubmitAsync(page, Release);
        Assert.Equal((409, "公開前の点検"), (refused.Status, refused.Heading));
        Assert.Contains(reason, refused.Text, StringComparison.Ordinal);
        Assert.False(await IsReleasedAsync());
        return refused;
    }

    private async Task<bool> IsReleasedAsync() => (await app.Get<YearStore>().FindAsync(FiscalYear.Of(2018), default))!.IsReleased;

    private async Task UploadAsync(string text)
    {
        using var answer = await app.UploadAsync("zaisei", SmallWorkbook.Of("zaisei", (1, text)), "Department.zaisei");
        answer.EnsureSuccessStatusCode();
    }
}
