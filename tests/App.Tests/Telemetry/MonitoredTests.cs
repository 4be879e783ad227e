using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KawasakiServerless.Testing;
using KawasakiServerless.Testing.Host;

namespace KawasakiServerless.App.Tests.Telemetry;

/// <summary>
/// Tests what the .NET worker process sends to Application Insights: one trace leads from an upload to its publication, and nothing that
/// departments wrote is sent.
/// </summary>
public sealed partial class MonitoredTests : IAsyncLifetime
{
    // The mark is a character that occurs nowhere else, so that any text with it is found in what was sent.
    private const string Mark = "麤", Clerk = $"{Mark}担当";

    private readonly AzuriteFixture azurite = new() { Stores = 1 };
    private readonly HttpClient http = new(new HttpClientHandler { UseCookies = false, CheckCertificateRevocationList = true });
    private InsightsStandIn insights = null!;
    private FunctionsHost host = null!;
    private string storage = "", token = "";

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        (insights, storage) = (await InsightsStandIn.StartAsync(), azurite.NewStore());
        host = await FunctionsHost.StartAsync(insights.Monitor(HostedApp.SettingsFor(storage)));
        http.BaseAddress = host.Address;
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
        await insights.DisposeAsync();
        await azurite.DisposeAsync();
    }

    [Fact]
    public async Task TelemetryTracesUploadsAndPublicationsWithoutTheTextsOfDepartments()
    {
        await UseEverythingAsync();
        // A .NET worker process that is stopped in an orderly way first sends the telemetry that it has not sent yet.
        await host.TerminateAsync(TimeSpan.FromMinutes(1));

        AssertOneTrace();
        AssertMetrics();
        Assert.Contains(insights.ItemsOf("MessageData"), m => m.Data.GetRawText().Contains("Nightly run", StringComparison.Ordinal));
        Assert.Contains("Nightly run: publication", host.Printed, StringComparison.Ordinal);
        var key = Regex.Match(
            storage, "AccountKey=(?<key>[^;]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["key"].Value;
        foreach (var secret in new[] { Mark, Uri.EscapeDataString(Mark), key, SignedIn.As(Clerk, "Coordinator"), token })
        {
            Assert.NotEmpty(secret);
            // The lines are JSON, in which some characters of a text may be escaped, such as \u9EA4, \u002B for + and \u002F for /.
            foreach (var written in new[] { secret, JsonSerializer.Serialize(secret).Trim('"') })
                Assert.DoesNotContain(insights.Lines, line => line.Contains(written, StringComparison.OrdinalIgnoreCase));
        }

        Assert.DoesNotContain(Mark, host.Output, StringComparison.Ordinal);
    }

    private void AssertOneTrace()
    {
        var activities = insights.ItemsOf("RemoteDependencyData");
        var upload = Assert.Single(activities, a => a.Name == "submission" && a.Property("submission.outcome") == "accepted");
        var published = Assert.Single(
            activities, a => a.Name == "submission.published" && a.Property("submission.id") == upload.Property("submission.id"));
        var publication = Assert.Single(
            activities, a => a.Name == "publication" && a.Property("publication.id") == published.Property("publication.id"));

        Assert.Equal((upload.Operation, upload.Id), (published.Operation, published.Parent));
        Assert.Contains(publication.Id!, published.Property("_MS.links"), StringComparison.Ordinal);
        Assert.Contains(
            activities, a => a.Name == "publication.rendering" && a.Parent == publication.Id && a.Operation == publication.Operation);
        Assert.Contains(activities, a => a.Name == "night" && a.Operation == publication.Operation);
    }

    private void AssertMetrics()
    {
        var names = insights.ItemsOf("MetricData").Select(m => m.Data.GetProperty("metrics")[0].GetProperty("name").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            new HashSet<string>(
                ["kawasaki.submissions", "kawasaki.submission.duration", "kawasaki.publications", "kawasaki.night.age", "kawasaki.submission.unfinished.age"],
                StringComparer.Ordinal),
            names);
    }

    private async Task UseEverythingAsync()
    {
        await UploadAsync(Some.Workbook("zaisei", $"{Mark}を訪問した。", "講座を開いた。"), HttpStatusCode.Created);
        await UploadAsync(Some.Workbook("zaisei", $"{Mark}を訪問した。", new string('長', 40_000)), HttpStatusCode.UnprocessableEntity);
        await UploadAsync(Encoding.UTF8.GetBytes($"{Mark}はブックではない"), HttpStatusCode.UnprocessableEntity);
        await SendAsync(HttpMethod.Post, "/api/years/2018/release");
        await host.RunTimerAsync("NightlyPublish");
        await host.RunTimerAsync("Sweep");
        await SendAsync(HttpMethod.Get, $"/api/departments/zaisei/submissions?q={Mark}");
        await SendAsync(HttpMethod.Get, $"/api/submissions/{Mark}");
        await SendAsync(HttpMethod.Get, $"/staff/{Mark}");
        await WriteMessageAsync();
        using var purge = new StringContent($$"""{"record":"{{Mark}}"}""", Encoding.UTF8, "application/json");
        await SendAsync(HttpMethod.Post, "/api/purges", purge);
    }

    private async Task UploadAsync(byte[] workbook, HttpStatusCode expected)
    {
        using var content = new ByteArrayContent(workbook);
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = $"{Mark}の報告.xlsx" };
        using var answer = await SendAsync(HttpMethod.Post, "/api/departments/zaisei/submissions?year=2018", content);
        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task WriteMessageAsync()
    {
        const string Path = "/staff/2018/departments/zaisei/review";
        using var page = await SendAsync(HttpMethod.Get, Path);
        var html = await page.Content.ReadAsStringAsync();
        token = Hidden().Match(html).Groups["value"].Value;
        using var form = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("section", ""), new("text", $"{Mark}です")]);
        using var request = Signed(HttpMethod.Post, $"{Path}/message", form);
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        request.Headers.Add("Origin", "https://care.example");
        using var answer = await http.SendAsync(request);
        Assert.Contains(Mark, await (await SendAsync(HttpMethod.Get, Path)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null) =>
        http.SendAsync(Signed(method, path, content));

    private static HttpRequestMessage Signed(HttpMethod method, string path, HttpContent? content) =>
        new(method, path) { Content = content, Headers = { { SignedIn.Header, SignedIn.As(Clerk, "Coordinator") } } };

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();
}
