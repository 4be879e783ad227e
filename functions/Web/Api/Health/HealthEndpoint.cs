using System.Reflection;
using KawasakiServerless.Application.Health;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Health;

/// <summary>The public health status. If the app is unhealthy, everyone instead gets a 503 problem response with the reason.</summary>
public sealed record HealthStatus(string Status);

/// <summary>The health status for signed-in staff.</summary>
/// <param name="LastPublication">The time at which the site last went live; null if it never has.</param>
/// <param name="OldestUnfinishedSubmission">The upload time of the oldest unfinished submission; null if there is none. The sweep, a
/// ten-minute timer, resumes a submission five minutes after its upload or the last attempt to read it. So a time more than an hour ago
/// means that the sweep does not run or that it fails at this submission.</param>
/// <param name="LastNight">The time at which the last nightly run succeeded; null if none has. The app is unhealthy if this, or before
/// the first run the first publication, is more than 26 hours ago.</param>
public sealed record HealthDetails(
    string Status, string Storage, string Version, DateTimeOffset? LastPublication, DateTimeOffset? OldestUnfinishedSubmission,
    DateTimeOffset? LastNight);

public static class HealthEndpoint
{
    private static readonly string Version = typeof(
        HealthEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "?";

    public static async Task<IResult> GetAsync(HttpContext context, ICallers callers, HealthCheck check, CancellationToken cancellation)
    {
        var health = await check.CheckAsync(cancellation);
        return callers.Of(context) is { IsStaff: true } ? ToStaff(health) : ToEveryone(health);
    }

    internal static IResult ToStaff(StorageHealth health) => health switch
    {
        StorageHealth.Good { IsNightOverdue: true } good => ApiProblem.NightOverdue(good.LastNight),
        StorageHealth.Good good => Results.Ok(DetailsOf(good)),
        _ => ToEveryone(health),
    };

    internal static IResult ToEveryone(StorageHealth health) => health switch
    {
        StorageHealth.Good { IsNightOverdue: true } => ApiProblem.NightOverdue(),
        StorageHealth.Good => Results.Ok(new HealthStatus("ok")),
        StorageHealth.ReadOnly => ApiProblem.StorageNotWritable(),
        _ => ApiProblem.StorageUnavailable(),
    };

    private static HealthDetails DetailsOf(StorageHealth.Good good) =>
        new("ok", "writable", Version, good.LastPublication, good.OldestUnfinishedSubmission, good.LastNight);
}
