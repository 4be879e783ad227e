namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>The characters that departments type before each item of a list within a cell.</summary>
internal static class Bullets
{
    public const string Signs = "・･●○◯〇◎◆◇■□▪•‣∙◦⚫⚪⦁❖✦➢➤✓✔☑-－‐–—＊*";

    public static string[] LinesOf(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static bool IsAt(string line) => line.Length > 1 && Signs.Contains(line[0], StringComparison.Ordinal);

    public static string Without(string item) => IsAt(item) ? item[1..].TrimStart() : item;
}

/// <summary>The lines of a cell that contains a list of items, one below the other.</summary>
internal sealed class ItemLines(string text)
{
    private bool? areBulleted, areNumbered;

    public string[] All { get; } = Bullets.LinesOf(text);

    /// <summary>Whether items begin with bullets. A mark before a year or a category, as in ■平成28年度, is no bullet.</summary>
    public bool AreBulleted => areBulleted ??= Array.Exists(All, l => Bullets.IsAt(l) && !IsYearOrCategory(l));

    // Whether items begin with numbers: the first line with 1 and another one with 2, as in ①…②… or 1.…2.…. Numbers in parentheses, such as
    // (1), usually belong to headings.
    private bool AreNumbered => areNumbered ??= !AreBulleted && ItemNumber.Of(All[0]) == 1 && Array.Exists(All, l => ItemNumber.Of(l) == 2);

    /// <summary>
    /// Whether a line is the first line of an item. In a cell without bullets and numbers, every line begins an item, except a line in
    /// parentheses, such as （配布部数 H28：1,000）, which belongs to the item above.
    /// </summary>
    public bool BeginsItem(string line) =>
        AreBulleted ? Bullets.IsAt(line)
        : AreNumbered ? ItemNumber.Of(line) is not null
        : line[0] is not ('（' or '(') || line[^1] is not ('）' or ')');

    /// <summary>
    /// Whether a line is a heading between items. A line in parentheses is one only if the cell begins with such a line; otherwise it is
    /// a remark on the item above.
    /// </summary>
    public bool IsHeading(string line) =>
        HeadingLine.IsInParentheses(line)
            ? HeadingLine.IsInParentheses(All[0])
            : HeadingLine.YearIn(line) is not null || HeadingLine.IsEnclosed(line) || (AreBulleted && HeadingLine.IsMarked(line));

    private static bool IsYearOrCategory(string line) =>
        HeadingLine.YearIn(line) is not null || HeadingLine.CategoryIn(line) is not null;
}
