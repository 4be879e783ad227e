using System.Text.Json.Nodes;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Contacts;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Data;

/// <summary>Builds the JSON-LD parts of the catalogue: identifiers, typed values, publisher, place and contact.</summary>
internal static class DcatTerms
{
    public const string Language = "http://id.loc.gov/vocabulary/iso639-1/ja";

    public static IReadOnlyList<string> Themes { get; } =
    [
        "http://publications.europa.eu/resource/authority/data-theme/HEAL",
        "http://publications.europa.eu/resource/authority/data-theme/SOCI",
        "http://publications.europa.eu/resource/authority/data-theme/GOVE",
    ];

    public static IReadOnlyList<string> Keywords(string municipality) => ["地域包括ケアシステム", municipality, "福祉", "介護", "健康"];

    /// <summary>The JSON-LD context. It is embedded in the catalogue, so that programs need not download it from another server.</summary>
    public static JsonObject Context() => new()
    {
        ["dcat"] = "http://www.w3.org/ns/dcat#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["dqv"] = "http://www.w3.org/ns/dqv#",
        ["foaf"] = "http://xmlns.com/foaf/0.1/",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["spdx"] = "http://spdx.org/rdf/terms#",
        ["vcard"] = "http://www.w3.org/2006/vcard/ns#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
    };

    public static JsonObject Id(string address) => new() { ["@id"] = address };

    public static JsonObject Japanese(string text) => new() { ["@value"] = text, ["@language"] = "ja" };

    public static JsonObject Typed(string value, string type) => new() { ["@value"] = value, ["@type"] = type };

    public static JsonObject Time(DateTimeOffset time) => Typed(DataTime.Of(time), "xsd:dateTime");

    public static JsonObject Publisher(Register register, Uri homepage) =>
        new() { ["@id"] = homepage.AbsoluteUri, ["@type"] = "foaf:Agent", ["foaf:name"] = Japanese(register.PublisherName) };

    public static JsonObject? Place(Register register) =>
        register.Contact is { } contact ? new() { ["@type"] = "dct:Location", ["skos:prefLabel"] = Japanese(contact.Place) } : null;

    /// <summary>
    /// Whom to ask about the data: the division that is responsible for the report or, if the register has no contact details of that
    /// division, the first general contact.
    /// </summary>
    public static JsonObject Contact(Register register, Uri site)
    {
        var (name, details) = ContactOf(register);
        return WithoutNulls(new()
        {
            ["@type"] = "vcard:Organization",
            ["vcard:fn"] = Japanese(name),
            ["vcard:hasURL"] = Id(new Uri(site, Links.Contact.Href).AbsoluteUri),
            ["vcard:hasTelephone"] = details?.Telephone is { } telephone ? Id(ContactWords.Dialled(telephone)) : null,
            ["vcard:hasEmail"] = details?.Mail is { } mail ? Id($"mailto:{mail}") : null,
            ["vcard:hasAddress"] = AddressOf(details),
        });
    }

    /// <summary>
    /// The name and the contact details of the division that is responsible for the report; or else those of the first general contact; or
    /// else only the name of the division.
    /// </summary>
    public static (string Name, ContactDetails? Details) ContactOf(Register register) => register switch
    {
        { Contact.Details: { Reaches: true } own } => (register.ContactName, own),
        { GeneralContacts: [var first, ..] } => (first.Name, first.Contact),
        _ => (register.ContactName, null),
    };

    private static JsonObject? AddressOf(ContactDetails? details) => details?.Address is null ? null : WithoutNulls(new()
    {
        ["@type"] = "vcard:Address",
        ["vcard:street-address"] = Japanese(details.Address),
        ["vcard:postal-code"] = details.PostalCode,
    });

    public static JsonObject WithoutNulls(JsonObject json)
    {
        foreach (var name in json.Where(member => member.Value is null).Select(member => member.Key).ToList())
            json.Remove(name);
        return json;
    }

    public static JsonObject With(JsonObject json, (string Key, JsonNode Value) member)
    {
        json[member.Key] = member.Value;
        return json;
    }
}
