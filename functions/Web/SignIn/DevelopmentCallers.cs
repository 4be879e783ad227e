using System.Net;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// The identity of a local run: whoever calls from this machine, by this machine's own name, is the coordinator,
/// or what X-Development-Role says (none, Department.kankyo). Used by the local run alone.
/// </summary>
public sealed class DevelopmentCallers : ICallers
{
    public const string RoleHeader = "X-Development-Role", Nobody = "none";

    public Caller? Of(HttpContext context)
    {
        var isLocal = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && IsLoopbackName(context.Request.Host.Host);
        var role = context.Request.Headers[RoleHeader].ToString() is { Length: > 0 } asked ? asked : Caller.CoordinatorRole;
        return isLocal && role != Nobody ? new("development", [role]) : null;
    }

    // A page of another name that resolves to this machine (DNS rebinding) is not this machine's user.
    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
