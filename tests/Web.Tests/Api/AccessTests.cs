using System.Net;
using System.Text.Json;
using KawasakiServerless.Testing;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Tests.Docs;

namespace KawasakiServerless.Web.Tests.Api;

[Collection(OneWebApp.Name)]
public sealed class AccessTests(WebApp app)
{
    [Theory]
    [InlineData("GET", "/api/departments", null, 401)]
    [InlineData("GET", "/api/departments", "Somebody", 403)]
    [InlineData("GET", "/api/departments", "Department.", 403)]
    [InlineData("GET", "/api/departments", "Department.KANKYO", 403)]
    [InlineData("GET", "/api/departments", "Department.kankyo", 200)]
    [InlineData("GET", "/api/departments/kankyo/template", "Department.kankyo", 200)]
    [InlineData("GET", "/api/departments/kankyo/template", "Department.zaisei", 403)]
    [InlineData("GET", "/api/departments/nowhere/template", "Coordinator", 404)]
    [InlineData("GET", "/api/departments/kankyo/template?year=1999", "Coordinator", 404)]
    [InlineData("GET", "/api/departments/kankyo/template?year=abc", "Coordinator", 404)]
    [InlineData("POST", "/api/departments/kankyo/submissions", null, 401)]
    [InlineData("POST", "/api/departments/kankyo/submissions", "Department.zaisei", 403)]
    [InlineData("GET", "/api/departments/kankyo/submissions", "Department.zaisei", 403)]
    [InlineData("GET", "/api/submissions/2018-kankyo-20260401T000000000-abcdef", "Department.kankyo", 404)]
    [InlineData("GET", "/api/submissions/2018-kankyo-20260401T000000000-abcdef", "Department.zaisei", 403)]
    [InlineData("GET", "/api/submissions/2018-kankyo-20260401T000000000-abcdef/report.xlsx", "Department.kankyo", 404)]
    [InlineData("GET", "/api/submissions/2018-kankyo-20260401T000000000-abcdef/report.xlsx", "Department.zaisei", 403)]
    [InlineData("GET", "/api/submissions/2018-kankyo-20260401T000000000-abcdef/report.xlsx", null, 401)]
    [InlineData("GET", "/api/submissions/..%2f..%2fsecret", "Coordinator", 404)]
    [InlineData("POST", "/api/publications", "Department.kankyo", 403)]
    [InlineData("GET", "/api/publications/nothing", "Coordinator", 404)]
    [InlineData("POST", "/api/publications/20180401T000000000-abcdef/restore", "Coordinator", 404)]
    [InlineData("POST", "/api/publications/20180401T000000000-abcdef/restore", "Department.kankyo", 403)]
    [InlineData("POST", "/api/publications/..%2fsecret/restore", "Coordinator", 404)]
    [InlineData("GET", "/api/publications/hold", "Department.kankyo", 404)]
    [InlineData("POST", "/api/publications/release", "Department.kankyo", 403)]
    [InlineData("POST", "/api/publications/release", null, 401)]
    [InlineData("POST", "/api/publications/release", "Coordinator", 204)]
    [InlineData("POST", "/api/purges", "Department.kankyo", 403)]
    [InlineData("POST", "/api/purges", null, 401)]
    [InlineData("POST", "/api/purges", "Coordinator", 422)]
    [InlineData("GET", "/api/purges/20180401T000000000-abcdef", "Coordinator", 404)]
    [InlineData("GET", "/api/purges/20180401T000000000-abcdef", "Department.kankyo", 403)]
    [InlineData("GET", "/api/purges/..%2fsecret", "Coordinator", 404)]
    [InlineData("POST", "/api/years/2018/release", "Department.kenkofukushi", 403)]
    [InlineData("POST", "/api/years/1999/release", "Coordinator", 404)]
    [InlineData("GET", "/api/health", null, 200)]
    [InlineData("HEAD", "/api/health", null, 200)]
    [InlineData("GET", "/API/health", "Coordinator", 200)]
    [InlineData("GET", "/api", null, 404)]
    [InlineData("GET", "/api/nothing", null, 404)]
    [InlineData("DELETE", "/api/publications", "Coordinator", 405)]
    public async Task EachRouteAnswersEachRoleAsItShould(string method, string path, string? role, int status)
    {
        using var answer = await app.SendAsync(new HttpMethod(method), path, role);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        if (status >= 400)
            await AssertProblemAsync(answer);
    }

    [Theory]
    [InlineData(null, "status")]
    [InlineData("Somebody", "status")]
    [InlineData("Department.", "status")]
    [InlineData("Department.kankyo", "status storage version lastPublication oldestUnfinishedSubmission lastNight")]
    [InlineData("Coordinator", "status storage version lastPublication oldestUnfinishedSubmission lastNight")]
    public async Task OnlyStaffSeeMoreThanTheStatusInTheHealthReport(string? role, string members)
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/api/health", role);

        var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("ok", health.GetProperty("status").GetString());
        Assert.Equal(members, string.Join(' ', health.EnumerateObject().Select(m => m.Name)));
    }

    [Fact]
    public async Task AnEmptyYearIsRefusedWithAnExampleOfAYear()
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/api/departments/kankyo/template?year=", "Coordinator");

        var problem = await AssertProblemAsync(answer);
        Assert.Equal(("unknown-year", "報告年度が空です。year=2018 のように指定してください。"),
            (problem.GetProperty("code").GetString(), problem.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task ARequestWithAnInvalidPrincipalHeaderIsUnauthorized()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/departments");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", "bm90IGpzb24=");

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", null, 403)]
    [InlineData(null, "session=1", 403)]
    [InlineData("https://care.example", "session=1", 200)]
    [InlineData(null, null, 200)]
    public async Task AChangeFromAnotherOriginOrWithACookieButNoOriginIsRefused(string? origin, string? cookie, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/years/2018/release");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", SignedIn.With("Coordinator"));
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task EveryRouteNamesWhoMayUseIt()
    {
        var routes = await Routes.AllAsync();

        Assert.True(routes.Count > 12);
        Assert.All(routes, r => Assert.NotNull(r.Access));
    }

    [Fact]
    public void ThePrincipalHeaderIsTrustedOnlyWhileThePlatformChecksIt()
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Request.Headers[AppServiceCallers.Header] = SignedIn.With("Coordinator");

        Assert.Null(new AppServiceCallers(_ => null).Of(context));
        Assert.True(new AppServiceCallers(_ => "True").Of(context)?.IsCoordinator);
    }

    internal static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.NotEmpty(json.GetProperty("code").GetString()!);
        Assert.Matches("[ぁ-ん]", json.GetProperty("title").GetString()!);
        Assert.Equal((int)answer.StatusCode, json.GetProperty("status").GetInt32());
        return json;
    }
}
