using System.Text.Json;

namespace KawasakiServerless.Testing;

/// <summary>Makes the header X-MS-CLIENT-PRINCIPAL, in which App Service authentication tells the app who is signed in.</summary>
public static class SignedIn
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    public static string As(string name, params IReadOnlyList<string> roles) => Convert
        .ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
        {
            auth_typ = "aad",
            claims = roles.Select(role => new { typ = "roles", val = role }).Prepend(new { typ = "name", val = name }),
            name_typ = "name",
            role_typ = "roles",
        }));

    public static string With(params IReadOnlyList<string> roles) => As("a clerk", roles);
}
