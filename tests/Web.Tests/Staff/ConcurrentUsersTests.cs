using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;
using KawasakiServerless.Web.Limits;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// Many people work at the same time. There are no errors, and nothing that one person does is lost, or undone by another person, without a
/// message.
/// </summary>
public sealed class ConcurrentUsersTests(WebApp app) : IClassFixture<WebApp>
{
    private const int Departments = 20, Readers = 50;

    private const string Byoin = "/staff/2018/departments/byoin/", Shobo = "/staff/2018/departments/shobo/";

    [Fact]
    public async Task SendingBackAReportTwiceIsAConflictThatNamesTheOtherCoordinator()
    {
        using var first = new Browsing(app, "Coordinator", "the coordinator");
        using var second = new Browsing(app, "Coordinator", "another coordinator");
        await UploadAsync("byoin", "講座を開いた。");
        var (seen, seenToo) = (await first.OpenAsync($"{Byoin}review"), await second.OpenAsync($"{Byoin}review"));

        Assert.Equal(303, (await first.SubmitAsync(seen, $"{Byoin}review/send-back", ("comment-Initiatives", "単位を書いてください。"))).Status);
        var late = await second.SubmitAsync(seenToo, $"{Byoin}review/send-back", ("comment-Initiatives", "年度を書いてください。"));

        Assert.Equal((409, "病院局の報告の確認"), (late.Status, late.Heading));
        Assert.Contains("the coordinatorさんの操作（差戻し）が先に行われました", late.Text, StringComparison.Ordinal);
        Assert.Equal("年度を書いてください。", FilledForm.Of(late, $"{Byoin}review/send-back")["comment-Initiatives"]);
        var page = (await second.OpenAsync($"{Byoin}review")).Text;
        Assert.Contains("単位を書いてください。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("年度を書いてください。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnApprovalAppliesOnlyToTheSubmissionThatTheCoordinatorSaw()
    {
        using var coordinator = new Browsing(app, "Coordinator", "the coordinator");
        for (var round = 1; round <= 3; round++)
        {
            await UploadAsync("shobo", $"講習を開いた。{round}");
            var seen = await coordinator.OpenAsync($"{Shobo}review");

            var approving = coordinator.SubmitAsync(seen, $"{Shobo}review/approve");
            await Task.WhenAll(approving, UploadAsync("shobo", $"講習を開いた。{round}、続き"));

            var approved = await approving;
            Assert.True(approved.Status is 303 or 409, $"{approved.Status} {approved.Heading}");
            if (approved.Status == 409)
                Assert.Contains("a clerkさんの操作（提出）が先に行われました", approved.Text, StringComparison.Ordinal);
            Assert.Contains("内容を確かめて、承認するか、差し戻してください。", (await coordinator.OpenAsync($"{Shobo}review")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task DecliningToReportDoesNotReplaceTheReportThatAColleagueHasSubmittedMeanwhile()
    {
        const string Kyoiku = "/staff/2018/departments/kyoiku/";
        using var clerk = new Browsing(app, "Department.kyoiku", "another clerk");
        var stale = await clerk.OpenAsync($"{Kyoiku}review");
        await UploadAsync("kyoiku", "講座を開いた。");

        var late = await clerk.SubmitAsync(stale, $"{Kyoiku}review/nothing");

        Assert.Equal((409, "ほかの方の操作が先に行われました"), (late.Status, late.Heading));
        Assert.Contains("a clerkさんの操作（提出）が先に行われました", late.Text, StringComparison.Ordinal);
        Assert.Contains("提出済", (await clerk.OpenAsync($"{Kyoiku}review")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwentyDepartmentsCanSubmitWhileFiftyPeopleOpenTheBoard()
    {
        using var log = new KeptLog();
        await using var server = PipelineServer.Build(app.Storage, log, services => services.AddSingleton(RateLimits.Default));
        await server.StartAsync();
        var codes = Register.Of2018.Departments.Select(d => d.Code).Except(["byoin", "shobo", "kyoiku"]).Take(Departments).ToList();

        var submitting = Task.WhenAll(codes.Select(c => SubmitAsync(server.Address, c)));
        var boards = await Task.WhenAll(Enumerable.Range(1, Readers).Select(n => LookAsync(server.Address, n)));
        var receipts = await submitting;

        Assert.All(boards, b => Assert.Equal((200, "提出状況"), (b.Status, b.Heading)));
        Assert.All(receipts, r => Assert.Equal((200, "提出を受け付けました"), (r.Status, r.Heading)));
        Assert.DoesNotContain("fail:", log.ToString(), StringComparison.Ordinal);
        var counting = await server.Get<CurrentStore>().OfYearAsync(FiscalYear.Of(2018), default);
        Assert.Equal(
            codes.Order(StringComparer.Ordinal), counting.Select(c => c.Department).Intersect(codes).Order(StringComparer.Ordinal));
        await AssertToldAsync(server.Address, codes);
    }

    // Asserts that the board (the coordinator's list of reports) shows the report of every department as submitted, and that the audit log
    // contains exactly one accepted submission of each department.
    private static async Task AssertToldAsync(Uri server, List<string> codes)
    {
        using var coordinator = new Browsing(server, "Coordinator");
        var submitted = (await coordinator.OpenAsync("/staff/2018/board?state=Submitted")).Html;
        Assert.All(codes, c => Assert.Contains($"/staff/2018/departments/{c}/review", submitted, StringComparison.Ordinal));
        foreach (var code in codes)
            Assert.Equal(1, (await coordinator.OpenAsync($"/staff/audit.csv?department={code}")).Html.Split("提出（受付）").Length - 1);
    }

    private static async Task<StaffAnswer> LookAsync(Uri server, int number)
    {
        using var browser = new Browsing(server, "Coordinator", $"reader {number}");
        return await browser.OpenAsync("/staff/2018/board");
    }

    // Does all that a clerk does to submit: uploads, looks at the check, submits, and looks at the receipt. Returns the receipt.
    private static async Task<StaffAnswer> SubmitAsync(Uri server, string code)
    {
        var folder = $"/staff/2018/departments/{code}/";
        using var clerk = new Browsing(server, $"Department.{code}", $"clerk of {code}");
        var check = await clerk.UploadAsync(
            await clerk.OpenAsync($"{folder}upload"), $"{folder}upload", SmallWorkbook.Of(code, (1, "講座を開いた。")));
        Assert.True(check.Status == 303, $"{code}: {check.Status} {check.Heading}");
        var submitted = await clerk.SubmitAsync(await clerk.OpenAsync(check.Location!), $"{check.Location}/submit");
        Assert.True(submitted.Status == 303, $"{code}: {submitted.Status} {submitted.Heading}");
        return await clerk.OpenAsync(submitted.Location!);
    }

    private async Task UploadAsync(string department, string text)
    {
        using var answer = await app.UploadAsync(department, SmallWorkbook.Of(department, (1, text)), $"Department.{department}");
        answer.EnsureSuccessStatusCode();
    }
}
