using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>When the next year is already open, departments can still reach the report of the previous year.</summary>
public sealed class OtherYearTests(WebApp app) : IClassFixture<WebApp>
{
    private static readonly FiscalYear Next = FiscalYear.Of(2019);

    [Fact]
    public async Task TheHomePageOfADepartmentLinksToItsReportOfTheYearBefore()
    {
        await app.Get<NextYear>().OpenAsync(Next, "the coordinator", default);
        using var rejected = await app.SendAsync(
            HttpMethod.Post, "/api/departments/kotsu/submissions?year=2019", "Department.kotsu", WebApp.Raw("no workbook"u8.ToArray()));
        var rejection = await rejected.Content.ReadFromJsonAsync<JsonElement>();
        var editing = app.Get<RegisterEditing>();
        var without = await editing.ReorganiseAsync(Next, new Reorganisation.Abolish("kotsu"), default);
        Assert.IsType<RegisterOutcome.Saved>(await editing.SaveAsync(without!.Draft, "the coordinator", default));

        // The workbook that the department submitted before its end is still there, with its findings.
        using var marked = await app.SendAsync(
            HttpMethod.Get, $"/api/submissions/{rejection.GetProperty("submission").GetString()}/report.xlsx", "Department.kotsu");
        Assert.Equal(HttpStatusCode.OK, marked.StatusCode);

        using var clerk = new Browsing(app, "Department.zaisei");
        Assert.Equal("/staff/2019/departments/zaisei/", (await clerk.OpenAsync("/staff/")).Location);
        Assert.Contains("href=\"/staff/2018/departments/zaisei/\"", (await clerk.OpenAsync("/staff/2019/departments/zaisei/")).Html,
            StringComparison.Ordinal);
        Assert.Contains("href=\"/staff/2019/departments/zaisei/\"", (await clerk.OpenAsync("/staff/2018/departments/zaisei/")).Html,
            StringComparison.Ordinal);

        await AssertSentBackIsToldAsync(clerk);

        // The home page of a department that no longer exists links to its last report and advises its clerk to ask for a new role.
        using var ended = new Browsing(app, "Department.kotsu");
        var home = await ended.OpenAsync("/staff/");
        Assert.Contains("ご担当の局・区がありません", home.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/staff/2018/departments/kotsu/\"", home.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/staff/2019/", (await ended.OpenAsync("/staff/2018/departments/kotsu/")).Html, StringComparison.Ordinal);

        using var coordinator = new Browsing(app, "Coordinator");
        Assert.Contains("<option value=\"kotsu\">", (await coordinator.OpenAsync("/staff/audit")).Html, StringComparison.Ordinal);
    }

    // The coordinator sends back the report of the year before.
    private async Task AssertSentBackIsToldAsync(Browsing clerk)
    {
        const string Review = "/staff/2018/departments/zaisei/review";
        Assert.DoesNotContain("差し戻され", (await clerk.OpenAsync("/staff/2019/departments/zaisei/")).Text, StringComparison.Ordinal);
        using var sent = await app.UploadAsync("zaisei", SmallWorkbook.Of("zaisei", (1, "税の講座")), "Department.zaisei");
        sent.EnsureSuccessStatusCode();
        using var coordinator = new Browsing(app, "Coordinator");
        var answer = await coordinator.SubmitAsync(
            await coordinator.OpenAsync(Review), $"{Review}/send-back", ("comment-PlainSummaries", "短くしてください"));
        Assert.Equal(303, answer.Status);

        Assert.Contains(
            "平成30年度の報告が差し戻されています", (await clerk.OpenAsync("/staff/2019/departments/zaisei/")).Text, StringComparison.Ordinal);
        using var several = new Browsing(app, "Department.zaisei,Department.kankyo");
        var home = await several.OpenAsync("/staff/");
        Assert.Contains("前の年度の報告が差し戻されています", home.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Review}\"", home.Html, StringComparison.Ordinal);
    }
}
