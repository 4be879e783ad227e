using KawasakiServerless.Web.Problems;

namespace KawasakiServerless.Web.SignIn;

/// <summary>Requests that change something come from ourselves: a foreign Origin is refused, and a cookie without an Origin too (cross-site request forgery).</summary>
public sealed record OwnOrigins(IReadOnlyList<string> Origins)
{
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
        await (context.RequestServices.GetRequiredService<OwnOrigins>().Allows(context.Request)
            ? next(context)
            : ApiProblem.ForeignOrigin().ExecuteAsync(context)));
}
