using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

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
