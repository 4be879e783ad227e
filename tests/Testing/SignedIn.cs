using System.Text.Json;

namespace KawasakiServerless.Testing;

/// <summary>Somebody signed in, as App Service authentication writes it into the header X-MS-CLIENT-PRINCIPAL.</summary>
public static class SignedIn
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    public static string As(string name, string role) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = "aad",
        claims = new[] { new { typ = "name", val = name }, new { typ = "roles", val = role } },
        name_typ = "name",
        role_typ = "roles",
    }));
}
