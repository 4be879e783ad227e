using KawasakiServerless.Site;
using KawasakiServerless.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// Tests what the coordinator does in a year: deadline, board (the list of all reports), approval, sending back, messages, closing, release
/// and audit.
/// </summary>
public sealed class CoordinatorTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Zaisei = "/staff/2018/departments/zaisei/";

    [Fact]
    public async Task AReportIsSentBackSubmittedAgainAndApproved()
    {
        using var coordinator = new Browsing(app, "Coordinator", "the coordinator");
        using var clerk = new Browsing(app, "Department.zaisei");
        await UploadAsync("zaisei", "税の相談");
        Assert.Contains("提出済", (await coordinator.OpenAsync("/staff/2018/board?state=Submitted")).Text, StringComparison.Ordinal);

        var review = await coordinator.OpenAsync($"{Zaisei}review");
        var empty = await coordinator.SubmitAsync(review, $"{Zaisei}review/send-back");
        Assert.Equal(422, empty.Status);
        Assert.Contains("何も書かれていません", empty.Text, StringComparison.Ordinal);
        var sent = await coordinator.SubmitAsync(review, $"{Zaisei}review/send-back", ("comment-Initiatives", "<b>単位</b>を書いてください。"));
        Assert.Equal((303, $"{Zaisei}review?done=send-back"), (sent.Status, sent.Location));

        using var both = new Browsing(app, "Department.zaisei,Department.kankyo");
        Assert.Contains(">差戻し<", (await both.OpenAsync("/staff/")).Html, StringComparison.Ordinal);
        var seen = await clerk.OpenAsync($"{Zaisei}review");
        Assert.Contains("差戻し", seen.Text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;単位&lt;/b&gt;を書いてください。", seen.Html, StringComparison.Ordinal);
        await UploadAsync("zaisei", "税の相談（回）");

        var late = await coordinator.SubmitAsync(review, $"{Zaisei}review/approve");
        Assert.Equal((409, "ほかの方の操作が先に行われました"), (late.Status, late.Heading));
        var approved = await coordinator.SubmitAsync(await coordinator.OpenAsync($"{Zaisei}review"), $"{Zaisei}review/approve");
        Assert.Equal(303, approved.Status);
        Assert.Contains("承認されました", (await clerk.OpenAsync($"{Zaisei}review")).Text, StringComparison.Ordinal);
        var audit = await coordinator.OpenAsync("/staff/audit?department=zaisei");
        Assert.All(["承認", "差戻し", "提出（受付）", "平成30年度の財政局の報告"], what => Assert.Contains(what, audit.Text, StringComparison.Ordinal));
        Assert.StartsWith("text/csv", (await coordinator.OpenAsync("/staff/audit.csv")).Message.Content.Headers.ContentType!
            .ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("until=9999-12-31")]
    [InlineData("from=0001-01-01&until=0001-01-01")]
    [InlineData("until=2100-12-31&year=2018")]
    [InlineData("after=3155378975999999999~z")]
    public async Task ADayFarFromTodayIsNoFailureOfTheAuditLog(string query)
    {
        using var coordinator = new Browsing(app, "Coordinator");

        Assert.Equal(200, (await coordinator.OpenAsync($"/staff/audit?{query}")).Status);
        Assert.Equal(200, (await coordinator.OpenAsync($"/staff/audit.csv?{query}")).Status);
    }

    [Fact]
    public async Task AMessageFormThatIsSentTwiceWritesOneMessage()
    {
        using var clerk = new Browsing(app, "Department.kowan");
        const string Kowan = "/staff/2018/departments/kowan/";
        var page = await clerk.OpenAsync($"{Kowan}review");
        for (var times = 0; times < 2; times++)
            Assert.Equal(303, (await clerk.SubmitAsync(page, $"{Kowan}review/message", ("text", "いつまでに出せばよいですか。"))).Status);
        var tooLong = await clerk.SubmitAsync(
            await clerk.OpenAsync($"{Kowan}review"), $"{Kowan}review/message", ("text", new string('長', 10_000)));

        Assert.Equal(422, tooLong.Status);
        Assert.Contains("10,000文字あります。2,000文字以内で書いてください。", tooLong.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await clerk.OpenAsync($"{Kowan}review")).Text.Split("いつまでに出せばよいですか。").Length - 1);
    }

    [Fact]
    public async Task ADepartmentDeclaresThatItHasNothingToReport()
    {
        using var clerk = new Browsing(app, "Department.kotsu");
        const string Kotsu = "/staff/2018/departments/kotsu/";
        var declared = await clerk.SubmitAsync(await clerk.OpenAsync($"{Kotsu}review"), $"{Kotsu}review/nothing");

        Assert.Equal(303, declared.Status);
        Assert.Contains("該当なし", (await clerk.OpenAsync($"{Kotsu}review")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADeclarationOfNothingToReportOffersNoFile()
    {
        const string Kowan = "/staff/2018/departments/kowan/";
        using var clerk = new Browsing(app, "Department.kowan");
        await clerk.SubmitAsync(await clerk.OpenAsync($"{Kowan}review"), $"{Kowan}review/nothing");
        var history = await clerk.OpenAsync($"{Kowan}submissions");
        var path = history.Html.Split($"href=\"{Kowan}submissions/")[1].Split('"')[0];
        var screen = await clerk.OpenAsync($"{Kowan}submissions/{path}");
        var receipt = await clerk.OpenAsync($"{Kowan}submissions/{path}/receipt");
        using var original = await app.SendAsync(HttpMethod.Get, $"/api/submissions/{path}/original", "Department.kowan");
        Assert.Contains("\"no-workbook\"", await original.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await UploadAsync("kowan", "港の見学");
        var earlier = await clerk.OpenAsync($"{Kowan}submissions/{path}");

        Assert.All([history, screen, receipt, earlier], page =>
        {
            Assert.Contains("該当なし", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"{path}/original", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("名前のないファイル", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("このファイルを点検する", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("様式に書いた件数", page.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task TheCoordinatorDeclaresNothingToReportForADepartment()
    {
        using var coordinator = new Browsing(app, "Coordinator", "the coordinator");
        const string Shobo = "/staff/2018/departments/shobo/";
        var page = await coordinator.OpenAsync($"{Shobo}review");
        Assert.Contains("消防局に代わって、「該当なし」として届け出ます。", page.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await coordinator.SubmitAsync(page, $"{Shobo}review/nothing")).Status);

        using var clerk = new Browsing(app, "Department.shobo");
        Assert.Contains("取りまとめ担当が代行", (await clerk.OpenAsync($"{Shobo}review")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "提出（受付）（取りまとめ担当の代行）", (await coordinator.OpenAsync("/staff/audit?department=shobo")).Text, StringComparison.Ordinal);
        using var late = new Browsing(app, "Department.kankyo,Coordinator");
        Assert.Equal(303, (await late.SubmitAsync(
            await late.OpenAsync("/staff/2018/departments/kankyo/review"), "/staff/2018/departments/kankyo/review/nothing")).Status);
        Assert.DoesNotContain("代行", (await coordinator.OpenAsync("/staff/audit?department=kankyo")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUploadThroughTheApiIsOnBehalfOfTheDepartmentIfTheCoordinatorSendsIt()
    {
        using (var sent = await app.UploadAsync("rinkaibu", SmallWorkbook.Of("rinkaibu", (1, "見学会")), "Coordinator"))
            sent.EnsureSuccessStatusCode();
        await UploadAsync("keizairodo", "相談会");
        using var coordinator = new Browsing(app, "Coordinator");
        var onBehalf = await coordinator.OpenAsync("/staff/2018/departments/rinkaibu/review");
        var own = await coordinator.OpenAsync("/staff/2018/departments/keizairodo/review");

        Assert.Contains("取りまとめ担当が代行", onBehalf.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("代行", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AYearHasADeadlineIsClosedAndReopened()
    {
        using var browser = new Browsing(app, "Coordinator");
        const string Years = "/staff/years", Deadline = "/staff/2018/deadline";
        var stale = await browser.OpenAsync(Years);
        Assert.Equal(422, (await browser.SubmitAsync(stale, Deadline, ("deadline", "七月"))).Status);
        Assert.Equal(303, (await browser.SubmitAsync(stale, Deadline, ("deadline", "2018-07-31"))).Status);
        Assert.Contains("期限は2018年7月31日", (await browser.OpenAsync("/staff/2018/board")).Text, StringComparison.Ordinal);
        Assert.Equal(409, (await browser.SubmitAsync(stale, Deadline, ("deadline", "2018-08-31"))).Status);

        var path = (await browser.UploadAsync(await browser.OpenAsync($"{Zaisei}upload"), $"{Zaisei}upload",
            SmallWorkbook.Of("zaisei", (1, "税の講座")))).Location!;
        var check = await browser.OpenAsync(path);
        Assert.Equal("提出できます", check.Heading);
        Assert.Contains("機械可読性の点数を見る（レベル1 90点、レベル2 100点、レベル3 80点", check.Text, StringComparison.Ordinal);
        Assert.Equal(303, (await browser.SubmitAsync(await browser.OpenAsync(Years), "/staff/2018/close")).Status);
        var late = await browser.SubmitAsync(check, $"{path}/submit");
        Assert.Equal((409, "受付は終了しました"), (late.Status, late.Heading));
        await AssertClosedAsync(path);
        using (var refused = await app.UploadAsync("byoin", SmallWorkbook.Of("byoin", (1, "一")), "Department.byoin"))
            Assert.Equal(409, (int)refused.StatusCode);
        Assert.Equal(303, (await browser.SubmitAsync(await browser.OpenAsync(Years), "/staff/2018/reopen")).Status);
        Assert.Contains("御担当者様", (await browser.OpenAsync("/staff/2018/reminder")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWorkbooksOfAYearArePublishedAndWithheldAgain()
    {
        using var browser = new Browsing(app, "Coordinator");
        const string Years = "/staff/years", Publish = "/staff/2018/workbooks/publish", Withhold = "/staff/2018/workbooks/withhold";
        var withheld = await browser.OpenAsync(Years);
        Assert.Contains("公開する前に、個人情報がないことを、局・区に確かめてください", withheld.Text, StringComparison.Ordinal);
        Assert.Contains("提出ファイルを公開する<span class=\"unseen\">：", withheld.Html, StringComparison.Ordinal);

        var published = await browser.SubmitAsync(withheld, Publish);
        Assert.Equal((303, $"{Years}?done=workbooks-published"), (published.Status, published.Location));
        Assert.Equal(409, (await browser.SubmitAsync(withheld, "/staff/2018/close")).Status);
        Assert.Equal(303, (await browser.SubmitAsync(await browser.OpenAsync(Years), Withhold)).Status);

        Assert.Contains("提出ファイルは公開しない設定です", (await browser.OpenAsync(Years)).Text, StringComparison.Ordinal);
        var audit = (await browser.OpenAsync("/staff/audit")).Text;
        Assert.Contains("提出ファイルを公開する設定", audit, StringComparison.Ordinal);
        Assert.Contains("提出ファイルを公開しない設定", audit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AYearIsNotReleasedWhileTheChecklistBlocks()
    {
        using var log = new KeptLog();
        await using var unlicensed = PipelineServer.Build(
            app.Storage, log, services => services.AddSingleton(new SiteOptions(PipelineServer.Site)));
        await unlicensed.StartAsync();
        using var browser = new Browsing(unlicensed.Address, "Coordinator");
        var page = await browser.OpenAsync("/staff/2018/release");
        var blocked = await browser.SubmitAsync(page, "/staff/2018/release");

        Assert.Equal((409, "公開前の点検"), (blocked.Status, blocked.Heading));
        Assert.Contains("ライセンス", blocked.Text, StringComparison.Ordinal);
        Assert.Contains("未提出の局・区", page.Text, StringComparison.Ordinal);
        var pages = await browser.SubmitAsync(page, "/staff/2018/release/check");
        Assert.Equal(200, pages.Status);
        Assert.Contains("公開されるページも点検しました。ページに誤りはありません。", pages.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("公開するページに誤りがあります", pages.Text, StringComparison.Ordinal);
    }

    // In a closed year, no screen promises a submission or asks for one.
    private async Task AssertClosedAsync(string check)
    {
        using var clerk = new Browsing(app, "Department.zaisei");
        Assert.Contains("提出はできません", (await clerk.OpenAsync($"{Zaisei}upload")).Text, StringComparison.Ordinal);
        var page = await clerk.OpenAsync(check);
        Assert.Equal("直すところはありません", page.Heading);
        Assert.DoesNotContain($"{check}/submit", page.Html, StringComparison.Ordinal);

        using var other = new Browsing(app, "Department.kodomomirai");
        Assert.Contains("提出のないまま受付が終わりました", (await other.OpenAsync("/staff/2018/departments/kodomomirai/review")).Text,
            StringComparison.Ordinal);
        using var coordinator = new Browsing(app, "Coordinator");
        Assert.DoesNotContain("知らせる文面", (await coordinator.OpenAsync("/staff/2018/board")).Text, StringComparison.Ordinal);
    }

    private async Task UploadAsync(string department, string text)
    {
        using var answer = await app.UploadAsync(department, SmallWorkbook.Of(department, (1, text)), $"Department.{department}");
        answer.EnsureSuccessStatusCode();
    }
}
