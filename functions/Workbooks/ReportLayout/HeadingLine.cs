using System.Buffers;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Recognizes headings that are a line of their own, such as 【平成28年度】, ■意識づくり or ＜普及啓発＞. Departments write them in any kind of
/// brackets and with any mark before them.
/// </summary>
internal static partial class HeadingLine
{
    // A longer line is no heading.
    private const int Longest = 100;

    private const string Openings = BracketPairs.Openings + "<[{≪", Closings = BracketPairs.Closings + ">]}≫";

    private const string Quotes = "「『", OwnMarks = "★☆▶►▷▼▽";

    private const string Activity = "(?:取組|取り組み|取組み|活動|実績)(?:の?(?:内容|状況|概要|実績))?";

    // Every year contains one of these characters. Checking for them first avoids most of the work for other lines.
    private static readonly SearchValues<char> YearSigns =
        SearchValues.Create("年平令昭㍻㋿HRShrsＨＲＳｈｒｓ0123456789０１２３４５６７８９");

    // Everything that may surround a year or a category. Parentheses are handled separately, because a year may contain them.
    private static readonly char[] Around =
        [.. (Bullets.Signs + OwnMarks + Openings + Closings + "=~ ").Where(c => c is not ('(' or ')' or '（' or '）'))];

    /// <summary>
    /// Returns the year of a line that consists only of a year and its decoration, such as 【平成28年度】, ■H28 or 平成28年度の取組; null for any
    /// other line.
    /// </summary>
    public static FiscalYear? YearIn(string line) => FiscalYear.TryParse(YearTextIn(line), out var year) ? year : null;

    /// <summary>
    /// Returns the year of a line as <see cref="YearIn(string)"/> does, but also of a line such as 29年度, whose era is that of the year in
    /// the heading above: the year closest to it.
    /// </summary>
    public static FiscalYear? YearIn(string line, FiscalYear? above) =>
        YearIn(line) ?? (above is not null && IsWithoutEra(line) ? BareYear.Near(YearTextIn(line), above) : null);

    /// <summary>Whether a line consists only of a year without its era and its decoration, such as 29年度 or 【29年度】.</summary>
    public static bool IsWithoutEra(string line) =>
        YearTextIn(line) is { Length: <= 4 } text && text.EndsWith("年度", StringComparison.Ordinal)
        && (text[0] == '元' || char.IsAsciiDigit(text[0]));

    /// <summary>
    /// Returns the text of a line without its decoration, normalized by Fold. The era of the year is still the one that was typed.
    /// </summary>
    public static string YearTextIn(string line) => Bare(Activities().Replace(Bare(line), ""));

    /// <summary>
    /// Whether a line is a year heading although it may name no single year, as in 29年度, 【平成28～29年度】 or 【平成999年度】, so that this is
    /// reported.
    /// </summary>
    public static bool IsOfYear(string line) =>
        line.Length <= Longest && line.AsSpan().ContainsAny(YearSigns) && (YearIn(line) is not null || IsUnclearYear(line));

    private static bool IsUnclearYear(string line) =>
        IsWithoutEra(line)
        || (Inner(line) is not { Brackets: '(' } && Years().IsMatch(YearTextIn(line)))
        || (Inner(line) is { Brackets: not '(' } inner && inner.Text.EndsWith("年度", StringComparison.Ordinal) && HasDigit(inner.Text));

    /// <summary>Returns the category of a line that consists only of its name and decoration, such as ＜意識づくり＞; otherwise null.</summary>
    public static string? CategoryIn(string line) =>
        Bare(line).WithoutSpaces() is var name ? WardActivity.Categories.FirstOrDefault(c => c == name) : null;

    /// <summary>
    /// Whether a line is in brackets and contains no figures, such as ＜普及啓発＞. Quoted text is no heading, and a text in parentheses is
    /// usually a remark on the line above.
    /// </summary>
    public static bool IsEnclosed(string line) =>
        Inner(line) is { Brackets: not '(' } inner && !Quotes.Contains(inner.Brackets, StringComparison.Ordinal) && !HasDigit(inner.Text);

    /// <summary>Whether a line is in parentheses and contains no figures, such as （普及啓発）, or only a year.</summary>
    public static bool IsInParentheses(string line) =>
        Inner(line) is { Brackets: '(' } inner && (!HasDigit(inner.Text) || YearIn(line) is not null);

    /// <summary>
    /// Whether a line begins with a mark that is used for headings rather than for items, as in ★普及啓発, and contains no figures.
    /// </summary>
    public static bool IsMarked(string line) =>
        line.Length > 1 && OwnMarks.Contains(line[0], StringComparison.Ordinal) && !HasDigit(line);

    /// <summary>Whether a line may be the title of the items below it: it is no sentence and contains no figures.</summary>
    public static bool IsTitle(string line) =>
        line.Length <= Longest && !HasDigit(line) && !line.EndsWith('。') && !line.EndsWith('、');

    /// <summary>Returns the opening bracket and the text within if one pair of brackets encloses the whole line; otherwise null.</summary>
    public static (char Brackets, string Text)? Inner(string line)
    {
        if (line.Length > Longest || line.Fold() is not [var open, .. { Length: > 0 } text, var close])
            return null;
        var kind = Openings.IndexOf(open, StringComparison.Ordinal);
        return kind >= 0 && Closings[kind] == close && text.AsSpan().IndexOfAny(open, close) < 0 ? (open, text) : null;
    }

    private static string Bare(string line)
    {
        var bare = line.Length > Longest ? "" : Numbers().Replace(line, "").Fold().TrimEnd(':', ' ').Trim(Around);
        return bare is ['(', .. var inner, ')'] ? inner.Trim(Around) : bare;
    }

    private const string Era = "(?:平成?|令和?|昭和?|[HRShrs])", Number = @"(?:元|[0-9]{1,4})(?:\s?\([0-9]{4}\))?";

    // Several years or a year with a word about it, such as 平成28~29年度, 平成28年度以降 or 平成30年度(予定).
    [GeneratedRegex(
        $@"^(?={Era}|[0-9]+年度){Era}?\s?{Number}\s?(?:年度?)?(?:\s?(?:[・,、~〜-]|から|及び|と)\s?{Era}?\s?{Number}\s?(?:年度?)?)*\s?"
        + @"(?:[~〜-]|から|まで|以降)?(?:\s?\(?(?:予定|計画|見込み?|目標|実績|速報|まで|以降)\)?)?$")]
    private static partial Regex Years();

    // The number of a heading before a year, as in (1)平成28年度, １．平成28年度 or ①平成28年度.
    [GeneratedRegex(@"^\s*(?:[(（]?[0-9０-９]{1,2}(?:[)）]|[.．](?![0-9０-９]{1,2}\s*$))|[①-⑳])\s*(?=.*年度|[【(（<＜]?\s*[HRＨＲ])")]
    private static partial Regex Numbers();

    private static bool HasDigit(string text) => text.Any(char.IsDigit);

    [GeneratedRegex(
        $"(?:における|の)?(?:主な)?{Activity}(?=[)]?$)|^(?:主な)?{Activity}(?=[(【[<〔〈《])")]
    private static partial Regex Activities();
}
