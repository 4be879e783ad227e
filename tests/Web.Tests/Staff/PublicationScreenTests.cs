using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Purging;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>The coordinator publishes, compares, restores, previews and purges.</summary>
public sealed class PublicationScreenTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Publications = "/staff/publications";

    [Fact]
    public async Task TheCoordinatorPublishesRestoresAndLiftsTheHold()
    {
        using var browser = new Browsing(app, "Coordinator");
        var early = await browser.SubmitAsync(await browser.OpenAsync(Publications), Publications);
        Assert.Equal((409, "公開できる報告年度がありません"), (early.Status, early.Heading));
        Assert.DoesNotContain("/api/", early.Text, StringComparison.Ordinal);
        await UploadAsync("取組の一つ目");
        Assert.Contains("取組の一つ目", (await browser.OpenAsync("/staff/preview/2018/initiatives/zaisei-0001/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "日付の記録がない", (await browser.OpenAsync("/staff/preview/2018/departments/zaisei/")).Text, StringComparison.Ordinal);
        await app.Get<YearStore>().ReleaseAsync(FiscalYear.Of(2018), default);

        var first = await PublishAsync(browser);
        await UploadAsync("書き直した取組");
        var second = await PublishAsync(browser);
        var difference = await browser.OpenAsync($"{Publications}/difference?before={first}&after={second}");
        Assert.Contains("取組の一つ目", difference.Text, StringComparison.Ordinal);
        Assert.Contains("書き直した取組", difference.Text, StringComparison.Ordinal);
        Assert.Contains("前の公開とのちがい", (await browser.OpenAsync($"{Publications}/{second}")).Text, StringComparison.Ordinal);

        var asked = await browser.OpenAsync($"{Publications}/{first}/restore");
        Assert.Equal("以前の公開に戻す", asked.Heading);
        await AssertAnotherRestoreStaysAsync(browser, asked, $"{Publications}/{first}/restore");
        var restore = await browser.SubmitAsync(asked, $"{Publications}/{first}/restore");
        Assert.Equal(restore.Location, (await browser.SubmitAsync(asked, $"{Publications}/{first}/restore")).Location);
        await FinishAsync(restore.Location!);
        Assert.Contains("以前の公開に戻しました", (await browser.OpenAsync(restore.Location!)).Text, StringComparison.Ordinal);

        var held = await browser.OpenAsync(Publications);
        Assert.Contains("公開を保留しています", held.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("操作しなくても", held.Text, StringComparison.Ordinal);
        Assert.Equal((303, $"{Publications}?done=lifted"), Reply(await browser.SubmitAsync(held, $"{Publications}/lift")));
        Assert.Contains("そのあとで、保留は解除されています", (await browser.OpenAsync(restore.Location!)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("公開を保留しています", (await browser.OpenAsync(Publications)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStalePageDoesNotLiftTheHoldOfANewerRestore()
    {
        using var browser = new Browsing(app, "Coordinator");
        var holds = app.Get<HoldStore>();
        await holds.SetAsync(HoldOf("20180801T000000000-aaaaaa"), default);
        var stale = await browser.OpenAsync(Publications);
        await holds.SetAsync(HoldOf("20180802T000000000-bbbbbb"), default);

        var refused = await browser.SubmitAsync(stale, $"{Publications}/lift");

        Assert.Equal((409, "別の公開に戻されたところです"), (refused.Status, refused.Heading));
        Assert.DoesNotContain("/api/", refused.Text, StringComparison.Ordinal);
        var held = await browser.OpenAsync(Publications);
        Assert.Contains("公開を保留しています", held.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await browser.SubmitAsync(held, $"{Publications}/lift")).Status);
        Assert.Equal(303, (await browser.SubmitAsync(stale, $"{Publications}/lift")).Status);
        Assert.Null(await holds.FindAsync(default));
    }

    [Fact]
    public async Task ARefusedPublicationIsExplainedWithoutAddressesOfTheApi()
    {
        using var browser = new Browsing(app, "Coordinator");
        var token = (await browser.OpenAsync("/staff/years")).HiddenFieldsOf("/staff/years")
            .Select(f => KeyValuePair.Create(f.Name, f.Value));
        var unchanged = await EndedAsync(PublicationState.Unchanged);
        await app.Get<HoldStore>().SetAsync(HoldOf("20180803T000000000-cccccc"), default);

        var held = await browser.PostAsync(Publications, new FormUrlEncodedContent(token));
        var gone = await browser.OpenAsync($"{Publications}/{unchanged}/restore");
        await app.Get<Restoration>().LiftAsync("a test", default);

        Assert.Equal((409, "公開は保留されています"), (held.Status, held.Heading));
        Assert.Contains("「保留を解除する」を押してから", held.Text, StringComparison.Ordinal);
        Assert.Equal((410, "その公開には戻せません"), (gone.Status, gone.Heading));
        Assert.All([held, gone], page => Assert.DoesNotContain("/api/", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARestoreThatWasCancelledIsShownAsCancelledAndNotAsAFailure()
    {
        var now = DateTimeOffset.UtcNow;
        var restore = new Publication(PublicationStore.NewId(now), PublicationState.Requested, Triggers.Restore, "a test", now, null)
        {
            Restores = "20180701T000000000-abcdef",
        };
        var id = (await app.Get<PublicationStore>().AddAsync(PublicationDecisions.Cancelled(restore, now), default)).Id;
        using var browser = new Browsing(app, "Coordinator");

        var page = await browser.OpenAsync($"{Publications}/{id}");

        Assert.Equal("取りやめました", page.Heading);
        Assert.Contains("保留が解除されたか、別の公開に戻されたため、行いませんでした。", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("システム管理者", page.Text, StringComparison.Ordinal);
        Assert.Contains("取りやめました", (await browser.OpenAsync(Publications)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APurgeIsShownBeforeItBegins()
    {
        using var browser = new Browsing(app, "Coordinator");
        var id = await UploadAsync("名前の入った取組");
        const string Review = "/staff/2018/departments/zaisei/review";
        await browser.SubmitAsync(await browser.OpenAsync(Review), $"{Review}/message", ("text", "名前の<b>入った</b>連絡"));
        Assert.Equal(422, (await browser.OpenAsync("/staff/purges/plan?what=%E5%90%8D%E5%89%8D")).Status);
        Assert.Contains("見つかりません", (await browser.OpenAsync("/staff/purges/plan?what=zaisei-9999")).Text, StringComparison.Ordinal);

        var plan = await browser.OpenAsync($"/staff/purges/plan?what={id}");
        Assert.Equal("抹消するものの確認", plan.Heading);
        Assert.Contains("名前の入った取組", plan.Text, StringComparison.Ordinal);
        Assert.Contains("<bdi>名前の&lt;b&gt;入った&lt;/b&gt;連絡</bdi>", plan.Html, StringComparison.Ordinal);
        var begun = await browser.SubmitAsync(plan, "/staff/purges");

        Assert.Equal(303, begun.Status);
        Assert.Contains(id, (await browser.OpenAsync(begun.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains(id, (await browser.OpenAsync("/staff/purges")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatRemainsOfASubmissionAfterAPurgeOffersNoFile()
    {
        const string Kankyo = "/staff/2018/departments/kankyo/submissions";
        using var clerk = new Browsing(app, "Department.kankyo");
        using (var sent = await app.UploadAsync("kankyo", Some.Workbook("kankyo", "一", "二"), "Department.kankyo"))
            sent.EnsureSuccessStatusCode();
        var purger = app.Get<Purger>();
        await purger.RunAsync((await purger.RequestAsync("kankyo-0001", "a test", default))!, default);

        var history = await clerk.OpenAsync(Kankyo);
        Assert.DoesNotContain("/original\"", history.Html, StringComparison.Ordinal);
        var remains = await clerk.OpenAsync($"{Kankyo}/{history.Html.Split($"href=\"{Kankyo}/")[1].Split('"')[0]}");
        Assert.Contains("ありません（抹消のあとに残った内容です）", remains.Text, StringComparison.Ordinal);
        var purged = await clerk.OpenAsync($"{Kankyo}/{history.Html.Split($"href=\"{Kankyo}/")[2].Split('"')[0]}");
        Assert.DoesNotContain("名前のないファイル", purged.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASubmissionWhosePredecessorWasPurgedIsNotComparedWithIt()
    {
        const string Shobo = "/staff/2018/departments/shobo/submissions";
        var first = await UploadAsync("shobo", "一つ目の取組");
        var second = await UploadAsync("shobo", "一つ目の取組", "二つ目の取組");
        using var clerk = new Browsing(app, "Department.shobo");
        Assert.Contains("前の提出とのちがい", (await clerk.OpenAsync($"{Shobo}/{second}")).Text, StringComparison.Ordinal);
        var purger = app.Get<Purger>();
        await purger.RunAsync((await purger.RequestAsync(first, "a test", default))!, default);

        var shown = await clerk.OpenAsync($"{Shobo}/{second}");
        var changes = await clerk.OpenAsync($"{Shobo}/{second}/changes");

        Assert.Contains("前の提出は抹消されたため、くらべられません。", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("追加", shown.Text, StringComparison.Ordinal);
        Assert.Equal((303, $"{Shobo}/{second}"), Reply(changes));
    }

    [Theory]
    [InlineData("/staff/publications/20180401T000000000-abcdef", 404)]
    [InlineData("/staff/publications/20180401T000000000-abcdef/restore", 404)]
    [InlineData("/staff/purges/20180401T000000000-abcdef", 404)]
    [InlineData("/staff/preview/1999/", 404)]
    [InlineData("/staff/preview/2018/nothing/", 404)]
    [InlineData("/staff/preview/平成30/", 404)]
    public async Task AnUnknownPublicationPurgeOrPreviewIsANotFoundPage(string path, int status)
    {
        using var browser = new Browsing(app, "Coordinator");
        var page = await browser.OpenAsync(path);

        Assert.Equal(status, page.Status);
        Assert.NotEmpty(page.Heading);
    }

    [Theory]
    [InlineData("departments", "departments/")]
    [InlineData("%E3%81%82", "%E3%81%82/")]
    [InlineData("a%0d%0ab", "a%0D%0Ab/")]
    [InlineData("a%3Fb%23c", "a%3Fb%23c/")]
    public async Task APreviewPathWithoutItsLastSlashIsRedirected(string path, string to)
    {
        using var browser = new Browsing(app, "Coordinator");

        Assert.Equal((303, $"/staff/preview/2018/{to}"), Reply(await browser.OpenAsync($"/staff/preview/2018/{path}")));
    }

    // A restore that another person has requested since the screen was opened stays in force.
    private async Task AssertAnotherRestoreStaysAsync(Browsing browser, StaffAnswer asked, string action)
    {
        await app.Get<HoldStore>().SetAsync(HoldOf("20180804T000000000-dddddd"), default);

        var refused = await browser.SubmitAsync(asked, action);

        Assert.Equal((409, "ほかの方の操作が先に行われました"), (refused.Status, refused.Heading));
        Assert.Contains("another coordinatorさんが、先に別の公開に戻しました。", refused.Text, StringComparison.Ordinal);
        Assert.Equal("20180804T000000000-dddddd", (await app.Get<HoldStore>().FindAsync(default))?.Publication);
        await app.Get<Restoration>().LiftAsync("a test", default);
    }

    private static Hold HoldOf(string publication) =>
        new(publication, "20180701T000000000-abcdef", "another coordinator", DateTimeOffset.UnixEpoch);

    private static (int, string?) Reply(StaffAnswer answer) => (answer.Status, answer.Location);

    private Task<string> UploadAsync(string text) => UploadAsync("zaisei", text);

    private async Task<string> UploadAsync(string department, params string[] texts)
    {
        using var answer = await app.UploadAsync(
            department, SmallWorkbook.Of(department, [.. texts.Select((text, i) => (i + 1, text))]), $"Department.{department}");
        answer.EnsureSuccessStatusCode();
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private async Task<string> EndedAsync(PublicationState state)
    {
        var publications = app.Get<PublicationStore>();
        var now = DateTimeOffset.UtcNow;
        Publication ended = new(PublicationStore.NewId(now), state, Triggers.Request, "a test", now, null) { FinishedAt = now };
        return (await publications.AddAsync(ended, default)).Id;
    }

    private async Task<string> PublishAsync(Browsing browser)
    {
        var begun = await browser.SubmitAsync(await browser.OpenAsync(Publications), Publications);
        Assert.Equal(303, begun.Status);
        await FinishAsync(begun.Location!);
        Assert.Contains("公開しました", (await browser.OpenAsync(begun.Location!)).Heading, StringComparison.Ordinal);
        return begun.Location!.Split('/')[^1];
    }

    // Waits until the publication has ended. Either the app's background service runs the publication or this method does, whichever takes
    // the publish lock first.
    private async Task FinishAsync(string location)
    {
        var id = location.Split('/')[^1];
        while ((await app.Get<PublicationOverviews>().ReadAsync(default)).Find(id) is { } publication && !publication.HasEnded())
            await app.Get<Publisher>().RunAsync(publication, default);
    }
}
