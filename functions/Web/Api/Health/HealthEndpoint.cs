using System.Reflection;
using KawasakiServerless.Application.Health;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Health;

/// <summary>How the app is, as anybody may know it. When it is not well there is only a 503.</summary>
public sealed record HealthStatus(string Status);

/// <summary>How the app is, as staff see it.</summary>
/// <param name="LastPublication">When the site last went live.</param>
/// <param name="OldestUnfinishedSubmission">When the oldest submission that has not ended was uploaded; more than a few minutes ago, the
/// sweep does not run. Null for none.</param>
/// <param name="LastNight">When the last nightly run ended well; after 26 hours the app is not well any more. Null when there was
/// none.</param>
public sealed record HealthDetails(
    string Status, string Storage, string Version, DateTimeOffset? LastPublication, DateTimeOffset? OldestUnfinishedSubmission,
    DateTimeOffset? LastNight);

public static class HealthEndpoint
{
    private static readonly string Version = typeof(
        HealthEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "?";

    public static async Task<IResult> GetAsync(HttpContext context, ICallers callers, HealthCheck check, CancellationToken cancellation) =>
        await check.LookAsync(cancellation) switch
        {
            StorageHealth.Good { IsNightOverdue: true } good => ApiProblem.NightOverdue(good.LastNight),
            StorageHealth.Good good when callers.Of(context) is { IsStaff: true } => Results.Ok(DetailsOf(good)),
            StorageHealth.Good => Results.Ok(new HealthStatus("ok")),
            StorageHealth.ReadOnly => ApiProblem.StorageNotWritable(),
            _ => ApiProblem.StorageUnavailable(),
        };

    private static HealthDetails DetailsOf(StorageHealth.Good good) =>
        new("ok", "writable", Version, good.LastPublication, good.OldestUnfinishedSubmission, good.LastNight);
}
