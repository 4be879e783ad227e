using KawasakiServerless.Web.Problems;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// Protects against cross-site request forgery. A request that changes data is rejected if its Origin header names another site, or if it
/// has a cookie but no Origin header.
/// </summary>
public sealed record OwnOrigins(IReadOnlyList<string> Origins)
{
    /// <summary>Whether browsers reach the app only by https, which is true everywhere except on a developer's machine.</summary>
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
        // App Service terminates TLS and forwards plain HTTP, so the scheme must be set here. Requests that a client sent over plain HTTP
        // never reach the app.
        if (own.AreSecure)
            context.Request.Scheme = "https";
        await (own.Allows(context.Request) ? next(context) : ApiProblem.ForeignOrigin().ExecuteAsync(context));
    });
}
