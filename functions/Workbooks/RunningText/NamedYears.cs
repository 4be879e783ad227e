using System.Buffers;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>Quickly finds out whether a text may name a fiscal year. Most texts name none and need no further parsing.</summary>
internal static class NamedYears
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("年平令昭HRhrＨＲｈｒ㍻㋿");

    private static readonly SearchValues<char> Joints = SearchValues.Create("はにのでお中、, 　0123456789０１２３４５６７８９");

    /// <summary>Whether the text may contain a fiscal year, such as 平成29, H29 or 2017年.</summary>
    public static bool MayBeIn(string text) => Any(text, IsOfYear);

    /// <summary>
    /// Whether the text may contain a fiscal year as part of a sentence, such as 平成29年度は or H29に, but not H29：, which is part of a series.
    /// </summary>
    public static bool MayBeginSentence(string text) => Any(text, IsBeforeJoint);

    private static bool Any(string text, Func<string, int, bool> isMeant)
    {
        for (var at = text.AsSpan().IndexOfAny(Signs); at >= 0;)
        {
            if (isMeant(text, at))
                return true;
            var next = text.AsSpan(at + 1).IndexOfAny(Signs);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool IsOfYear(string text, int at) => text[at] switch
    {
        '㍻' or '㋿' => true,
        '年' => at > 0 && (IsDigit(text[at - 1]) || text[at - 1] is ')' or '）' or ' ' or '　'),
        '平' or '令' or '昭' => at + 1 < text.Length && (IsDigit(text[at + 1]) || text[at + 1] is '成' or '和'),
        _ => at + 1 < text.Length && (IsDigit(text[at + 1]) || text[at + 1] is ' ' or '　'),
    };

    private static bool IsBeforeJoint(string text, int at)
    {
        var end = at + 1;
        if (text[at] == '年' && end < text.Length && text[end] == '度')
            end++;
        else
            end = DigitsEnd(text, end);
        return end > at + 1 && end < text.Length && Joints.Contains(text[end]);
    }

    private static int DigitsEnd(string text, int at)
    {
        while (at < text.Length && IsDigit(text[at]))
            at++;
        return at;
    }

    private static bool IsDigit(char c) => c is (>= '0' and <= '9') or (>= '０' and <= '９') or '元';
}
