using System.Net;
using KawasakiServerless.Testing;
using KawasakiServerless.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// Tests the sign-in for development, which developers use on their machines instead of signing in with the city's user directory (identity
/// provider).
/// </summary>
[Collection(OneWebApp.Name)]
public sealed class DevelopmentSignInTests(WebApp app) : IAsyncLifetime
{
    private readonly KeptLog log = new();
    private readonly List<string> origins = [];
    private readonly HttpClient http = new(new HttpClientHandler { CookieContainer = new(), CheckCertificateRevocationList = true });
    private readonly LateClock clock = new();
    private PipelineServer? server;

    public async Task InitializeAsync()
    {
        server = PipelineServer.Build(app.Storage, log, services => services
            .AddDevelopmentSignIn()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new OwnOrigins(origins)));
        await server.StartAsync();
        http.BaseAddress = server.Address;
        origins.Add(server.Address.GetLeftPart(UriPartial.Authority));
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        log.Dispose();
        await server!.DisposeAsync();
    }

    [Fact]
    public async Task ADeveloperChoosesRolesSignsInAndSignsOut()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await OpenAsync("/staff/")).Message.StatusCode);
        var answer = await SubmitAsync("/staff/sign-in?to=/staff/2018/departments/zaisei/", "/staff/sign-in",
            ("role", "Department.kankyo"), ("role", "Department.zaisei"));
        Assert.Equal((200, "財政局"), (answer.Status, answer.Heading));
        Assert.Equal("ご担当の局・区", (await OpenAsync("/staff/")).Heading);
        Assert.Equal(403, (await OpenAsync("/staff/2018/departments/kotsu/")).Status);

        Assert.Equal("サインアウトしました", (await SubmitAsync("/staff/sign-out", "/staff/sign-out")).Heading);
        Assert.Equal(401, (await OpenAsync("/staff/")).Status);
    }

    [Theory]
    [InlineData("Department.nowhere")]
    [InlineData("Administrator")]
    public async Task DevelopmentSignInRefusesRolesThatAreNotInTheRegister(string role)
    {
        var answer = await SubmitAsync("/staff/sign-in", "/staff/sign-in", ("role", role));

        Assert.Equal(422, answer.Status);
        Assert.Contains("役割で使うかを、一つ以上選んでください", answer.Text, StringComparison.Ordinal);
        Assert.Equal(401, (await OpenAsync("/staff/")).Status);
    }

    [Theory]
    [InlineData(59, 200)]
    [InlineData(61, 401)]
    public async Task ADevelopmentSessionEndsAfterAnHourWithoutUse(int minutes, int status)
    {
        await SubmitAsync("/staff/sign-in", "/staff/sign-in", ("role", "Coordinator"));
        clock.Ahead = TimeSpan.FromMinutes(minutes);

        Assert.Equal(status, (await OpenAsync("/staff/")).Status);
    }

    [Fact]
    public async Task ADevelopmentSessionEndsAfterEightHoursEvenIfItIsUsed()
    {
        await SubmitAsync("/staff/sign-in", "/staff/sign-in", ("role", "Coordinator"));
        for (var hours = 0.5; hours < 8; hours += 0.5)
        {
            clock.Ahead = TimeSpan.FromHours(hours);
            Assert.Equal(200, (await OpenAsync("/staff/")).Status);
        }

        clock.Ahead = TimeSpan.FromHours(8.1);
        Assert.Equal(401, (await OpenAsync("/staff/")).Status);
    }

    [Fact]
    public async Task TheSessionCookieIsHttpOnlyAndLimitedToThePortal()
    {
        var page = await OpenAsync("/staff/sign-in");
        var fields = page.HiddenFieldsOf("/staff/sign-in").Append(("role", "Coordinator"))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/staff/sign-in") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", origins[0]);
        request.Headers.Add("Cookie", page.Message.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var plain = new HttpClient(new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            CheckCertificateRevocationList = true
        })
        { BaseAddress = server!.Address };
        using var answer = await plain.SendAsync(request);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(DevelopmentSessions.Cookie, StringComparison.Ordinal));
        Assert.All(["path=/staff", "samesite=lax", "httponly"], flag => Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("Coordinator", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", 401)]
    [InlineData("Department.kankyo", 200)]
    public async Task TheRoleHeaderOfTheApiWorksInThePortalToo(string role, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/staff/2018/departments/kankyo/");
        request.Headers.Add(DevelopmentCallers.RoleHeader, role);
        using var answer = await http.SendAsync(request);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    private async Task<StaffAnswer> OpenAsync(string path)
    {
        var answer = await http.GetAsync(path);
        return new(answer, await answer.Content.ReadAsStringAsync());
    }

    private async Task<StaffAnswer> SubmitAsync(string path, string action, params IEnumerable<(string Name, string Value)> fields)
    {
        var page = await OpenAsync(path);
        var content = new FormUrlEncodedContent(
            page.HiddenFieldsOf(action).Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
        request.Headers.Add("Origin", origins[0]);
        var answer = await http.SendAsync(request);
        return new(answer, await answer.Content.ReadAsStringAsync());
    }
}
