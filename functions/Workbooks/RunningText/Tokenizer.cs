using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>Splits normalized text into tokens. Every character belongs to exactly one token.</summary>
internal sealed class Tokenizer(string text)
{
    private const int MostDigits = 18;

    public static IEnumerable<FigureToken> Read(string text)
    {
        var tokenizer = new Tokenizer(text);
        for (var at = 0; at < text.Length;)
        {
            var token = tokenizer.TokenAt(at);
            yield return token;
            at = token.End;
        }
    }

    private FigureToken TokenAt(int at)
    {
        if (YearMark.Read(text, at) is { } year)
            return year;
        var kind = KindAt(at);
        return kind switch
        {
            TokenKind.Number => NumberAt(at),
            TokenKind.Word or TokenKind.Space => new(kind, at, RunEnd(at, kind)),
            _ => new(kind, at, at + 1),
        };
    }

    private int RunEnd(int at, TokenKind kind)
    {
        var end = at + 1;
        while (end < text.Length && KindAt(end) == kind && YearMark.Read(text, end) is null)
            end++;
        return end;
    }

    private TokenKind KindAt(int at) => text[at] switch
    {
        ' ' => TokenKind.Space,
        '\n' => TokenKind.Break,
        '(' or '[' => TokenKind.Open,
        ')' or ']' => TokenKind.Close,
        '/' => TokenKind.Slash,
        ',' or '、' or ';' or '→' or '⇒' => TokenKind.Comma,
        '・' => TokenKind.Dot,
        '~' or '〜' => TokenKind.Range,
        ':' => TokenKind.Colon,
        '。' => TokenKind.Stop,
        '▲' or '△' => TokenKind.Sign,
        '-' or '−' or '–' or '‐' => Dash(at),
        >= '0' and <= '9' => TokenKind.Number,
        (>= '①' and <= '⒇') or (>= '❶' and <= '❿') or (>= '㉑' and <= '㉟') or (>= '㊱' and <= '㊿') => TokenKind.Circled,
        _ => TokenKind.Word,
    };

    // A dash between digits is a range (3-5). Directly before digits, and not after a letter, it is a minus sign (-5). Otherwise it is part
    // of a word (K-STEP).
    private TokenKind Dash(int at)
    {
        var (before, after) = (at - 1, at + 1);
        while (before >= 0 && text[before] == ' ')
            before--;
        while (after < text.Length && text[after] == ' ')
            after++;
        if (after == text.Length || !char.IsAsciiDigit(text[after]))
            return TokenKind.Word;
        if (before >= 0 && char.IsAsciiDigit(text[before]))
            return TokenKind.Range;
        return after == at + 1 && (at == 0 || !char.IsLetter(text[at - 1])) ? TokenKind.Sign : TokenKind.Word;
    }

    private FigureToken NumberAt(int at)
    {
        var end = DigitsEnd(at);
        var split = end == at + 1 ? SplitEnd(end) : end;
        var digits = split > end ? text[at..split].WithoutSpaces() : text[at..end];
        return IsNumber(digits)
            ? new(TokenKind.Number, at, split)
            {
                Number =
                decimal.Parse(digits.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture),
                IsSplit = split > end
            }
            : new(TokenKind.Odd, at, end);
    }

    private int DigitsEnd(int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at])
            || (text[at] is ',' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
            at++;
        return at;
    }

    // Joins single digits that are separated by spaces: for example, 5 6 is 56. Groups with more digits are not joined, because 6 347 may
    // be two figures.
    private int SplitEnd(int end)
    {
        for (var count = 1; count < MostDigits; count++)
        {
            var next = end;
            while (next < text.Length && text[next] == ' ')
                next++;
            if (next == end || next == text.Length || !char.IsAsciiDigit(text[next]) || DigitsEnd(next) != next + 1)
                break;
            end = next + 1;
        }

        return end;
    }

    private static bool IsNumber(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var groups = whole.Split(',');
        return digits.Length <= MostDigits
            && (point < 0 || digits.AsSpan(point + 1).IndexOfAny('.', ',') < 0)
            && (groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(g => g.Length == 3)));
    }
}
