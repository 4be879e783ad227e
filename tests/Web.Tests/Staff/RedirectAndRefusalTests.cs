namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>Responses that a user may get instead of a screen of the portal: the request to sign in, redirects, and refusals.</summary>
[Collection(OneWebApp.Name)]
public sealed class RedirectAndRefusalTests(WebApp app)
{
    private const string Own = "/staff/2018/departments/kankyo/";

    [Fact]
    public async Task AVisitorWhoIsNotSignedInGetsASignInLinkThatReturnsToThePage()
    {
        using var browser = new Browsing(app, role: null);
        var page = await browser.OpenAsync($"{Own}?x=1");

        Assert.Equal((401, "サインインが必要です"), (page.Status, page.Heading));
        Assert.Contains("href=\"/.auth/login/aad?post_login_redirect_uri=%2Fstaff%2F2018%2Fdepartments%2Fkankyo%2F%3Fx%3D1\"", page.Html,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHomePageRedirectsAClerkToTheOnlyDepartment()
    {
        using var browser = new Browsing(app, "Department.kankyo");
        var home = await browser.OpenAsync("/staff/");

        Assert.Equal((303, Own), (home.Status, home.Location));
        Assert.Equal("環境局", (await browser.OpenAsync(Own)).Heading);
    }

    [Fact]
    public async Task AClerkOfSeveralDepartmentsChoosesAmongThemOnly()
    {
        using var browser = new Browsing(app, "Department.kankyo,Department.zaisei");
        var home = await browser.OpenAsync("/staff/");

        Assert.Equal((200, "ご担当の局・区"), (home.Status, home.Heading));
        Assert.Contains("/staff/2018/departments/zaisei/", home.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/staff/2018/departments/kotsu/", home.Html, StringComparison.Ordinal);
        Assert.Contains("環境局、財政局", Ordered(home.Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheCoordinatorSeesAllDepartmentsOnTheBoard()
    {
        using var browser = new Browsing(app, "Coordinator");
        var home = await browser.OpenAsync("/staff/");
        var board = await browser.OpenAsync(home.Location!);

        Assert.Equal("提出状況", board.Heading);
        Assert.Equal(23, board.Html.Split("/staff/2018/departments/").Length - 1);
    }

    [Theory]
    [InlineData("zaisei")]
    [InlineData("nowhere")]
    [InlineData("ZAISEI")]
    [InlineData("..%2fkankyo")]
    public async Task TheRefusalOfAnotherDepartmentDoesNotRevealWhetherItExists(string code)
    {
        using var browser = new Browsing(app, "Department.kankyo");
        var page = await browser.OpenAsync($"/staff/2018/departments/{code}/");

        Assert.Equal((403, "この画面を開く権限がありません"), (page.Status, page.Heading));
        Assert.DoesNotContain("財政局", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/staff/nothing", 404, "お探しの画面は見つかりません")]
    [InlineData("/staff", 303, "")]
    [InlineData("/staff/1999/departments/kankyo/", 404, "その報告年度はまだありません")]
    [InlineData("/staff/soon/departments/kankyo/", 404, "その報告年度はまだありません")]
    [InlineData("/staff/assets/staff.css", 404, "お探しの画面は見つかりません")]
    public async Task AnUnknownAddressOfThePortalIsANotFoundPage(string path, int status, string heading)
    {
        using var browser = new Browsing(app, "Department.kankyo");
        var page = await browser.OpenAsync(path);

        Assert.Equal((status, heading), (page.Status, page.Heading));
    }

    [Fact]
    public async Task AnUnsupportedHttpMethodIsRefusedOnAPage()
    {
        using var answer = await app.SendAsync(HttpMethod.Delete, "/staff/", "Coordinator");

        Assert.Equal(405, (int)answer.StatusCode);
        Assert.Contains("<h1>その操作は受け付けていません</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStylesheetIsCachedPermanentlyAndContainsThePublicSitesStyles()
    {
        using var browser = new Browsing(app, role: null);
        var page = await browser.OpenAsync("/staff/sign-in");
        var address = page.Html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        var styles = await browser.OpenAsync(address);

        Assert.Equal("public, max-age=31536000, immutable", styles.Message.Headers.CacheControl?.ToString());
        Assert.Contains("--focus-ring: #ffd43d", styles.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/staff/2018/departments/kankyo/", "%2Fstaff%2F2018%2Fdepartments%2Fkankyo%2F")]
    [InlineData("https://evil.example/", "%2Fstaff%2F")]
    [InlineData("//evil.example/", "%2Fstaff%2F")]
    [InlineData("/staff/\\evil", "%2Fstaff%2F")]
    public async Task TheSignInLinkNeverReturnsToAnotherSite(string to, string back)
    {
        using var browser = new Browsing(app, role: null);
        var page = await browser.OpenAsync($"/staff/sign-in?to={Uri.EscapeDataString(to)}");

        Assert.Contains($"/.auth/login/aad?post_login_redirect_uri={back}\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheDevelopmentSignInDoesNotExistInAzure()
    {
        using var browser = new Browsing(app, role: null);
        var page = await browser.OpenAsync("/staff/sign-out");
        var token = page.HiddenFieldsOf("/staff/sign-out").ToList();
        var answer = await browser.PostAsync("/staff/sign-in", new FormUrlEncodedContent(
            [.. token.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("role", "Coordinator")]));

        Assert.Equal(404, answer.Status);
        Assert.False(answer.Message.Headers.Contains("Set-Cookie"));
    }

    private static string Ordered(string text) =>
        text.Contains("財政局、環境局", StringComparison.Ordinal) ? text.Replace("財政局、環境局", "環境局、財政局", StringComparison.Ordinal) : text;
}
