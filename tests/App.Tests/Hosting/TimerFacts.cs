using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KawasakiServerless.App.Tests.Hosting;

[Collection(OneHostedApp.Name)]
public sealed partial class TimerFacts(HostedApp app)
{
    [Fact]
    public async Task TheHostIsAnsweredAtTheRoot()
    {
        using var answer = await app.Http.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task ATimerPublishesAnswersTheHostsJsonAndWritesNothingTheSecondTime()
    {
        await app.UploadAsync("rinkaibu", Some.Sample("rinkaibu"), "Coordinator");
        await app.SendAsync(HttpMethod.Post, "/api/years/2018/release", "Coordinator");

        var first = await LogsOfAsync("NightlyPublish");
        var second = await LogsOfAsync("NightlyPublish");

        Assert.Matches("publication .* Live: [1-9][0-9]* rendered", first[^1]);
        Assert.Matches(" 0 written, 0 removed", second[^1]);
    }

    [Fact]
    public async Task TheSweepAnswersTheHostsJsonToo() => Assert.Empty(await LogsOfAsync("Sweep"));

    [Theory]
    [InlineData("GET", "/NightlyPublish")]
    [InlineData("POST", "/api/../NightlyPublish")]
    [InlineData("POST", "/api/%2e%2e/NightlyPublish")]
    [InlineData("POST", "/staff/../Sweep")]
    [InlineData("POST", "//NightlyPublish")]
    [InlineData("POST", "/NightlyPublish/")]
    [InlineData("POST", "/NightlyPublish?x=1")]
    [InlineData("POST", "/nightlypublish")]
    [InlineData("POST", "http://localhost/api/../NightlyPublish")]
    public async Task NoOtherRequestLineReachesATimer(string method, string target)
    {
        var status = await SendRawAsync(method, target);

        Assert.InRange(status, 400, 405);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not json")]
    public async Task OnlyATimersPayloadIsTaken(string body)
    {
        using var answer = await app.SendAsync(HttpMethod.Post, "/NightlyPublish", "Coordinator", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void OnlyTheInterfaceAndTheStaffPortalAreRoutedToThePublic()
    {
        var bindings = Directory.EnumerateFiles(AppContext.BaseDirectory, "function.json", SearchOption.AllDirectories)
            .SelectMany(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement.GetProperty("bindings").EnumerateArray()).ToList();

        var routes = bindings.Where(b => b.GetProperty("type").GetString() == "httpTrigger").Select(b => b.GetProperty("route").GetString()!).ToList();
        Assert.NotEmpty(routes);
        Assert.All(routes, r => Assert.True(r.StartsWith("api/", StringComparison.Ordinal) || r.StartsWith("staff/", StringComparison.Ordinal), r));
        Assert.Equal(2, bindings.Count(b => b.GetProperty("type").GetString() == "timerTrigger"));
    }

    private async Task<List<string>> LogsOfAsync(string function)
    {
        using var answer = await app.PostTimerAsync(function);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["Outputs", "Logs", "ReturnValue"], json.RootElement.EnumerateObject().Select(p => p.Name));
        return [.. json.RootElement.GetProperty("Logs").EnumerateArray().Select(l => l.GetString()!)];
    }

    // HttpClient would tidy the path before sending it.
    private async Task<int> SendRawAsync(string method, string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(app.Address.Host, app.Address.Port);
        const string Body = """{"Data":{"timer":{}}}""";
        var request = $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n{Body}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        return int.Parse(StatusLine().Match(await reader.ReadLineAsync() ?? "").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^HTTP/1.1 ([0-9]{3})")]
    private static partial Regex StatusLine();
}
