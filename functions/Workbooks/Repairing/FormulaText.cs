using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>A row or column number in a formula, and whether it stays the same ($) when the formula is copied to another cell.</summary>
internal readonly record struct FormulaLine(int Number, bool IsFixed)
{
    public int After(int shift) => IsFixed ? Number : Number + shift;
}

/// <summary>A range of cells to which a formula refers.</summary>
/// <param name="Sheet">The name of the sheet; null for the sheet on which the formula is.</param>
internal sealed record FormulaArea(string? Sheet, (FormulaLine Row, FormulaLine Column) First, (FormulaLine Row, FormulaLine Column) Last)
{
    /// <summary>Whether the area is the same in every cell to which the formula is copied.</summary>
    public bool IsFixed => First.Row.IsFixed && First.Column.IsFixed && Last.Row.IsFixed && Last.Column.IsFixed;

    public bool Holds(CellAddress at, (int Rows, int Columns) shift) =>
        IsBetween(at.Row, First.Row.After(shift.Rows), Last.Row.After(shift.Rows))
        && IsBetween(at.Column, First.Column.After(shift.Columns), Last.Column.After(shift.Columns));

    private static bool IsBetween(int number, int one, int other) => number >= Math.Min(one, other) && number <= Math.Max(one, other);
}

/// <summary>The cells and names to which a formula refers, found without evaluating the formula.</summary>
/// <param name="Areas">The ranges in this workbook that the formula names by their addresses.</param>
/// <param name="Words">All other words, among them the names of ranges and of Excel tables.</param>
/// <param name="IsUnclear">Whether the formula may also refer to cells that are known only when it is evaluated.</param>
internal sealed partial record FormulaText(IReadOnlyList<FormulaArea> Areas, IReadOnlySet<string> Words, bool IsUnclear)
{
    // Excel's own limit for the length of a formula.
    private const int Longest = 8_192;

    private static readonly string[] Computed = ["INDIRECT", "OFFSET"];

    private static readonly FormulaText Unclear = new([], new HashSet<string>(), true);

    public static FormulaText Parse(ReadOnlySpan<char> written)
    {
        if (written.Length > Longest)
            return Unclear;
        var (areas, words, isUnclear) = (new List<FormulaArea>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase), false);
        foreach (Match token in Tokens().Matches(written.ToString()))
        {
            if (token.Groups["other"].Success)
                isUnclear = true;
            else if (token.Groups["word"].Success)
                words.Add(token.Value);
            else if (token.Groups["area"].Success)
                isUnclear |= !TryAdd(token, areas, words);
        }

        return new(areas, words, isUnclear || Array.Exists(Computed, words.Contains));
    }

    // Returns false when the area extends over several sheets, such as Sheet1:Sheet3!A1.
    private static bool TryAdd(Match token, List<FormulaArea> areas, HashSet<string> words)
    {
        var sheet = token.Groups["sheet"].Success ? token.Groups["sheet"].Value.Trim('\'') : null;
        if (sheet?.Contains(':', StringComparison.Ordinal) == true)
            return false;
        if (AreaOf(Plain(sheet), token.Groups["area"].Value) is not { } area)
            words.Add(token.Groups["area"].Value);
        else if (sheet?.Contains('[', StringComparison.Ordinal) != true || sheet.StartsWith("[0]", StringComparison.Ordinal))
            areas.Add(area);
        return true;
    }

    // [0] is the number of this workbook; sheets with other numbers are in other workbooks.
    private static string? Plain(string? sheet) =>
        sheet?.Replace("[0]", "", StringComparison.Ordinal).Replace("''", "'", StringComparison.Ordinal);

    private static FormulaArea? AreaOf(string? sheet, string area)
    {
        var colon = area.IndexOf(':', StringComparison.Ordinal);
        return CornerOf(area[..(colon < 0 ? ^0 : colon)], 1, 1) is { } first
            && CornerOf(area[(colon + 1)..], CellAddress.LastRow, CellAddress.LastColumn) is { } last
            ? new(sheet, first, last)
            : null;
    }

    // Parses one corner of an area. A whole column such as $C has no row number, so the given row is used, and for a whole row the given
    // column. Returns null when the corner is outside the sheet; the text is then a defined name and no address.
    private static (FormulaLine Row, FormulaLine Column)? CornerOf(string corner, int row, int column)
    {
        var parts = Corner().Match(corner);
        var (letters, digits) = (parts.Groups["letters"], parts.Groups["digits"]);
        var text = (letters.Success ? letters.Value : "A") + (digits.Success ? digits.Value : "1");
        if (!CellAddress.TryParse(text, out var at))
            return null;
        return (
            digits.Success ? new FormulaLine(at.Row, parts.Groups["row"].Success) : new FormulaLine(row, true),
            letters.Success ? new FormulaLine(at.Column, parts.Groups["column"].Success) : new FormulaLine(column, true));
    }

    // Texts in quotation marks are skipped. A colon that is not part of an address joins areas that are known only when the formula is
    // evaluated, such as A1:INDEX(B:B,5).
    [GeneratedRegex(
        """
        "(?>[^"]|"")*"
        | (?<![\w.\\$]) (?:(?<sheet>'(?>[^']|'')*'|[^\s'!"()+\-*/^&=<>,;:{}\#%@]+)!)?
          (?<area>\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[0-9]{1,7}:\$?[0-9]{1,7})
          (?![\w.\\(!])
        | '(?>[^']|'')*'
        | (?<![\w.\\]) (?<word>[\p{L}_\\][\w.\\?]*)
        | (?<other>:)
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex(
        "^(?<column>\\$(?=[A-Z]))?(?<letters>[A-Z]{1,3})?(?<row>\\$)?(?<digits>[0-9]{1,7})?$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Corner();
}
