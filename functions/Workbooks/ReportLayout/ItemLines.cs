using System.Text;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>The lines of a cell that contains a list of items, one below the other.</summary>
internal sealed class ItemLines
{
    private readonly (string Text, int Indent)[] lines;
    private readonly char? headings;

    public ItemLines(string text)
    {
        lines = NestedLines.Split(text);
        AreBulleted = Array.Exists(lines, l => IsBulleted(l.Text));
        AreNumbered = ItemNumber.Of(Array.Find(lines, l => !IsHeading(l.Text)).Text ?? "") == 1
            && Array.Exists(lines, l => ItemNumber.Of(l.Text) == 2);
        headings = MarkOfHeadings();
        All = [.. Joined().Select(l => l.ToString())];
    }

    /// <summary>The lines of the cell. A line with the lines nested below it is a single element, separated by \n.</summary>
    public string[] All { get; }

    /// <summary>Whether items begin with bullets. A mark before a year or a category, as in ■平成28年度, is no bullet.</summary>
    public bool AreBulleted { get; }

    /// <summary>Whether the lines contain two or more items with bullets or numbers, not counting those nested below another.</summary>
    public bool AreSeveral => (AreBulleted || AreNumbered) && All.Count(BeginsItem) > 1;

    // Whether items begin with numbers: the first line with 1 and another one with 2, as in ①…②… or 1.…2.…. Numbers in parentheses, such as
    // (1), usually belong to headings.
    private bool AreNumbered { get; }

    /// <summary>
    /// Whether a line is the first line of an item. In a cell without bullets and numbers, every line begins an item, except a note
    /// such as ※速報値 and a line in parentheses, such as （配布部数 H28：1,000）, which belong to the item above.
    /// </summary>
    public bool BeginsItem(string line) =>
        AreNumbered ? ItemNumber.Of(line) is not null
        : AreBulleted ? Bullets.IsAt(line)
        : line[0] != '※' && (line[0] is not ('（' or '(') || line[^1] is not ('）' or ')'));

    /// <summary>
    /// Whether a line is a heading between items. A line in parentheses is one only if the cell begins with such a line; otherwise it is
    /// a remark on the item above.
    /// </summary>
    public bool IsHeading(string line) =>
        HeadingLine.IsInParentheses(line)
            ? HeadingLine.IsInParentheses(lines[0].Text)
            : HeadingLine.IsOfYear(line) || HeadingLine.IsEnclosed(line) || (AreBulleted && HeadingLine.IsMarked(line))
                || line[0] == headings;

    /// <summary>
    /// Whether all lines of a cell are notes, sources or numbers of pages, as below a table. ＊ is a bullet rather than the mark of a note.
    /// </summary>
    public static bool AreFooter(string text) =>
        Array.TrueForAll(Bullets.LinesOf(text), line => line[0] is not ('＊' or '*') && FooterText.IsOrNumber(line));

    private static bool IsBulleted(string line) => Bullets.IsAt(line) && !IsYearOrCategory(line);

    private static bool IsYearOrCategory(string line) =>
        HeadingLine.IsOfYear(line) || HeadingLine.CategoryIn(line) is not null;

    // Returns the outermost mark, such as ■, if every line with it is a title with items below it, which have another mark; otherwise null.
    private char? MarkOfHeadings()
    {
        if (AreNumbered || Array.Find(lines, l => IsBulleted(l.Text)).Text is not [var mark, ..] first || Bullets.LevelOf(first) != 0)
            return null;
        return lines.Index().Where(l => l.Item.Text[0] == mark && IsBulleted(l.Item.Text))
            .All(l => HeadingLine.IsTitle(l.Item.Text) && l.Index + 1 < lines.Length && Bullets.LevelOf(lines[l.Index + 1].Text) > 0)
            ? mark
            : null;
    }

    // Joins each line that is nested below another one to the element that contains the latter.
    private List<StringBuilder> Joined()
    {
        var joined = new List<StringBuilder>();
        foreach (var (line, isNested) in lines.Zip(NestedLines.In([.. lines.Select(l => (LevelOf(l.Text), l.Indent))])))
        {
            if (isNested)
                joined[^1].Append('\n').Append(line.Text);
            else
                joined.Add(new(line.Text));
        }

        return joined;
    }

    // Returns the level of a line in the list; null for a heading, after which a new list begins, and -1 for a line that begins no item.
    private int? LevelOf(string line) =>
        IsHeading(line) || IsYearOrCategory(line) ? null
        : !AreNumbered ? Bullets.LevelOf(line)
        : ItemNumber.Of(line) is not null ? 0
        : Bullets.LevelOf(line) is >= 0 and var level ? level + 1
        : -1;
}
