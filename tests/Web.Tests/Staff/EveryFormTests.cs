using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Tests.Docs;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// Requirements for all screens and forms of the portal. They are found by their routes, so that a new one is tested automatically.
/// </summary>
[Collection(OneWebApp.Name)]
public sealed class EveryFormTests(WebApp app)
{
    [Fact]
    public async Task EveryPostRouteOfThePortalIsAForm()
    {
        var posts = (await Routes.AllAsync())
            .Where(r => r.IsOfPortal && r.Method == "POST" && !r.Pattern.Contains("**", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(posts);
        Assert.All(posts, r => Assert.NotNull(r.Form));
    }

    [Fact]
    public async Task AFormWithoutItsAntiForgeryTokenIsRefused()
    {
        foreach (var path in await FormsAsync())
        {
            using var browser = new Browsing(app, "Coordinator");
            var answers = new[]
            {
                await browser.PostAsync(path, new FormUrlEncodedContent([])),
                await browser.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", "forged")])),
                await browser.PostAsync(path, new StringContent("{}", null, "application/json")),
                await browser.PostAsync(path, new MultipartFormDataContent { { WebApp.Raw([1]), "workbook", "a.xlsx" } }),
            };

            Assert.All(answers, a => Assert.True(a.Status is 400 or 415 && a.Heading.Length > 0, $"{path}: {a.Status} {a.Heading}"));
        }
    }

    [Fact]
    public async Task AFormSentFromAnotherSiteIsRefused()
    {
        foreach (var path in await FormsAsync())
        {
            using var browser = new Browsing(app, "Coordinator");
            var answer = await browser.PostAsync(path, new FormUrlEncodedContent([]), "https://evil.example");

            Assert.Equal((403, "別のサイトからの操作は受け付けません"), (answer.Status, answer.Heading));
        }
    }

    [Fact]
    public async Task EveryAnswerOfThePortalHasSecurityHeadersAndEveryErrorIsAPage()
    {
        foreach (var route in (await Routes.AllAsync()).Where(r => r.IsOfPortal))
        {
            foreach (var role in new[] { null, "Department.zaisei", "Coordinator" })
            {
                using var answer = await app.SendAsync(new(route.Method), AccessMatrixTests.PathOf(route.Pattern), role);
                var place = $"{route.Method} {route.Pattern} as {role}";
                Assert.True(Header(answer, "Content-Security-Policy").StartsWith("default-src 'none';", StringComparison.Ordinal), place);
                Assert.True(Header(answer, "X-Frame-Options") == "DENY" && Header(answer, "Referrer-Policy") == "same-origin", place);
                Assert.True(answer.Headers.CacheControl is { NoStore: true }, place);
                Assert.True(Header(answer, "Strict-Transport-Security") == "max-age=31536000", place);
                if ((int)answer.StatusCode >= 400)
                    Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task TheAntiForgeryCookieIsSecureHttpOnlyAndSameSite()
    {
        using var browser = new Browsing(app, "Coordinator");
        var page = await browser.OpenAsync("/staff/sign-out");

        var cookie = Assert.Single(
            page.Message.Headers.GetValues("Set-Cookie"), c => c.StartsWith("kawasaki-form=", StringComparison.Ordinal));
        Assert.All(["path=/staff", "secure", "samesite=lax", "httponly"],
            flag => Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task AFormShownToOnePersonIsRefusedFromAnother()
    {
        using var first = new Browsing(app, "Coordinator", "one");
        using var second = new Browsing(app, "Coordinator", "another");
        await second.OpenAsync("/staff/sign-out");
        var page = await first.OpenAsync("/staff/sign-out");

        Assert.Equal(303, (await first.SubmitAsync(page, "/staff/sign-out")).Status);
        var stolen = await second.SubmitAsync(page, "/staff/sign-out");
        Assert.Equal((400, "もう一度、画面を開いてから操作してください"), (stolen.Status, stolen.Heading));
    }

    private static async Task<IReadOnlyList<string>> FormsAsync() =>
        [.. (await Routes.AllAsync()).Where(r => r.Form is not null).Select(PathOf)];

    // A route that receives a file checks the anti-forgery token of the form only after it has found the year, so the year must exist.
    private static string PathOf(Route route) =>
        AccessMatrixTests.PathOf(
            route.Form == FormBody.File ? route.Pattern.Replace("{year}", "2018", StringComparison.Ordinal) : route.Pattern);

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
}
