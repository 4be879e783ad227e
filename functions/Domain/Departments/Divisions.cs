namespace KawasakiServerless.Domain;

/// <summary>
/// Parses and formats the column 担当部署: one or more divisions, separated by commas, semicolons, slashes or line breaks. ・ is not a
/// separator, because it occurs in names such as 人権・男女共同参画室.
/// </summary>
public static class Divisions
{
    public const string Separator = "、";

    private static readonly char[] Separators = [.. "、､,，;；/／\r\n"];

    public static EquatableList<string> Parse(string? text) =>
        [.. (text ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static string Format(IEnumerable<string> divisions) => string.Join(Separator, divisions);
}
