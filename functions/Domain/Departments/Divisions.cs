using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>
/// Parses and formats the column 担当部署: one or more divisions, separated by commas, semicolons, slashes or line breaks. ・ alone is not a
/// separator, because it occurs in names such as 人権・男女共同参画室.
/// </summary>
public static partial class Divisions
{
    public const string Separator = "、";

    // A longer text is no list of divisions, and the name of a department is never longer than the latter.
    private const int LongestJoined = 500, LongestName = 50;

    private static readonly char[] Separators = [.. "、､,，;；/／\r\n"];

    public static EquatableList<string> Parse(string? text) =>
        [.. (text ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>
    /// Parses like <see cref="Parse(string?)"/>, and also separates divisions that are joined by ・, 及び or a space, if each begins with the
    /// name of a department: 財政局甲課・病院局乙課 is two, 市民文化局人権・男女共同参画室 is one.
    /// </summary>
    public static EquatableList<string> Parse(string? text, DepartmentNames names) =>
        [.. Parse(text).SelectMany(d => d.Length > LongestJoined ? [d] : Split(d, names))];

    public static string Format(IEnumerable<string> divisions) => string.Join(Separator, divisions);

    private static IEnumerable<string> Split(string joined, DepartmentNames names)
    {
        var from = 0;
        foreach (var (at, after) in Joints().Matches(joined).Select(m => (m.Index, m.Index + m.Length)))
        {
            if (names.OfDivision(joined[from..at]) is null || names.OfDivision(Beginning(joined, after)) is null)
                continue;
            yield return joined[from..at];
            from = after;
        }

        yield return joined[from..];
    }

    private static string Beginning(string text, int at) => text[at..Math.Min(text.Length, at + LongestName)];

    [GeneratedRegex(@"\s*(?:[・･と&＆\s]|及び|並びに)\s*")]
    private static partial Regex Joints();
}
