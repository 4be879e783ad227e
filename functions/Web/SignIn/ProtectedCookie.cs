using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace KawasakiServerless.Web.SignIn;

/// <summary>A value in an encrypted and authenticated cookie of the browser.</summary>
internal sealed class ProtectedCookie<T>(IDataProtector protector, string name, CookieOptions options)
    where T : class
{
    /// <returns>Null when the request has no such cookie, or one that the app cannot decrypt.</returns>
    public T? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[name] is { } cookie ? JsonSerializer.Deserialize<T>(protector.Unprotect(cookie)) : null;
        }
        catch (CryptographicException)
        {
            // The key with which the cookie was encrypted no longer exists, or the app did not write the cookie.
            return null;
        }
    }

    public void Write(HttpContext context, T value) =>
        context.Response.Cookies.Append(name, protector.Protect(JsonSerializer.Serialize(value)), options);
}
