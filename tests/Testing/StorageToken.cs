using System.Text;
using System.Text.Json;

namespace KawasakiServerless.Testing;

/// <summary>A token like those that Entra ID issues. Azurite checks issuer, audience and times, but not the signature.</summary>
public static class StorageToken
{
    public const string StorageAudience = "https://storage.azure.com";

    /// <param name="audience">The service for which the token is valid.</param>
    /// <param name="until">When the token expires.</param>
    public static string For(string audience, DateTimeOffset until)
    {
        var from = DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds();
        var claims = new { aud = audience, iss = "https://sts.windows.net/city/", iat = from, nbf = from, exp = until.ToUnixTimeSeconds() };
        return $"{Encoded(new { typ = "JWT", alg = "HS256" })}.{Encoded(claims)}.{Encoded("unsigned")}";
    }

    private static string Encoded<T>(T value) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
