using System.Net;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// The identity of a local run, for whoever calls from this machine by this machine's own name. X-Development-Role says it (none,
/// Department.kankyo). Without it a browser in the portal is who signed in on the development page, and anything else the coordinator. Used
/// by the local run alone.
/// </summary>
public sealed class DevelopmentCallers(DevelopmentSessions sessions) : ICallers
{
    public const string RoleHeader = "X-Development-Role", Nobody = "none";

    public Caller? Of(HttpContext context)
    {
        if (!IsLocal(context))
            return null;
        if (context.Request.Headers[RoleHeader].ToString() is { Length: > 0 } role)
            return role == Nobody ? null : new("development", [role]);
        return context.Request.Path.StartsWithSegments(DevelopmentSessions.Path, StringComparison.OrdinalIgnoreCase)
            ? sessions.Resume(context)
            : new("development", [Caller.CoordinatorRole]);
    }

    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && IsLoopbackName(context.Request.Host.Host);

    // A page of another name that resolves to this machine (DNS rebinding) is not this machine's user.
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

public static class DevelopmentSignIn
{
    /// <summary>Lets whoever sits at this machine choose who to be. For the local run alone.</summary>
    public static IServiceCollection AddDevelopmentSignIn(this IServiceCollection services) => services
        .AddSingleton<DevelopmentSessions>()
        .AddSingleton<ICallers, DevelopmentCallers>();
}
