using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;

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

        // The home page of a department that no longer exists links to its last report and advises its clerk to ask for a new role.
        using var ended = new Browsing(app, "Department.kotsu");
        var home = await ended.OpenAsync("/staff/");
        Assert.Contains("ご担当の局・区がありません", home.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/staff/2018/departments/kotsu/\"", home.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/staff/2019/", (await ended.OpenAsync("/staff/2018/departments/kotsu/")).Html, StringComparison.Ordinal);

        using var coordinator = new Browsing(app, "Coordinator");
        Assert.Contains("<option value=\"kotsu\">", (await coordinator.OpenAsync("/staff/audit")).Html, StringComparison.Ordinal);
    }
}
