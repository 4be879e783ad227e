using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// If a clerk confirms an unusual value and chooses to publish the reason, the reason appears on the public page and in the open data.
/// </summary>
public sealed class PublishedNoteTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Zaisei = "/staff/2018/departments/zaisei/", Typed = "<b>会場</b>を全市に広げたため。",
        Shown = "&lt;b&gt;会場&lt;/b&gt;を全市に広げたため。";

    [Fact]
    public async Task AReasonIsPublishedAsTheNoteOfItsFigure()
    {
        using var clerk = new Browsing(app, "Department.zaisei");
        var (path, page) = await CheckAsync(clerk, 1000);
        var key = page.Html.Split("name=\"key\" value=\"")[1].Split('"')[0];
        var without = await clerk.SubmitAsync(page, $"{path}/confirm", ("key", key), ("code", "sudden-change"), ("publish", "1"));
        Assert.Equal(422, without.Status);
        Assert.Contains("公開する注記にするときは、理由を書いてください。", without.Text, StringComparison.Ordinal);

        await clerk.SubmitAsync(page, $"{path}/confirm", ("key", key), ("reason", Typed), ("publish", "1"));
        var ready = await clerk.OpenAsync(path);
        Assert.Contains("提出すると、次の理由が数値の注記として公開されます。", ready.Text, StringComparison.Ordinal);
        Assert.Contains(Shown, ready.Html, StringComparison.Ordinal);
        var receipt = await clerk.SubmitAsync(ready, $"{path}/submit");
        Assert.Equal(303, receipt.Status);
        Assert.Contains(Shown, (await clerk.OpenAsync("/staff/preview/2018/initiatives/zaisei-0001/")).Html, StringComparison.Ordinal);

        await app.Get<YearStore>().ReleaseAsync(FiscalYear.Of(2018), default);
        await app.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);
        Assert.Contains(Shown, await Stores.PageAsync(app.Storage, "initiatives/zaisei-0001/index.html"), StringComparison.Ordinal);
        var data = await Stores.PageAsync(app.Storage, "data/2018/indicator-notes.csv");
        Assert.Contains(Typed, data, StringComparison.Ordinal);
        var same = (await CheckAsync(clerk, 1000)).Page;
        Assert.Equal("いまの報告と同じファイルです", same.Heading);
        Assert.Contains("いまの報告の注記です。", same.Text, StringComparison.Ordinal);
        await AssertDifferenceAsync(clerk);
    }

    [Fact]
    public async Task APublishedNoteIsWithdrawnBySubmittingTheSameFileAgain()
    {
        using var clerk = new Browsing(app, "Department.zaisei");
        var (path, page) = await CheckAsync(clerk, 3000);
        var key = page.Html.Split("name=\"key\" value=\"")[1].Split('"')[0];
        await clerk.SubmitAsync(page, $"{path}/confirm", ("key", key), ("reason", "取り下げる理由。"), ("publish", "1"));
        var receipt = (await clerk.SubmitAsync(await clerk.OpenAsync(path), $"{path}/submit")).Location!;
        var submission = await clerk.OpenAsync(receipt.Replace("/receipt", "", StringComparison.Ordinal));
        Assert.Contains("取り下げる理由。", submission.Text, StringComparison.Ordinal);

        var again = (await clerk.SubmitAsync(submission, receipt.Replace("/receipt", "/again", StringComparison.Ordinal))).Location!;
        var same = await clerk.OpenAsync(again);
        Assert.Equal("いまの報告と同じファイルです", same.Heading);
        await clerk.SubmitAsync(same, $"{again}/confirm");
        var ready = await clerk.OpenAsync(again);
        Assert.Equal("提出できます", ready.Heading);
        Assert.Contains("公開する注記だけが変わります。", ready.Text, StringComparison.Ordinal);
        Assert.Contains(">確認済み<", (await clerk.OpenAsync($"{again}/findings")).Html, StringComparison.Ordinal);
        Assert.Contains(
            ">確認の対象<",
            (await clerk.OpenAsync(receipt.Replace("/receipt", "/findings", StringComparison.Ordinal))).Html, StringComparison.Ordinal);
        var resubmitted = await clerk.SubmitAsync(ready, $"{again}/submit");

        Assert.NotEqual(receipt, resubmitted.Location);
        Assert.DoesNotContain(
            "取り下げる理由。", (await clerk.OpenAsync("/staff/preview/2018/initiatives/zaisei-0001/")).Text, StringComparison.Ordinal);
        Assert.Equal("いまの報告と同じファイルです", (await CheckAsync(clerk, 3000)).Page.Heading);
        Assert.Equal(resubmitted.Location, (await clerk.SubmitAsync(ready, $"{again}/submit")).Location);
    }

    [Fact]
    public async Task AReasonWithdrawnFromPublicationIsNoNote()
    {
        using var clerk = new Browsing(app, "Department.zaisei");
        var (path, page) = await CheckAsync(clerk, 2000);
        var key = page.Html.Split("name=\"key\" value=\"")[1].Split('"')[0];
        await clerk.SubmitAsync(page, $"{path}/confirm", ("key", key), ("reason", "会場が増えたため。"), ("publish", "1"));
        var noted = await clerk.OpenAsync(path);
        var withdraw = noted.Html.Split("name=\"withdraw\" value=\"")[1].Split('"')[0];

        for (var times = 0; times < 2; times++)
        {
            var withdrawn = await clerk.PostAsync($"{path}/confirm", new FormUrlEncodedContent(
                noted.HiddenFieldsOf($"{path}/submit").Append(("withdraw", withdraw))
                    .Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
            Assert.Equal((303, $"{path}?done=withdraw#difference"), (withdrawn.Status, withdrawn.Location));
        }

        var after = await clerk.OpenAsync(path);
        Assert.Equal("提出できます", after.Heading);
        Assert.DoesNotContain("公開する注記", after.Text, StringComparison.Ordinal);
    }

    // The next workbook has another value, so the note is removed, and the comparison with the current report shows that.
    private static async Task AssertDifferenceAsync(Browsing clerk)
    {
        var (path, page) = await CheckAsync(clerk, 1001);
        Assert.Contains("注記", page.Text, StringComparison.Ordinal);
        Assert.Contains(Shown, page.Html, StringComparison.Ordinal);
        Assert.Equal(200, (await clerk.OpenAsync($"{path}/changes")).Status);
    }

    private static async Task<(string Path, StaffAnswer Page)> CheckAsync(Browsing clerk, decimal figure)
    {
        var workbook = Some.WorkbookWithFigures("zaisei", FiscalYear.Of(2018), 10, figure);
        var sent = await clerk.UploadAsync(await clerk.OpenAsync($"{Zaisei}upload"), $"{Zaisei}upload", workbook);
        return (sent.Location!, await clerk.OpenAsync(sent.Location!));
    }
}
