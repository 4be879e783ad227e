using System.Buffers;
using System.Globalization;
using System.Text;

namespace KawasakiServerless.Domain;

/// <summary>
/// Finds and replaces invisible characters and characters that look like other characters. Both get into workbooks when text is copied from
/// PDF files or web pages.
/// </summary>
public static class LookalikeCharacters
{
    /// <summary>
    /// CJK radicals, each followed by the ideograph that it looks like (Unicode's EquivalentUnifiedIdeograph). NFKC changes only two of
    /// them, ⺟ and ⻳.
    /// </summary>
    public const string Radicals =
        "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺮竹⺯糹⺰纟"
        + "⺱罓⺲罒⺴冈⺶羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼"
        + "⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

    // Format characters (Cf), variation selectors, and blank letters: the Hangul fillers and the empty Braille pattern.
    private static readonly char[] Unseen =
    [
        .. All(c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format),
        .. Enumerable.Range(0xFE00, 16).Select(c => (char)c),
        '\u115F', '\u1160', '\u3164', '\uFFA0', '\u2800',
    ];

    private static readonly SearchValues<char> Invisible = SearchValues.Create(Unseen);

    private static readonly SearchValues<char> Blank = SearchValues.Create([.. Unseen, .. All(char.IsWhiteSpace)]);

    // The last four are the high surrogates of the invisible characters U+E0000 to U+E0FFF.
    private static readonly SearchValues<char> Resolvable = SearchValues.Create(
        [.. Unseen, .. Radicals.Where((_, at) => at % 2 == 0), '\uDB40', '\uDB41', '\uDB42', '\uDB43']);

    /// <summary>Whether a text contains only white space and invisible characters.</summary>
    public static bool ShowsNothing(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Blank);

    /// <summary>Returns the ideograph that a radical looks like, such as 民 for ⺠. Returns any other character unchanged.</summary>
    public static char Ideograph(char c) =>
        Radicals.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0 ? Radicals[at + 1] : c;

    /// <summary>Whether two texts look the same in print: for example, 人 and the radical ⼈ do, ％ and % do not.</summary>
    public static bool AreAlike(string first, string second) => first == second || Seen(first) == Seen(second);

    // Resolve replaces the CJK radicals, and NFKC the Kangxi radicals (U+2F00 to U+2FD5). NFKC is applied to nothing else, because it would
    // also unify ％ and %.
    private static string Seen(string text) =>
        string.Concat(Resolve(text).Select(c => c is >= '\u2F00' and <= '\u2FD5' ? $"{c}".Normalize(NormalizationForm.FormKC) : $"{c}"));

    private static List<char> All(Func<char, bool> what)
    {
        List<char> all = [];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            if (what((char)c))
                all.Add((char)c);
        }

        return all;
    }

    /// <summary>Whether a character is invisible.</summary>
    public static bool IsInvisible(Rune rune) =>
        rune.IsBmp ? Invisible.Contains((char)rune.Value) : rune.Value is >= 0xE0000 and <= 0xE0FFF;

    /// <summary>Removes invisible characters and replaces look-alike characters by their usual equivalents.</summary>
    public static string Resolve(string text)
    {
        if (!text.AsSpan().ContainsAny(Resolvable))
            return text;
        var resolved = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && !IsInvisible(rune))
                resolved.Append(Ideograph((char)rune.Value));
            else if (!IsInvisible(rune))
                resolved.Append(rune.ToString());
        }

        return resolved.ToString();
    }
}
