using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.SignIn;

/// <summary>
/// Identifies callers by the X-MS-CLIENT-PRINCIPAL header of App Service authentication. Any client could send that header, so it is
/// trusted only if the platform's settings show that the platform authenticates requests and overwrites the header.
/// </summary>
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
            // The platform did not write this header. Treat the caller as not signed in.
            return null;
        }
    }

    private sealed record Claim(string? Typ, string? Val);

    private sealed record Principal(
        [property: System.Text.Json.Serialization.JsonPropertyName("name_typ")] string? NameType,
        [property: System.Text.Json.Serialization.JsonPropertyName("role_typ")] string? RoleType,
        Claim?[]? Claims)
    {
        // The claim types that contain the name of the person's account, in order of preference, such as yamada-t@city.example.
        private static readonly string[] AccountTypes =
            ["preferred_username", "upn", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn"];

        // The claim types that may contain the person's name, in order of preference. They are tried after the claim type that the header's
        // field name_typ gives, because that field and the claim itself may spell the type differently. Claims of the last two types
        // contain the person's object id in the directory, which is always present.
        private static readonly string[] NameTypes =
        [
            "name", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name", .. AccountTypes,
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "email",
            "oid", "http://schemas.microsoft.com/identity/claims/objectidentifier",
        ];

        public Caller ToCaller() => new(
            WithAccount(FirstOf(NameTypes.Prepend(NameType ?? "")) ?? "?"),
            new[] { RoleType ?? "", "roles", "http://schemas.microsoft.com/ws/2008/06/identity/claims/role" }.Distinct().SelectMany(Values)
                .Distinct().ToEquatableList());

        // Adds the account, without its domain, to the name, as in 山田 太郎（yamada-t）: two colleagues may have the same name, and the history,
        // the audit log and the rate limits must tell them apart.
        private string WithAccount(string name) =>
            FirstOf(AccountTypes) is { } account && account != name ? $"{name}（{account.Split('@')[0]}）" : name;

        private string? FirstOf(IEnumerable<string> types) => types.SelectMany(Values).FirstOrDefault(value => value.Trim().Length > 0);

        private IEnumerable<string> Values(string type) =>
            (Claims ?? []).Where(c => c?.Typ == type && c.Val is not null).Select(c => c!.Val!);
    }
}
