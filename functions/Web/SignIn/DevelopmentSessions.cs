using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// Who signed in on the development page, in a cookie that nobody else can read or write. A session ends after hours, and sooner when
/// nobody uses it.
/// </summary>
public sealed class DevelopmentSessions(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Cookie = "kawasaki-development", Path = "/staff";

    public static readonly TimeSpan Longest = TimeSpan.FromHours(8), LongestIdle = TimeSpan.FromMinutes(60);

    // Not with every request: a page and its pictures are asked for at once.
    private static readonly TimeSpan RenewedAfter = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("KawasakiServerless.DevelopmentSessions");

    public void Begin(HttpContext context, Caller caller)
    {
        var now = time.GetUtcNow();
        Write(context, new(caller.Name, [.. caller.Roles], now, now));
    }

    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options);

    /// <returns>Null when nobody signed in, or the session is over.</returns>
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
            // Of a key that is gone, or not ours.
            return null;
        }
    }

    private sealed record Session(string Name, IReadOnlyList<string> Roles, DateTimeOffset Began, DateTimeOffset Seen);
}
