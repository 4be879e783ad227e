using System.Net;
using KawasakiServerless.Application;
using KawasakiServerless.Application.Settings;
using KawasakiServerless.Testing;
using KawasakiServerless.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Local.Tests.LocalRun;

public sealed class LocalRunTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("kawasaki-local-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task TheLocalRunPublishesTheSamplesSurvivesAKillAndStopsWithCtrlC()
    {
        await using var first = await AppProcess.LocalAsync(data);
        await AssertServesAsync(first);
        await first.KillAsync();

        await using var second = await AppProcess.LocalAsync(data);

        Assert.Contains("already contains submissions", second.Output, StringComparison.Ordinal);
        Assert.Equal(0, await second.InterruptAsync());
    }

    [Theory]
    [InlineData(Schedules.Nightly, "2026-04-01T18:00:00", "2026-04-02T17:00:00")]
    [InlineData(Schedules.Sweep, "2026-04-01T18:01:00", "2026-04-01T18:10:00")]
    public void TheTimersRunAtTwoInJapanAndEveryTenMinutes(string schedule, string after, string next) =>
        Assert.Equal(Utc(next), ScheduleSettings.Parse(schedule).GetNextOccurrence(Utc(after)));

    [Theory]
    [InlineData("127.0.0.1", "localhost:7071", null, true)]
    [InlineData("127.0.0.1", "127.0.0.1:7071", null, true)]
    [InlineData("127.0.0.1", "rebound.example:7071", null, false)]
    [InlineData("192.0.2.1", "localhost:7071", null, false)]
    [InlineData("127.0.0.1", "localhost:7071", "none", false)]
    public void TheDevelopmentIdentityIsGivenOnlyToRequestsFromThisMachine(string address, string host, string? role, bool isSomebody)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        context.Request.Host = new HostString(host);
        if (role is not null)
            context.Request.Headers[DevelopmentCallers.RoleHeader] = role;

        var sessions = new DevelopmentSessions(new EphemeralDataProtectionProvider(), TimeProvider.System);
        Assert.Equal(isSomebody, new DevelopmentCallers(sessions).Of(context) is not null);
    }

    private async Task AssertServesAsync(AppProcess app)
    {
        using var http = new HttpClient { BaseAddress = app.Address };

        Assert.Contains("19 workbooks ingested", app.Output, StringComparison.Ordinal);
        Assert.Contains("The data has the licence CC BY 4.0", app.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/")).StatusCode);
        Assert.Contains("地域包括ケア", await http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/no/such/page/")).StatusCode);
        Assert.Equal("/about/", (await http.GetAsync("/about")).RequestMessage?.RequestUri?.AbsolutePath);
        await AssertStaysHereAsync(app.Address, "//about?x=1", "/about/?x=1");
        var second = await AppProcess.RunAsync("--port", $"{app.Address.Port}", "--data", Path.Combine(data.FullName, "second"));
        Assert.Equal((1, ""), (second.ExitCode, second.Output));
        Assert.Contains("--port", second.Error, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await http.PostAsync("/NightlyPublish", new StringContent("{}"))).StatusCode);
    }

    private static async Task AssertStaysHereAsync(Uri address, string asked, string location)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true });
        using var answer = await http.GetAsync(new Uri($"{address.GetLeftPart(UriPartial.Authority)}{asked}"));

        Assert.Equal(location, answer.Headers.Location?.OriginalString);
    }

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AdjustToUniversal);
}
