using System.Text.RegularExpressions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// Tests the steps of a department from uploading the workbook to the receipt, and checking the workbook of an earlier submission again.
/// </summary>
[Collection(OneWebApp.Name)]
public sealed partial class DepartmentTests(WebApp app)
{
    [Fact]
    public async Task AWorkbookIsCheckedAndSubmittedOnceWithAReceipt()
    {
        using var clerk = new Browsing(app, "Department.zaisei");
        var check = await CheckAsync(clerk, "zaisei", Some.Workbook("zaisei", "税の相談を受けた。"));
        Assert.Equal((200, "提出できます"), (check.Page.Status, check.Page.Heading));
        Assert.Contains("この年度の最初の提出です", check.Page.Text, StringComparison.Ordinal);

        var first = await clerk.SubmitAsync(check.Page, $"{check.Path}/submit");
        var second = await clerk.SubmitAsync(check.Page, $"{check.Path}/submit");
        Assert.Equal((303, 303, first.Location), (first.Status, second.Status, second.Location));
        var receipt = await clerk.OpenAsync(first.Location!);
        Assert.Equal("提出を受け付けました", receipt.Heading);
        Assert.Contains(first.Location!.Split('/')[^2], receipt.Text, StringComparison.Ordinal);
        // On a narrow screen, the heading breaks only between the day and the time.
        Assert.Matches(
            "<h1><span class=\"whole\">[0-9年月日]+</span> <span\\s+class=\"whole\">[0-9:]+の提出</span></h1>",
            (await clerk.OpenAsync(first.Location!.Replace("/receipt", "", StringComparison.Ordinal))).Html);
        Assert.NotEqual("", ScoresOn(check.Page));
        Assert.Contains($"機械可読性の点数{ScoresOn(check.Page)}（それぞれ100点満点）", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("提出済みです", (await clerk.OpenAsync(check.Path)).Heading, StringComparison.Ordinal);
        Assert.Equal(
            1,
            (await clerk.OpenAsync($"{PathOf("zaisei")}submissions")).Html.Split(
                $"{first.Location!.Split('/')[^2]}/original\"").Length - 1);

        var same = await CheckAsync(clerk, "zaisei", Some.Workbook("zaisei", "税の相談を受けた。"));
        Assert.Equal("いまの報告と同じファイルです", same.Page.Heading);
    }

    [Fact]
    public async Task TheChecksOfTheLastDayAreListedWithTheirFindings()
    {
        using var clerk = new Browsing(app, "Department.kodomomirai");
        Assert.DoesNotContain("この24時間の点検", (await clerk.OpenAsync($"{PathOf("kodomomirai")}upload")).Text, StringComparison.Ordinal);
        var first = await CheckAsync(clerk, "kodomomirai", Some.WorkbookOfYear("kodomomirai", 2017));
        using var colleague = new Browsing(app, "Department.kodomomirai", "<i>a colleague</i>");
        var second = await CheckAsync(colleague, "kodomomirai", Some.Workbook("kodomomirai", "講座を開いた。"));

        var page = await clerk.OpenAsync($"{PathOf("kodomomirai")}upload");

        var rows = page.Html.Split("<tr>")[2..];
        Assert.Equal(2, rows.Length);
        Assert.Contains($"href=\"{second.Path}\"", rows[0], StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;a colleague&lt;/i&gt;", rows[0], StringComparison.Ordinal);
        Assert.Contains($"href=\"{first.Path}\"", rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain("data-label=\"直してください\" class=\"num\">0<", rows[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEarlierSubmissionCanBeCheckedAgainAndShowsItsDifference()
    {
        using var clerk = new Browsing(app, "Department.kowan");
        var first = await SubmitAsync(clerk, "kowan", Some.Workbook("kowan", "一年目の取組。"));
        await SubmitAsync(clerk, "kowan", Some.Workbook("kowan", "一年目の取組。", "二年目の取組。"));
        var page = await clerk.OpenAsync(first);
        Assert.Contains("以前の報告", page.Text, StringComparison.Ordinal);

        var again = await clerk.SubmitAsync(page, $"{first}/again");
        var check = await clerk.OpenAsync(again.Location!);

        Assert.Equal("提出できます", check.Heading);
        Assert.Contains("二年目の取組。", check.Text, StringComparison.Ordinal);
        Assert.Contains("－ 削除", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWorkbookWithErrorsShowsTheirNumberAndCannotBeSubmitted()
    {
        using var clerk = new Browsing(app, "Department.kotsu");
        var (path, page) = await CheckAsync(clerk, "kotsu", Some.WorkbookOfYear("kotsu", 2017));

        Assert.Matches("^あと[0-9]+か所直すと提出できます$", page.Heading);
        Assert.DoesNotContain(page.Forms, f => f.Action.EndsWith("/submit", StringComparison.Ordinal));
        var upload = await clerk.OpenAsync($"{PathOf("kotsu")}upload");
        var fields = upload.HiddenFieldsOf($"{PathOf("kotsu")}upload").Select(f => KeyValuePair.Create(f.Name, f.Value));
        var forced = await clerk.PostAsync($"{path}/submit", new FormUrlEncodedContent(fields));
        Assert.Equal(409, forced.Status);
        Assert.StartsWith("PK", (await clerk.OpenAsync($"{path}/marked.xlsx")).Html, StringComparison.Ordinal);
        Assert.Equal("すべての指摘", (await clerk.OpenAsync($"{path}/findings?page=99")).Heading);
    }

    [Fact]
    public async Task SubmittingAfterAColleagueIsRefusedWithTheNameOfTheColleague()
    {
        using var clerk = new Browsing(app, "Department.rinkaibu");
        using var colleague = new Browsing(app, "Department.rinkaibu", "a colleague");
        var check = await CheckAsync(clerk, "rinkaibu", Some.Workbook("rinkaibu", "私の報告。"));
        await SubmitAsync(colleague, "rinkaibu", Some.Workbook("rinkaibu", "同僚の報告。"));

        var refused = await clerk.SubmitAsync(check.Page, $"{check.Path}/submit");

        Assert.Equal((409, "点検のあとに、別の提出が受け付けられました"), (refused.Status, refused.Heading));
        Assert.Contains("a colleagueさんが提出しました", refused.Text, StringComparison.Ordinal);
        var again = await clerk.SubmitAsync(refused, $"{check.Path}/again");
        Assert.Equal("提出できます", (await clerk.OpenAsync(again.Location!)).Heading);
    }

    [Theory]
    [InlineData("Department.kankyo", 403, "この画面を開く権限がありません")]
    [InlineData("Department.jogesuido", 404, "その点検の結果は残っていません")]
    [InlineData("Coordinator", 404, "その点検の結果は残っていません")]
    public async Task ACheckThatExpiredOrBelongsToAnotherDepartmentIsNotShown(string role, int status, string heading)
    {
        using var browser = new Browsing(app, role);
        var page = await browser.OpenAsync($"{PathOf("jogesuido")}checks/2018-jogesuido-0123456789abcdef0123456789abcdef");

        Assert.Equal((status, heading), (page.Status, page.Heading));
    }

    [Fact]
    public async Task ACheckIsNotFoundAtTheAddressOfAnotherDepartment()
    {
        using var clerk = new Browsing(app, "Department.zaisei,Department.jogesuido");
        var check = await CheckAsync(clerk, "jogesuido", Some.Workbook("jogesuido", "水道の相談。"));

        Assert.Equal(404, (await clerk.OpenAsync(
            check.Path.Replace("departments/jogesuido", "departments/zaisei", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task AFileThatIsTooLargeIsRefusedWithAnExplanation()
    {
        using var clerk = new Browsing(app, "Department.kankyo");
        var page = await clerk.OpenAsync($"{PathOf("kankyo")}upload");
        var answer = await clerk.UploadAsync(page, $"{PathOf("kankyo")}upload", new byte[21 * 1024 * 1024]);

        Assert.Equal((413, "ファイルが大きすぎます"), (answer.Status, answer.Heading));
        Assert.Contains("20MBまでのファイルを受け付けます。まだ何も受け付けていません。", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACheckWithAThousandFindingsIsAPageOfLimitedSize()
    {
        using var clerk = new Browsing(app, "Department.jogesuido");
        // Brackets without a partner.
        var workbook = SmallWorkbook.Of("jogesuido", Enumerable.Range(1, 1100).Select(n => (n, $"（取組{n}")));
        var (path, page) = await CheckAsync(clerk, "jogesuido", workbook);

        // If another test has submitted a report of the department, this workbook also has findings about what differs from it.
        Assert.Matches("参考 [12],[0-9]{3}件を見る", page.Text);
        Assert.Contains("ほか1,080か所は、すべての指摘にあります。", page.Text, StringComparison.Ordinal);
        Assert.InRange(page.Html.Length, 1, 200_000);
        Assert.Equal(200, (await clerk.OpenAsync($"{path}/changes?page=2")).Status);
    }

    [Fact]
    public async Task HostileNamesAreShownAsText()
    {
        using var clerk = new Browsing(app, "Department.shiminbunka", "<script>alert(1)</script>");
        await SubmitAsync(clerk, "shiminbunka", Some.Workbook("shiminbunka", "前の報告の取組"));
        var page = await clerk.OpenAsync($"{PathOf("shiminbunka")}upload");
        var sent = await clerk.UploadAsync(
            page, $"{PathOf("shiminbunka")}upload", Some.Workbook("shiminbunka", "<img src=x onerror=alert(1)>"), "<b>\u202Egpj.xlsx");
        var check = await clerk.OpenAsync(sent.Location!);

        var changes = await clerk.OpenAsync($"{sent.Location}/changes");
        foreach (var html in new[] { check.Html, changes.Html })
        {
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>gpj", html, StringComparison.Ordinal);
            Assert.DoesNotContain("\u202E", html, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        }

        Assert.Contains("&lt;b&gt;gpj.xlsx", check.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", changes.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "財政局")]
    [InlineData("workbook", "様式を受け取る")]
    [InlineData("upload", "取り込んで点検する")]
    [InlineData("submissions", "提出の履歴")]
    public async Task EveryScreenOpensForTheCoordinatorToo(string path, string heading)
    {
        using var coordinator = new Browsing(app, "Coordinator");
        var page = await coordinator.OpenAsync(PathOf("zaisei") + path);

        Assert.Equal((200, heading), (page.Status, page.Heading));
    }

    [Fact]
    public async Task TheWorkbookOfADepartmentCanBeDownloaded()
    {
        using var clerk = new Browsing(app, "Department.kankyo");
        var file = await clerk.OpenAsync($"{PathOf("kankyo")}workbook/file");

        Assert.Equal((200, "2018-環境局.xlsx"), (file.Status, file.Message.Content.Headers.ContentDisposition?.FileNameStar));
        Assert.StartsWith("PK", file.Html, StringComparison.Ordinal);
    }

    private static string PathOf(string department) => $"/staff/2018/departments/{department}/";

    private static async Task<(string Path, StaffAnswer Page)> CheckAsync(Browsing clerk, string department, byte[] workbook)
    {
        var page = await clerk.OpenAsync($"{PathOf(department)}upload");
        var sent = await clerk.UploadAsync(page, $"{PathOf(department)}upload", workbook);
        Assert.Equal((303, ""), (sent.Status, sent.Heading));
        return (sent.Location!, await clerk.OpenAsync(sent.Location!));
    }

    private static string ScoresOn(StaffAnswer page) => ThreeScores().Match(page.Text).Value;

    [GeneratedRegex("レベル1 [0-9]+点、レベル2 [0-9]+点、レベル3 [0-9]+点")]
    private static partial Regex ThreeScores();

    /// <returns>The address of the screen that shows the new submission.</returns>
    private static async Task<string> SubmitAsync(Browsing clerk, string department, byte[] workbook)
    {
        var check = await CheckAsync(clerk, department, workbook);
        var done = await clerk.SubmitAsync(check.Page, $"{check.Path}/submit");
        Assert.EndsWith("/receipt", done.Location, StringComparison.Ordinal);
        return done.Location![..^"/receipt".Length];
    }
}
