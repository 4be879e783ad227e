using System.Text.Json;

namespace KawasakiServerless.App.Tests.Hosting;

/// <summary>X-MS-CLIENT-PRINCIPAL as App Service authentication writes it.</summary>
internal static class TestPrincipal
{
    public static string With(params string[] roles) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
    {
        auth_typ = "aad",
        claims = roles.Select(r => new { typ = "roles", val = r }).Prepend(new { typ = "name", val = "a clerk" }),
        name_typ = "name",
        role_typ = "roles",
    }));
}
