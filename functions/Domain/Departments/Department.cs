using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

public enum DepartmentKind
{
    Bureau,
    Ward,
}

/// <summary>
/// A bureau or ward office (局・区) with its official names. <see cref="Order"/> is its position in the official order (建制順), starting at 1.
/// </summary>
/// <param name="Code">Permanent identifier, used in URLs, such as kenkofukushi.</param>
/// <param name="Ward">The name of the ward, such as 川崎区 for 川崎区役所; null for bureaus.</param>
/// <param name="Aliases">Other names that workbooks use for the department, such as 子ども未来局 or 教育委員会.</param>
public sealed record Department(
    int Order, string Code, string Name, string Kana, string English, DepartmentKind Kind, string? Ward, EquatableList<string> Aliases)
{
    /// <summary>The reading of 役所, with which the reading of every ward office's name ends.</summary>
    internal const string OfficeKana = "やくしょ";

    public bool IsWard => Kind == DepartmentKind.Ward;

    /// <summary>Contact details (連絡先); null if the register has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ContactDetails? Contact { get; init; }

    /// <summary>The department's divisions (部・室) in official order; null if the register does not list them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EquatableList<Division>? Divisions { get; init; }

    /// <summary>The community support centre (地域みまもり支援センター) of a ward; null if the register has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SupportCenter? SupportCenter { get; init; }

    /// <summary>
    /// The reading of the ward's name without 役所, such as かわさきく; null for bureaus. If the reading of the office does not end with that
    /// of 役所, the whole reading.
    /// </summary>
    public string? WardKana => !IsWard ? null
        : Kana.EndsWith(OfficeKana, StringComparison.Ordinal) ? Kana[..^OfficeKana.Length] : Kana;

    /// <summary>
    /// The department's name and aliases, normalized by <see cref="Folding.Fold"/>. A method, because a property would be part of the
    /// stored JSON.
    /// </summary>
    public IEnumerable<string> FoldedNames() => Aliases.Prepend(Name).Select(n => n.Fold());
}
