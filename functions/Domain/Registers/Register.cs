using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

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

    // Cached outside the record: `with` would copy a field, and the copy would keep outdated names.
    private static readonly ConditionalWeakTable<Register, (string Name, Department Department)[]> Names = [];

    private static readonly ConditionalWeakTable<Register, Regex> SpreadNames = [];

    /// <summary>The register of April 2018, with which a new installation starts.</summary>
    public static Register Of2018 { get; } = Parse(Embedded("2018.json"));

    /// <exception cref="JsonException">The text is not a valid register, or violates one of <see cref="RegisterRules"/>.</exception>
    public static Register Parse(Stream json)
    {
        var register = JsonSerializer.Deserialize<Register>(json, Json) ?? throw new JsonException("A register cannot be null.");
        return RegisterRules.Broken(register).FirstOrDefault() is { } broken ? throw new JsonException(broken) : register;
    }

    /// <summary>The ends and splits of departments (改編); null in registers that were stored before this property existed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EquatableList<Succession>? Successions { get; init; }

    /// <summary>
    /// Contacts for questions of any kind, the preferred one first (総合的な問い合わせ先); null in registers that were stored before this property
    /// existed.
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

    public Viewpoint Viewpoint(int number) => Viewpoints.First(v => v.Number == number);

    /// <summary>Returns the policy areas of a viewpoint in the viewpoint's own order, followed by all others in official order.</summary>
    public IEnumerable<PolicyArea> PolicyAreasOf(Viewpoint viewpoint) =>
        viewpoint.PolicyAreas.Select(PolicyArea).Concat(PolicyAreas.Where(a => !viewpoint.PolicyAreas.Contains(a.Code)));

    /// <summary>Finds a department by its name or alias, both normalized by <see cref="Folding.Fold"/>: 子ども未来局 finds こども未来局.</summary>
    public bool TryFindDepartment(string? name, [NotNullWhen(true)] out Department? department)
    {
        var folded = name.Fold().Replace(" ", "", StringComparison.Ordinal);
        department = NamesLongestFirst.FirstOrDefault(n => n.Name == folded).Department;
        return department is not null;
    }

    /// <summary>
    /// Finds the department of a division by the longest department name with which it starts: 健康福祉局地域包括ケア推進室 belongs to 健康福祉局.
    /// </summary>
    public Department? DepartmentOfDivision(string division)
    {
        var folded = WithoutSpacesInNames(division.Fold());
        return NamesLongestFirst.FirstOrDefault(n => folded.StartsWith(n.Name, StringComparison.Ordinal)).Department;
    }

    /// <summary>
    /// Removes spaces within department names, which were typed to spread a short name over the width of a cell: 財 政 局 becomes 財政局. Spaces
    /// between names are not removed.
    /// </summary>
    /// <param name="folded">Text that was normalized by <see cref="Folding.Fold"/>.</param>
    internal string WithoutSpacesInNames(string folded) => folded.Contains(' ', StringComparison.Ordinal)
        ? SpreadNames.GetValue(this, register => SpreadNamesOf(register.NamesLongestFirst)).Replace(folded, m => m.Value.Replace(" ",
            "", StringComparison.Ordinal))
        : folded;

    /// <summary>
    /// All names and aliases, normalized by <see cref="Folding.Fold"/>, longest first, so that the first match of a parser is the longest.
    /// The name of an ended department is mapped to its successor.
    /// </summary>
    internal IReadOnlyList<(string Name, Department Department)> NamesLongestFirst => Names.GetValue(this, NamesOf);

    private static (string Name, Department Department)[] NamesOf(Register register) =>
    [
        .. register.Departments.SelectMany(d => new[] { d.Name }.Concat(d.Aliases).Select(n => (Name: n.Fold(), Department: d)))
            .Concat(FormerNamesOf(register))
            .Where(n => n.Name.Length > 0)
            .DistinctBy(n => n.Name, StringComparer.Ordinal)
            .OrderByDescending(n => n.Name.Length).ThenBy(n => n.Department.Order),
    ];

    // The names of ended departments that have a single successor. The name of a department that was split is omitted, because it is
    // ambiguous.
    private static IEnumerable<(string Name, Department Department)> FormerNamesOf(Register register) =>
        from end in register.Ends()
        let successors = register.SuccessorsOf(end.Code)
        where successors.Count == 1
        from name in end.Aliases.Prepend(end.Name)
        select (name.Fold(), successors[0]);

    private static Regex SpreadNamesOf(IEnumerable<(string Name, Department Department)> names) =>
        new(string.Join('|', names.Select(n => string.Join(" ?", n.Name.Select(c => Regex.Escape($"{c}"))))),
            RegexOptions.CultureInvariant);

    private static Stream Embedded(string name) =>
        typeof(Register).Assembly.GetManifestResourceStream(typeof(Register), $"Registers.{name}")
        ?? throw new InvalidOperationException($"The register {name} is missing from the assembly.");
}

/// <summary>The publisher of the report, the place that it covers, and the division that answers questions about it (問い合わせ先).</summary>
public sealed record RegisterContact(string Publisher, string Place, string Division)
{
    /// <summary>Contact details of the division; null if the register has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactDetails? Details { get; init; }
}

/// <summary>A document of the council paper (資料) with its title: 資料1-1 川崎市における地域包括ケアシステム構築の取組.</summary>
public sealed record ReportDocument(string Code, string Title);
