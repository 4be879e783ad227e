using KawasakiServerless.Web.Problems;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// Protects against cross-site request forgery: a request that changes data is rejected if it has a foreign Origin, or a cookie without an
/// Origin.
/// </summary>
public sealed record OwnOrigins(IReadOnlyList<string> Origins)
{
    /// <summary>Whether browsers reach the app only by https: everywhere except on a local machine.</summary>
    public bool AreSecure => Origins.All(o => o.StartsWith("https://", StringComparison.OrdinalIgnoreCase));

    public bool Allows(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            return true;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 ? Origins.Contains(origin, StringComparer.OrdinalIgnoreCase) : !request.Headers.ContainsKey("Cookie");
    }
}

public static class OwnOriginChecks
{
    public static void UseOwnOrigins(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var own = context.RequestServices.GetRequiredService<OwnOrigins>();
        // App Service terminates TLS in front of the app; requests over plain HTTP never reach it.
        if (own.AreSecure)
            context.Request.Scheme = "https";
        await (own.Allows(context.Request) ? next(context) : ApiProblem.ForeignOrigin().ExecuteAsync(context));
    });
}
