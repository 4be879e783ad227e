using System.Net;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// Identifies callers in the local run (the app on a developer's machine), where no user directory exists. Only requests from this machine
/// to a loopback host name have a caller. The header X-Development-Role sets the role, such as Department.kankyo; the value none means that
/// the caller is not signed in. Without the header, the caller of a portal route is the identity that was chosen on the development sign-in
/// page, and the caller of any other route is the coordinator.
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

    // Rejects other host names that resolve to this machine (DNS rebinding), because the page that sent the request may belong to an
    // attacker.
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

public static class DevelopmentSignIn
{
    /// <summary>Lets the user of this machine choose an identity without a password. Must be used only in the local run.</summary>
    public static IServiceCollection AddDevelopmentSignIn(this IServiceCollection services) => services
        .AddSingleton<DevelopmentSessions>()
        .AddSingleton<ICallers, DevelopmentCallers>();
}
