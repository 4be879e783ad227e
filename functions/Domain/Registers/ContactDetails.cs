using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>Contact details (連絡先). A detail that is unknown is null.</summary>
/// <param name="Address">The address (所在地), without the postal code.</param>
/// <param name="Telephone">The telephone number (電話), such as 044-200-0000.</param>
/// <param name="Mail">The mail address (メール).</param>
/// <param name="Form">The URL of the contact form (問い合わせ先のURL).</param>
public sealed record ContactDetails(string? Address = null, string? Telephone = null, string? Mail = null, string? Form = null)
{
    /// <summary>The postal code (郵便番号), such as 210-8577.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PostalCode { get; init; }

    /// <summary>The desk that answers questions (窓口), such as 総合案内.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Desk { get; init; }

    /// <summary>The fax number (ファクス).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fax { get; init; }

    /// <summary>Where the details were published, and when (出典).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }

    /// <summary>
    /// Whether the details include an address, a telephone or fax number, a mail address or a form, by which readers can contact somebody.
    /// A postal code or a source alone is not enough.
    /// </summary>
    [JsonIgnore]
    public bool Reaches => (Address ?? Telephone ?? Fax ?? Mail ?? Form) is not null;
}

/// <summary>A contact for questions of any kind (総合的な問い合わせ先), such as the city's call centre.</summary>
public sealed record GeneralContact(string Name, ContactDetails Contact);

/// <summary>A division (部・室) of a department. Its name does not contain that of the department, for example 地域包括ケア推進室.</summary>
public sealed record Division(string Name)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactDetails? Contact { get; init; }
}

/// <summary>A ward's community support centre (地域みまもり支援センター).</summary>
public sealed record SupportCenter(string Name, ContactDetails Contact);
