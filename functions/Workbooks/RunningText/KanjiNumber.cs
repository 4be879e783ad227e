using System.Globalization;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>Recognizes a number that is written in kanji (漢数字), such as 三十, 二〇 or 百二十人.</summary>
internal static partial class KanjiNumber
{
    private const string Digits = "〇一二三四五六七八九";

    private static readonly Dictionary<char, int> Scales = new() { ['十'] = 10, ['百'] = 100, ['千'] = 1_000 };

    /// <summary>Returns the number and whether it is approximate; null when the text is not such a number, such as 一部 or 十分.</summary>
    public static (string Digits, bool IsApproximate)? In(string folded) =>
        Number().Match(folded) is { Success: true } match ? (ValueOf(match.Groups["number"].Value), match.Groups["about"].Success) : null;

    private static string ValueOf(string number)
    {
        var parts = number.Split('万');
        var value = (parts.Length > 1 ? BelowTenThousand(parts[0]) * 10_000 : 0) + BelowTenThousand(parts[^1]);
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static long BelowTenThousand(string number)
    {
        var (sum, digit) = (0L, 0L);
        foreach (var c in number)
        {
            if (Scales.TryGetValue(c, out var scale))
                (sum, digit) = (sum + (Math.Max(digit, 1) * scale), 0);
            else
                digit = (digit * 10) + Digits.IndexOf(c, StringComparison.Ordinal);
        }

        return sum + digit;
    }

    // Excludes units such as 部, 分 and 時, which form ordinary words with a number: 一部, 十分, 一時.
    [GeneratedRegex(
        "^(?<about>約|およそ)?(?<number>[一二三四五六七八九十百千][〇一二三四五六七八九十百千]{0,6}(?:万[〇一二三四五六七八九十百千]{0,7})?)(?:人|名|回|件|か所|箇所|団体|世帯|施設)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
