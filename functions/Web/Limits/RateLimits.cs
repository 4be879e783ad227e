using System.Threading.RateLimiting;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using Microsoft.AspNetCore.RateLimiting;

namespace KawasakiServerless.Web.Limits;

/// <summary>How often one person may do what takes the app long.</summary>
/// <param name="Uploads">Workbooks in one window.</param>
/// <param name="Publications">Publications asked for in one window.</param>
/// <param name="Window">After it, the count begins anew.</param>
public sealed record RateLimits(int Uploads, int Publications, TimeSpan Window)
{
    /// <summary>Names of policies, for <c>RequireRateLimiting</c>.</summary>
    public const string Upload = "upload", Publish = "publish";

    /// <summary>Far above what a person does, far below what would keep others out.</summary>
    public static RateLimits Default { get; } = new(Uploads: 120, Publications: 60, TimeSpan.FromMinutes(10));
}

internal static class RateLimiting
{
    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton(RateLimits.Default).AddRateLimiter(_ => { })
            .AddOptions<RateLimiterOptions>().Configure<RateLimits>(Configure);
        return services;
    }

    private static void Configure(RateLimiterOptions options, RateLimits limits)
    {
        options.AddPolicy(RateLimits.Upload, context => PartitionOf(context, limits.Uploads, limits.Window));
        options.AddPolicy(RateLimits.Publish, context => PartitionOf(context, limits.Publications, limits.Window));
        options.OnRejected = (rejected, _) => new(ApiProblem.TooMany(WaitOf(rejected.Lease, limits)).ExecuteAsync(rejected.HttpContext));
    }

    // Each policy has counters of its own.
    private static RateLimitPartition<string> PartitionOf(
        HttpContext context, int permits, TimeSpan window) => RateLimitPartition.GetFixedWindowLimiter(
        context.Features.Get<Caller>()?.Name ?? "", _ => new() { PermitLimit = permits, Window = window });

    private static TimeSpan WaitOf(RateLimitLease lease, RateLimits limits) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : limits.Window;
}
