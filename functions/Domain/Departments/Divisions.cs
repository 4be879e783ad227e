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

    private static readonly char[] Bullets = [.. "・･●○◎■□◆◇*＊"];

    private static readonly char[] Levels = [.. "部室課係"];

    private static readonly char[] Separators = [.. "、､,，;；/／\r\n"];

    public static EquatableList<string> Parse(string? text) =>
        [.. (text ?? "").Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>
    /// Parses like <see cref="Parse(string?)"/>, and also separates divisions that are joined by ・, 及び or a space, if each begins with the
    /// name of a department: 財政局甲課・病院局乙課 is two, 市民文化局人権・男女共同参画室 is one. A division of the same level without this name, as
    /// in 財政局甲課・乙課, is one of the same department and gets its name: 財政局乙課.
    /// </summary>
    public static EquatableList<string> Parse(string? text, DepartmentNames names) =>
        [.. DivisionBrackets.Join(Parse(text), names)
            .SelectMany(d => d.Length > LongestJoined ? [d] : Split(WithoutBullet(d, names), names))];

    public static string Format(IEnumerable<string> divisions) => string.Join(Separator, divisions);

    private static IEnumerable<string> Split(string joined, DepartmentNames names)
    {
        var (from, department) = (0, "");
        var joints = Joints().Matches(joined);
        for (var i = 0; i < joints.Count; i++)
        {
            var (division, after) = (department + joined[from..joints[i].Index], joints[i].Index + joints[i].Length);
            if (names.NameOfDivision(division) is not { } name)
                continue;
            if (names.OfDivision(Beginning(joined, after)) is not null)
                name = "";
            else if (!AreOfOneLevel(division, joined[after..(i + 1 < joints.Count ? joints[i + 1].Index : joined.Length)]))
                continue;
            yield return division;
            (from, department) = (after, name);
        }

        yield return department + joined[from..];
    }

    // Removes the mark before an entry of a list, as in ・財政局資金課.
    private static string WithoutBullet(string division, DepartmentNames names) =>
        division.TrimStart(Bullets).TrimStart() is var name && name.Length < division.Length && names.OfDivision(name) is not null
            ? name
            : division;

    // Whether both are the names of divisions of the same level. Other names may be parts of one name: 福祉事務所・保健所 is one division.
    private static bool AreOfOneLevel(string division, string other) =>
        !division.AsSpan().ContainsAny('(', '（') && other.Length > 1 && division[^1] == other[^1] && Levels.Contains(other[^1]);

    private static string Beginning(string text, int at) => text[at..Math.Min(text.Length, at + LongestName)];

    [GeneratedRegex(@"\s*(?:[・･と&＆\s]|及び|並びに)\s*")]
    private static partial Regex Joints();
}
