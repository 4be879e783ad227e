using KawasakiServerless.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>What a person sees in the portal whose browser has been idle for too long.</summary>
[Collection(OneWebApp.Name)]
public sealed class IdleSessionTests(WebApp app) : IAsyncLifetime
{
    private const string Own = "/staff/2018/departments/kankyo/";

    private const string SignOut = "href=\"/.auth/logout?post_logout_redirect_uri=%2Fstaff%2Fsign-in%3Fto%3D"
        + "%252Fstaff%252F2018%252Fdepartments%252Fkankyo%252F\"";

    private readonly KeptLog log = new();
    private readonly LateClock clock = new();
    private PipelineServer? server;

    public async Task InitializeAsync()
    {
        server = PipelineServer.Build(app.Storage, log, services => services.AddSingleton<TimeProvider>(clock));
        await server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        log.Dispose();
        await server!.DisposeAsync();
    }

    [Fact]
    public async Task AnIdlePersonSignsOutFirstAndThenReturnsToThePageBySigningIn()
    {
        using var browser = new Browsing(server!.Address, "Department.kankyo");
        Assert.Equal(200, (await browser.OpenAsync(Own)).Status);
        clock.Ahead = TimeSpan.FromMinutes(61);

        var idle = await browser.OpenAsync(Own);
        Assert.Equal((401, "サインインが必要です"), (idle.Status, idle.Heading));
        Assert.Contains(SignOut, idle.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("a clerk", idle.Html, StringComparison.Ordinal);

        using var signedOut = browser.SignedOut();
        var page = await signedOut.OpenAsync($"/staff/sign-in?to={Uri.EscapeDataString(Own)}");
        Assert.Contains("href=\"/.auth/login/aad?post_login_redirect_uri=%2Fstaff%2F2018%2Fdepartments%2Fkankyo%2F\"", page.Html,
            StringComparison.Ordinal);
        Assert.Contains("kawasaki-seen=;", string.Join('\n', page.Message.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFormThatAnIdlePersonSendsIsNotAccepted()
    {
        using var browser = new Browsing(server!.Address, "Department.kankyo");
        var page = await browser.OpenAsync($"{Own}review");
        clock.Ahead = TimeSpan.FromMinutes(61);

        var late = await browser.SubmitAsync(page, $"{Own}review/message", ("text", "送れない連絡"));

        Assert.Equal((401, "サインインの時間が切れました"), (late.Status, late.Heading));
    }
}
