using KawasakiServerless.Web.Problems;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// Requests that change something come from ourselves: a foreign Origin is refused, and a cookie without an Origin too (cross-site request
/// forgery).
/// </summary>
public sealed record OwnOrigins(IReadOnlyList<string> Origins)
{
    /// <summary>Whether browsers reach the app by https alone: everywhere but on this machine.</summary>
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
        // App Service ends TLS in front of the app; what was sent in the clear never gets here.
        if (own.AreSecure)
            context.Request.Scheme = "https";
        await (own.Allows(context.Request) ? next(context) : ApiProblem.ForeignOrigin().ExecuteAsync(context));
    });
}
