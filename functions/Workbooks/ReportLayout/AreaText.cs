using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Parses a cell of the first column (施策等) of a viewpoint's table: a policy area such as 高齢者施策, then its divisions, in parentheses or on
/// separate lines.
/// </summary>
internal static partial class AreaText
{
    /// <returns>The name of the policy area, which is the first line outside parentheses, and the divisions. The name is empty when the
    /// text contains only divisions in parentheses.</returns>
    public static (string Name, IReadOnlyList<string> Divisions) Read(string text)
    {
        text = NumberBefore().Replace(text, "");
        var divisions = InParentheses().Matches(text).SelectMany(m => Divisions.Parse(m.Groups[1].Value)).ToList();
        var lines = InParentheses().Replace(text, "\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (lines.FirstOrDefault() ?? "", [.. divisions, .. lines.Skip(1).SelectMany(l => Divisions.Parse(l))]);
    }

    // Matches the number in （１）高齢者施策, which is no division.
    [GeneratedRegex(@"^\s*[（(][0-9０-９]{1,2}[）)]")]
    private static partial Regex NumberBefore();

    [GeneratedRegex("[（(]([^（）()]*)[）)]")]
    private static partial Regex InParentheses();
}
