using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>担当部署 as departments write it: one or more divisions, separated by 、 or line breaks. ・ separates nothing, since names contain it: 人権・男女共同参画室.</summary>
public static partial class Divisions
{
    public const string Separator = "、";

    public static EquatableList<string> Parse(string? text) =>
        Separators().Split(text ?? "").Select(t => t.Trim()).Where(t => t.Length > 0).ToEquatableList();

    public static string Format(IEnumerable<string> divisions) => string.Join(Separator, divisions);

    [GeneratedRegex("[、､,，;；\r\n]+")]
    private static partial Regex Separators();
}
