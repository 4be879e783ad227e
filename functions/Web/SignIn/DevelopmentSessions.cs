using Microsoft.AspNetCore.DataProtection;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// Stores the identity that was chosen on the development sign-in page in an encrypted and authenticated cookie. A session expires after
/// eight hours, or after an hour without a request.
/// </summary>
public sealed class DevelopmentSessions(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Cookie = "kawasaki-development", Path = "/staff";

    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private readonly ProtectedCookie<Session> cookie =
        new(protection.CreateProtector("KawasakiServerless.DevelopmentSessions"), Cookie, Options);

    public void Begin(HttpContext context, Caller caller)
    {
        var now = time.GetUtcNow();
        cookie.Write(context, new(caller.Name, [.. caller.Roles], now, now));
    }

    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options);

    /// <returns>Null when no one is signed in, or the session has expired.</returns>
    internal Caller? Resume(HttpContext context)
    {
        var now = time.GetUtcNow();
        if (cookie.Read(context) is not { } session || now - session.Began > Longest || IdleLimit.IsExceeded(session.Seen, now))
            return null;
        if (IdleLimit.MustRenew(session.Seen, now))
            cookie.Write(context, session with { Seen = now });
        return new(session.Name, [.. session.Roles]);
    }

    private static CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = Path, IsEssential = true };

    private sealed record Session(string Name, IReadOnlyList<string> Roles, DateTimeOffset Began, DateTimeOffset Seen);
}
