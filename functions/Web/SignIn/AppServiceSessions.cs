using Microsoft.AspNetCore.DataProtection;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// Identifies callers by App Service authentication, and rejects a browser that has sent no request for an hour. The platform itself ends a
/// session only eight hours after the sign-in. So the portal keeps the time of the last request in a cookie, until the platform reports
/// that nobody is signed in.
/// </summary>
public sealed class AppServiceSessions(AppServiceCallers callers, IDataProtectionProvider protection, TimeProvider time) : ICallers
{
    /// <summary>The cookie with the time of the last request. Browsers accept this prefix only for cookies of exactly this host.</summary>
    public const string Cookie = "__Host-kawasaki-seen";

    private static readonly CookieOptions Options =
        new() { HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };

    private readonly ProtectedCookie<LastRequest> cookie =
        new(protection.CreateProtector("KawasakiServerless.AppServiceSessions"), Cookie, Options);

    /// <returns>Null when nobody is signed in, or the session has expired; <see cref="IdleSession"/> then tells the two apart.</returns>
    public Caller? Of(HttpContext context)
    {
        if (callers.Of(context) is { } caller)
            return IsActive(context, caller) ? caller : null;
        if (context.Request.Cookies.ContainsKey(Cookie))
            context.Response.Cookies.Delete(Cookie, Options);
        return null;
    }

    private bool IsActive(HttpContext context, Caller caller)
    {
        var now = time.GetUtcNow();
        // A cookie of another person is left from a session that ended without the portal being opened again.
        var last = cookie.Read(context) is { } read && read.Name == caller.Name ? read : null;
        if (last is not null && IdleLimit.IsExceeded(last.Seen, now))
        {
            context.Features.Set(new IdleSession());
            return false;
        }

        // Programs that call the API do not keep cookies, so only the portal begins to count.
        if (last is null ? IsPortal(context) : IdleLimit.MustRenew(last.Seen, now))
            cookie.Write(context, new(caller.Name, now));
        return true;
    }

    private static bool IsPortal(HttpContext context) =>
        context.Request.Path.StartsWithSegments(DevelopmentSessions.Path, StringComparison.OrdinalIgnoreCase);

    private sealed record LastRequest(string Name, DateTimeOffset Seen);
}

/// <summary>
/// A feature of a request whose caller was rejected because the session has expired. The platform still regards the person as signed in and
/// would not ask again, so the person must sign out before signing in.
/// </summary>
internal sealed record IdleSession;

public static class AppServiceSignIn
{
    /// <summary>Lets staff sign in with the city's user directory, by App Service authentication.</summary>
    /// <param name="services">The service collection of a process behind App Service.</param>
    /// <param name="setting">Returns the value of an app setting by its name.</param>
    public static IServiceCollection AddAppServiceSignIn(this IServiceCollection services, Func<string, string?> setting) => services
        .AddSingleton(new AppServiceCallers(setting))
        .AddSingleton<ICallers, AppServiceSessions>();
}
