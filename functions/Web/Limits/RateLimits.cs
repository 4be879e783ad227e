using System.Threading.RateLimiting;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using Microsoft.AspNetCore.RateLimiting;

namespace KawasakiServerless.Web.Limits;

/// <summary>Limits how often one person may start expensive operations or write to the review of a report.</summary>
/// <param name="Uploads">The maximum number of uploaded workbooks per window, and also of messages, confirmations and other entries in
/// reviews, which are counted separately.</param>
/// <param name="Publications">The maximum number of requested publications, restores and purges per window.</param>
/// <param name="Window">The length of the time window, after which the counters are reset.</param>
public sealed record RateLimits(int Uploads, int Publications, TimeSpan Window)
{
    /// <summary>Policy names for <c>RequireRateLimiting</c>.</summary>
    public const string Upload = "upload", Review = "review", Publish = "publish";

    /// <summary>The default limits. They are far above what one person needs, but low enough that one person cannot block others.</summary>
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
        options.AddPolicy(RateLimits.Review, context => PartitionOf(context, limits.Uploads, limits.Window));
        options.AddPolicy(RateLimits.Publish, context => PartitionOf(context, limits.Publications, limits.Window));
        options.OnRejected = (rejected, _) => new(ApiProblem.TooMany(WaitOf(rejected.Lease, limits)).ExecuteAsync(rejected.HttpContext));
    }

    // The key is the name of the caller. ASP.NET Core adds the name of the policy to the key, so each policy counts separately.
    private static RateLimitPartition<string> PartitionOf(
        HttpContext context, int permits, TimeSpan window) => RateLimitPartition.GetFixedWindowLimiter(
        context.Features.Get<Caller>()?.Name ?? "", _ => new() { PermitLimit = permits, Window = window });

    private static TimeSpan WaitOf(RateLimitLease lease, RateLimits limits) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : limits.Window;
}
