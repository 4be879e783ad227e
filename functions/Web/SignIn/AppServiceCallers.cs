using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.SignIn;

/// <summary>Callers as App Service authentication describes them in X-MS-CLIENT-PRINCIPAL. Anybody could send that header, so it counts only while the platform says that it checks it.</summary>
public sealed class AppServiceCallers(Func<string, string?> setting) : ICallers
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly bool isAuthenticationOn = bool.TryParse(setting("WEBSITE_AUTH_ENABLED"), out var on) && on;

    public Caller? Of(HttpContext context) =>
        isAuthenticationOn && context.Request.Headers[Header].ToString() is { Length: > 0 } header ? Parse(header) : null;

    private static Caller? Parse(string header)
    {
        if (!Base64.IsValid(header))
            return null;
        try
        {
            return JsonSerializer.Deserialize<Principal>(Encoding.UTF8.GetString(Convert.FromBase64String(header)), Json)?.ToCaller();
        }
        catch (JsonException)
        {
            // Not what the platform writes: nobody is signed in.
            return null;
        }
    }

    private sealed record Claim(string? Typ, string? Val);

    private sealed record Principal(
        [property: System.Text.Json.Serialization.JsonPropertyName("name_typ")] string? NameType,
        [property: System.Text.Json.Serialization.JsonPropertyName("role_typ")] string? RoleType,
        Claim?[]? Claims)
    {
        public Caller ToCaller() => new(
            Values(NameType ?? "name").FirstOrDefault() ?? "?",
            Values(RoleType ?? "roles").Concat(Values("roles")).Distinct().ToEquatableList());

        private IEnumerable<string> Values(string type) =>
            (Claims ?? []).Where(c => c?.Typ == type && c.Val is not null).Select(c => c!.Val!);
    }
}
