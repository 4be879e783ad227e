using KawasakiServerless.Application.Health;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Web.Tests.Api;

/// <summary>If no nightly run has succeeded for 26 hours, /api/health tells a monitor so.</summary>
public sealed class OverdueNightTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task TheHealthCheckFails26HoursAfterTheLastNightlyRun()
    {
        var longAgo = DateTimeOffset.UtcNow.AddHours(-27);
        await app.Get<PublicationStore>().AddAsync(
            new(PublicationStore.NewId(longAgo), PublicationState.Unchanged, Triggers.Nightly, "timer", longAgo,
                null)
            { FinishedAt = longAgo },
            default);

        // The result of a health check is cached for some seconds. The check runs here, before the request, because every request makes the
        // app start an overdue nightly run: a check during the request might find none overdue.
        await app.Get<HealthCheck>().CheckAsync(default);

        var answers = await Task.WhenAll(
            app.SendAsync(HttpMethod.Get, "/api/health", null), app.SendAsync(HttpMethod.Get, "/api/health", "Coordinator"));

        var problems = await Task.WhenAll(answers.Select(AccessTests.AssertProblemAsync));
        Assert.All(answers, answer => Assert.Equal(503, (int)answer.StatusCode));
        Assert.All(problems, problem => Assert.Equal("night-overdue", problem.GetProperty("code").GetString()));
        // Only staff learn when the last run was and what to look at.
        Assert.Equal([false, true], problems.Select(
            problem => problem.GetProperty("detail").GetString()!.Contains("NightlyPublish", StringComparison.Ordinal)));
    }
}
