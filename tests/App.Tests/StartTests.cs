using System.Net;
using KawasakiServerless.Testing.Host;

namespace KawasakiServerless.App.Tests;

/// <summary>
/// Tests what the .NET worker process does when it is started in a wrong way, or while storage or telemetry is unreachable.
/// </summary>
public sealed class StartTests
{
    // Nothing listens on port 1.
    private const string Unreachable =
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YWJj;BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;";

    [Theory]
    [InlineData("AzureWebJobsStorage", "", "AzureWebJobsStorage")]
    [InlineData("AzureWebJobsStorage", "no connection string", "AzureWebJobsStorage")]
    [InlineData("SITE_URL", "", "SITE_URL")]
    [InlineData("SITE_URL", "care.example", "SITE_URL")]
    [InlineData("FEEDBACK_URL", "https://care.example/", "FEEDBACK_URL")]
    [InlineData("DATA_LICENSE", "CC BY", "DATA_LICENSE")]
    [InlineData("REPORTING_YEAR", "soon", "REPORTING_YEAR")]
    [InlineData("NIGHTLY_SCHEDULE", "", "NIGHTLY_SCHEDULE")]
    [InlineData("NIGHTLY_SCHEDULE", "02:00", "NIGHTLY_SCHEDULE")]
    [InlineData("NIGHTLY_SCHEDULE", "0 17 * * *", "NIGHTLY_SCHEDULE")]
    [InlineData("SiteStorage", "no connection string", "SiteStorage")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "nonsense", "APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public async Task AnInvalidSettingEndsTheWorkerWithAnErrorThatNamesIt(string setting, string value, string named)
    {
        var settings = HostedApp.SettingsFor(Unreachable);
        settings[setting] = value;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => FunctionsHost.StartAsync(settings));

        Assert.Contains("ended with 1", failure.Message, StringComparison.Ordinal);
        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClientId=1")]
    [InlineData("Authorization=AAD;Authorization=AAD")]
    public async Task AnInvalidAuthenticationOfTelemetryEndsTheWorkerWithAnErrorThatNamesTheSetting(string value)
    {
        var settings = HostedApp.SettingsFor(Unreachable);
        settings["APPLICATIONINSIGHTS_CONNECTION_STRING"] =
            "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:1/";
        settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = value;

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => FunctionsHost.StartAsync(settings));

        Assert.Contains($"APPLICATIONINSIGHTS_AUTHENTICATION_STRING is {value}; it must be", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOutageOfStorageAtTheStartDoesNotEndTheWorker()
    {
        await using var host = await FunctionsHost.StartAsync(HostedApp.SettingsFor(Unreachable));
        using var http = new HttpClient { BaseAddress = host.Address };

        using var health = await http.GetAsync("/api/health");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Contains("storage-unavailable", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.RunTimerAsync("Sweep"));
    }

    [Fact]
    public async Task TheWorkerStartsWhileTheTelemetryCollectorCannotBeReached()
    {
        var settings = HostedApp.SettingsFor(Unreachable);
        settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1";

        await using var host = await FunctionsHost.StartAsync(settings);

        Assert.Equal(4, host.Functions.Count);
    }

    [Fact]
    public async Task StartingTheWorkerWithoutAHostPrintsTheCommandForTheLocalRun()
    {
        var result = await FunctionsHost.RunWithoutHostAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("dotnet run --project functions/Local", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }
}
