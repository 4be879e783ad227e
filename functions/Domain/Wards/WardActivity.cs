namespace KawasakiServerless.Domain;

/// <summary>What a ward did (区の取組).</summary>
/// <param name="Ward">Code of the ward office; null for what is common to all wards (全区共通).</param>
/// <param name="Year">Null for the ward's standing list.</param>
/// <param name="Category">区分: 意識づくり, 仕組みづくり, 地域づくり; null when none.</param>
/// <param name="Heading">見出し, as written; null when none.</param>
public sealed record WardActivity(string Id, Source Source, string? Ward, FiscalYear? Year, string? Category, string? Heading, string Text)
    : Record(Id, Source)
{
    public static EquatableList<string> Categories { get; } = ["意識づくり", "仕組みづくり", "地域づくり"];

    public const string CommonToAllWards = "全区共通";
}
