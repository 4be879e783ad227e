using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>
/// The register (台帳): departments, viewpoints, policy areas and document titles of a reporting year. It is data rather than code, because
/// departments are renamed and divided every April.
/// </summary>
public sealed record Register(
    string Version,
    string Coordinator,
    EquatableList<Department> Departments,
    EquatableList<PolicyArea> PolicyAreas,
    EquatableList<Viewpoint> Viewpoints,
    EquatableList<ReportDocument> Documents,
    RegisterContact? Contact = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new EquatableListConverterFactory() },
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>
    /// Kawasaki's register of April 2018, with which a new installation starts unless the shipped content includes a register.json.
    /// </summary>
    public static Register Of2018 { get; } = Parse(Embedded("2018.json"));

    /// <exception cref="JsonException">The text is not a valid register, or violates one of <see cref="RegisterRules"/>.</exception>
    public static Register Parse(Stream json)
    {
        var register = ParseDraft(json);
        return RegisterRules.Broken(register).FirstOrDefault() is { } broken ? throw new JsonException(broken) : register;
    }

    /// <summary>
    /// Reads a register that may violate rules. It must not be used before <see cref="RegisterChecks"/> reports no findings.
    /// </summary>
    /// <exception cref="JsonException">The text is not a valid register.</exception>
    public static Register ParseDraft(Stream json) =>
        JsonSerializer.Deserialize<Register>(json, Json) ?? throw new JsonException("A register cannot be null.");

    /// <summary>The ends and splits of departments (改編); null if the register does not list any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EquatableList<Succession>? Successions { get; init; }

    /// <summary>
    /// Contacts for questions of any kind, the preferred one first (総合的な問い合わせ先); null if the register does not list any.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EquatableList<GeneralContact>? GeneralContacts { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    // IgnoreReadOnlyProperties does not apply to collections, so the property is ignored explicitly.
    [JsonIgnore]
    public IEnumerable<Department> Wards => Departments.Where(d => d.IsWard);

    /// <summary>
    /// The name of the division that answers questions about the report; the name of the coordinating department if the register has no
    /// <see cref="Contact"/>.
    /// </summary>
    [JsonIgnore]
    public string ContactName => Contact?.Division ?? Department(Coordinator).Name;

    /// <summary>
    /// The publisher of the report, normally the city; the name of the coordinating department if the register has no <see
    /// cref="Contact"/>.
    /// </summary>
    [JsonIgnore]
    public string PublisherName => Contact?.Publisher ?? Department(Coordinator).Name;

    public Department Department(string code) =>
        FindDepartment(code) ?? throw new KeyNotFoundException($"No department has the code {code}.");

    public Department? FindDepartment(string code) => Departments.FirstOrDefault(d => d.Code == code);

    public PolicyArea PolicyArea(string code) => PolicyAreas.First(a => a.Code == code);

    /// <summary>The name of all viewpoints together, such as 5つの視点.</summary>
    [JsonIgnore]
    public string ViewpointsName => NameOfViewpoints(Viewpoints.Count);

    public static string NameOfViewpoints(int count) => string.Create(CultureInfo.InvariantCulture, $"{count}つの視点");

    public Viewpoint Viewpoint(int number) => Viewpoints.First(v => v.Number == number);

    /// <summary>
    /// Returns the policy areas of a viewpoint in the viewpoint's own order, followed by all other policy areas in the register's order.
    /// </summary>
    public IEnumerable<PolicyArea> PolicyAreasOf(Viewpoint viewpoint) =>
        viewpoint.PolicyAreas.Select(PolicyArea).Concat(PolicyAreas.Where(a => !viewpoint.PolicyAreas.Contains(a.Code)));

    private static Stream Embedded(string name) =>
        typeof(Register).Assembly.GetManifestResourceStream(typeof(Register), $"Registers.{name}")
        ?? throw new InvalidOperationException($"The register {name} is missing from the assembly.");
}

/// <summary>
/// The publisher of the report, the place that the report covers, such as the city, and the division that answers questions (問い合わせ先).
/// </summary>
public sealed record RegisterContact(string Publisher, string Place, string Division)
{
    /// <summary>Contact details of the division; null if the register has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactDetails? Details { get; init; }
}

/// <summary>A document of the paper report (資料) with its code and its title, such as 資料1-1 川崎市における地域包括ケアシステム構築の取組.</summary>
public sealed record ReportDocument(string Code, string Title);
