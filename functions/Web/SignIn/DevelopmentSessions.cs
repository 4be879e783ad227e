using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// Stores the identity that was chosen on the development sign-in page in an encrypted and authenticated cookie. A session expires after
/// eight hours, or after an hour without a request.
/// </summary>
public sealed class DevelopmentSessions(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Cookie = "kawasaki-development", Path = "/staff";

    public static readonly TimeSpan Longest = TimeSpan.FromHours(8), LongestIdle = TimeSpan.FromMinutes(60);

    // The minimum time between two renewals of the cookie. Without it, each of the simultaneous requests for a page and its images would
    // set the cookie again.
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("KawasakiServerless.DevelopmentSessions");

    public void Begin(HttpContext context, Caller caller)
    {
        var now = time.GetUtcNow();
        Write(context, new(caller.Name, [.. caller.Roles], now, now));
    }

    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options);

    /// <returns>Null when no one is signed in, or the session has expired.</returns>
    internal Caller? Resume(HttpContext context)
    {
        var now = time.GetUtcNow();
        if (Read(context.Request.Cookies[Cookie]) is not { } session || now - session.Began > Longest || now - session.Seen > LongestIdle)
            return null;
        if (now - session.Seen > RenewedAfter)
            Write(context, session with { Seen = now });
        return new(session.Name, [.. session.Roles]);
    }

    private static CookieOptions Options => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = Path, IsEssential = true };

    private void Write(HttpContext context, Session session) =>
        context.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(session)), Options);

    private Session? Read(string? cookie)
    {
        try
        {
            return cookie is null ? null : JsonSerializer.Deserialize<Session>(protector.Unprotect(cookie));
        }
        catch (CryptographicException)
        {
            // The key with which the cookie was encrypted no longer exists, or the app did not write the cookie.
            return null;
        }
    }

    private sealed record Session(string Name, IReadOnlyList<string> Roles, DateTimeOffset Began, DateTimeOffset Seen);
}
