using KawasakiServerless.Application.Health;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Web.Tests.Api;

/// <summary>A monitor learns from /api/health that no night has run.</summary>
public sealed class OverdueNightFacts(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task HealthIsUnhealthyTwentySixHoursAfterTheLastNight()
    {
        var longAgo = DateTimeOffset.UtcNow.AddHours(-27);
        await app.Get<PublicationStore>().AddAsync(
            new(PublicationStore.NewId(longAgo), PublicationState.Unchanged, Triggers.Nightly, "timer", longAgo,
                null)
            { FinishedAt = longAgo },
            default);

        // What was found is kept for some seconds: the request itself has the night's work done, and must not see it.
        await app.Get<HealthCheck>().CheckAsync(default);

        using var answer = await app.SendAsync(HttpMethod.Get, "/api/health", null);

        var problem = await AccessFacts.AssertProblemAsync(answer);
        Assert.Equal((503, "night-overdue"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
    }
}
