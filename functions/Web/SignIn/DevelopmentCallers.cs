using System.Net;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// The identity of callers in a local run, for requests from this machine that address it by a loopback name. The header X-Development-Role
/// sets it (none, Department.kankyo). Without the header, a browser in the portal is the person who signed in on the development page, and
/// any other client is the coordinator. Used only by the local run.
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

    // Rejects other host names that resolve to this machine (DNS rebinding): such a page does not belong to this machine's user.
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

public static class DevelopmentSignIn
{
    /// <summary>Lets the user of this machine choose an identity. Only for the local run.</summary>
    public static IServiceCollection AddDevelopmentSignIn(this IServiceCollection services) => services
        .AddSingleton<DevelopmentSessions>()
        .AddSingleton<ICallers, DevelopmentCallers>();
}
