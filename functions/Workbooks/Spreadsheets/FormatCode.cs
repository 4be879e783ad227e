using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The code of a number format, split into the sections that apply to numbers and the section that applies to texts.</summary>
/// <param name="Numbers">The sections for numbers; null when numbers are displayed unchanged.</param>
/// <param name="Texts">The section for texts; null when texts are displayed unchanged.</param>
internal sealed partial record FormatCode(string? Numbers, string? Texts)
{
    private const int NumberSections = 3;

    /// <summary>Whether the format displays dates or times.</summary>
    public bool IsDate => Numbers is not null && ShowsDates(WithoutLiterals(Sections(Numbers)[0]));

    /// <summary>Parses a code. Japanese Excel writes G/標準 for General.</summary>
    public static FormatCode Parse(string code) => Of(code.Replace("G/標準", "General", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Splits a code at its semicolons into sections: for positive numbers, negative numbers, zero and texts, each optional.
    /// </summary>
    public static string[] Sections(string code)
    {
        List<string> sections = [];
        var start = 0;
        foreach (var end in SectionEnds().Matches(code).Where(m => m.Value == ";").Select(m => m.Index).Append(code.Length))
        {
            sections.Add(code[start..end]);
            start = end + 1;
        }

        return [.. sections];
    }

    /// <summary>
    /// Removes from a section what could be mistaken for placeholders of dates or texts: literal texts, padding, everything in square
    /// brackets (such as colours and conditions), and the exponent signs E+ and E-.
    /// </summary>
    public static string WithoutLiterals(string section) => Literals().Replace(section, "");

    /// <summary>
    /// Quotes characters such as ▲ and 人, which Japanese Excel accepts without quotes but the package ExcelNumberFormat does not. Removes
    /// fill characters, because how often they are repeated depends on the width of the cell.
    /// </summary>
    public static string Quoted(string code) =>
        Unquoted().Replace(code, m => m.Groups["bare"].Success ? $"\"{m.Value}\"" : m.Groups["fill"].Success ? "" : m.Value);

    public static bool HasGeneral(string section) => WithoutLiterals(section).Contains("General", StringComparison.OrdinalIgnoreCase);

    private static FormatCode Of(string code) => Sections(code) switch
    {
        { Length: > NumberSections } all => new(Joined(all[..NumberSections]), all[NumberSections]),
        [.. var numbers, var last] when WithoutLiterals(last).Contains('@', StringComparison.Ordinal) => new(Joined(numbers), last),
        _ => new(code, null),
    };

    private static bool ShowsDates(string shown) =>
        !shown.Contains('%', StringComparison.Ordinal) && !shown.StartsWith("General", StringComparison.OrdinalIgnoreCase)
        && DateLetters().IsMatch(shown);

    private static string? Joined(string[] sections) => sections.Length == 0 ? null : string.Join(';', sections);

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|[\\_*].|;
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex SectionEnds();

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|[\\_*].|E[+-]
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literals();

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|[\\_].|(?<fill>\*.)|(?<bare>[^\x00-\x7F]+)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Unquoted();

    [GeneratedRegex("[ymdhsge]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLetters();
}
