using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// Recognizes a year that is followed by a colon and therefore introduces a figure, such as H28：, H28年：, 平成28（2016）年度： or 2016年度 :. A year
/// without a colon, or the second year of a pair such as H28〜H29：, is part of the text.
/// </summary>
internal static class YearMark
{
    public static FigureToken? Read(string text, int at)
    {
        if (YearEnd(text, at) is not { } end || Skip(text, end) is var colon && At(text, colon) != ':')
            return null;
        return FiscalYear.TryParse(text[at..end], out var year) && !ContinuesYears(text, at)
            ? new(TokenKind.Year, at, colon + 1) { Year = year }
            : null;
    }

    private static int? YearEnd(string text, int at) => char.IsAsciiDigit(text[at]) ? WesternEnd(text, at) : EraEnd(text, at);

    // Four digits are a year only with a suffix, as in 2016年度. Without one they may be anything, such as the ratio 2000:1.
    private static int? WesternEnd(string text, int at)
    {
        var end = at + Digits(text, at, 5);
        if (end - at != 4)
            return null;
        // The suffix may follow an era in brackets, as in 2016（平成28）年度.
        var suffixed = Suffixed(text, EraBeside(text, end));
        return suffixed > end ? suffixed : null;
    }

    private static int? EraEnd(string text, int at)
    {
        var era = EraLength(text, at);
        if (era == 0)
            return null;
        var number = Skip(text, at + era);
        var digits = At(text, number) == '元' ? 1 : Digits(text, number, 3);
        return digits is 0 or 3 ? null : Suffixed(text, Bracketed(text, number + digits));
    }

    private static int EraLength(string text, int at)
    {
        if (text[at] is 'H' or 'R' or 'h' or 'r')
            return at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) ? 0 : 1;
        // 平28 is a year; in 水平28 the character 平 is part of a word.
        if (text[at] is '平' or '令' or '昭' && char.IsAsciiDigit(At(text, Skip(text, at + 1))))
            return at > 0 && char.IsLetter(text[at - 1]) ? 0 : 1;
        return (text[at], At(text, at + 1)) is ('令', '和') or ('平', '成') or ('昭', '和') ? 2 : 0;
    }

    private static int Bracketed(string text, int at)
    {
        var open = Skip(text, at);
        return At(text, open) == '(' && Digits(text, open + 1, 5) == 4 && At(text, open + 5) == ')' ? open + 6 : at;
    }

    private static int EraBeside(string text, int at)
    {
        var open = Skip(text, at);
        if (At(text, open) != '(' || open + 1 >= text.Length || EraLength(text, open + 1) is not (> 0 and var era))
            return at;
        var number = open + 1 + era;
        var end = number + (At(text, number) == '元' ? 1 : Digits(text, number, 2));
        return end > number && At(text, end) == ')' ? end + 1 : at;
    }

    private static int Suffixed(string text, int at)
    {
        var suffix = Skip(text, at);
        if (At(text, suffix) != '年')
            return at;
        return At(text, suffix + 1) == '度' ? suffix + 2 : suffix + 1;
    }

    // Whether the year is the second of a pair such as H28〜H29： or H28・H29：. The figure then applies to both years and cannot be assigned
    // to one of them.
    private static bool ContinuesYears(string text, int at)
    {
        var joint = Back(text, at - 1);
        if (At(text, joint) is '~' or '〜' or '-' or '−' or '–' or '‐')
            return Year(text, joint) is var before && (char.IsAsciiDigit(At(text, before)) || IsEraYear(text, before));
        if (EndsWith(text, joint, "から") || EndsWith(text, joint, "及び"))
            joint--;
        else if (At(text, joint) is not ('・' or '、' or ',' or '/' or '&' or '+' or 'と'))
            return false;
        return char.IsAsciiDigit(text[at]) ? IsWesternYear(text, Year(text, joint)) : IsEraYear(text, Year(text, joint));
    }

    /// <summary>Returns the index of the last digit, or of 元, of the year that precedes a character such as 〜 or ・.</summary>
    private static int Year(string text, int joint)
    {
        var at = Back(text, joint - 1);
        if (At(text, at) == '度')
            at--;
        return At(text, at) == '年' ? Back(text, at - 1) : at;
    }

    private static bool IsEraYear(string text, int last)
    {
        var before = last - (At(text, last) == '元' ? 1 : DigitsBack(text, last, 3));
        return before < last && At(text, Back(text, before)) is 'H' or 'R' or 'h' or 'r' or '成' or '和';
    }

    // Whether the digits that end at the index `last` are a year: exactly four digits, within the range of fiscal years. In 6039、2017年度：
    // the digits 6039 are not, so they are a figure, and 2017年度 is not the second year of a pair.
    private static bool IsWesternYear(string text, int last) =>
        DigitsBack(text, last, 5) == 4 && At(text, last - 4) is not (',' or '.')
            && FiscalYear.TryParse(text[(last - 3)..(last + 1)], out _);

    private static int DigitsBack(string text, int last, int most)
    {
        var count = 0;
        while (count < most && char.IsAsciiDigit(At(text, last - count)))
            count++;
        return count;
    }

    private static bool EndsWith(string text, int last, string word) =>
        last + 1 >= word.Length && string.CompareOrdinal(text, last + 1 - word.Length, word, 0, word.Length) == 0;

    private static int Digits(string text, int at, int most)
    {
        var count = 0;
        while (count < most && char.IsAsciiDigit(At(text, at + count)))
            count++;
        return count;
    }

    private static int Skip(string text, int at)
    {
        while (At(text, at) == ' ')
            at++;
        return at;
    }

    private static int Back(string text, int at)
    {
        while (At(text, at) == ' ')
            at--;
        return at;
    }

    private static char At(string text, int at) => at >= 0 && at < text.Length ? text[at] : '\0';
}
