using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>How somebody is reached (連絡先). What nobody has given is null, and is never made up.</summary>
/// <param name="Address">所在地.</param>
/// <param name="Telephone">電話: 044-200-0000.</param>
/// <param name="Mail">メール.</param>
/// <param name="Form">問い合わせ先のURL.</param>
public sealed record ContactDetails(string? Address = null, string? Telephone = null, string? Mail = null, string? Form = null);

/// <summary>A division (部・室) of a department, without the department's name: 地域包括ケア推進室.</summary>
public sealed record Division(string Name)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactDetails? Contact { get; init; }
}

/// <summary>A ward's community support centre (地域みまもり支援センター).</summary>
public sealed record SupportCenter(string Name, ContactDetails Contact);
