using System.Net.Http.Json;
using System.Text.Json;
using KawasakiServerless.Application.NightlyPublish;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Api;

/// <summary>As long as no year is released there is nothing to publish, which is not a failure.</summary>
public sealed class BeforeReleaseTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task BeforeAReleaseTheNightlyRunReportsThatThereIsNothingToPublish()
    {
        await app.Get<NightlyRun>().RunAsync(default);

        Assert.Contains("No reporting year is released; there is nothing to publish",
            (await HistoryAsync())[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        await AssertNoneFailedAsync();
    }

    [Fact]
    public async Task BeforeAReleaseThePublishCommandReportsThisAndSucceeds()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = app.Storage };

        var result = await AppProcess.RunAsync(settings, "publish");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("No reporting year is released", result.Output, StringComparison.Ordinal);
        await AssertNoneFailedAsync();
    }

    [Fact]
    public async Task BeforeAReleaseARequestToPublishIsRefusedAndNamesTheReleaseRoute()
    {
        using var answer = await app.SendAsync(HttpMethod.Post, "/api/publications", "Coordinator");

        var problem = await AccessTests.AssertProblemAsync(answer);
        Assert.Equal((409, "nothing-released"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains("/api/years/2018/release", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await AssertNoneFailedAsync();
    }

    [Fact]
    public async Task ANightlyRunThatPublishedNothingCannotBeRestored()
    {
        await app.Get<NightlyRun>().RunAsync(default);
        var id = (await HistoryAsync())[0].GetProperty("id").GetString();

        using var answer = await app.SendAsync(HttpMethod.Post, $"/api/publications/{id}/restore", "Coordinator");

        Assert.Equal("publication-gone", (await AccessTests.AssertProblemAsync(answer)).GetProperty("code").GetString());
    }

    private async Task AssertNoneFailedAsync() =>
        Assert.All(await HistoryAsync(), p => Assert.Equal("unchanged", p.GetProperty("state").GetString()));

    private async Task<List<JsonElement>> HistoryAsync()
    {
        using var answer = await app.SendAsync(HttpMethod.Get, "/api/publications", "Coordinator");
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray()];
    }
}
