using System.Globalization;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Parses numbers as people type them in cells that contain text, such as ５６, 1,000, ▲5, △5, （5） or 45.9%.</summary>
internal static partial class TypedNumber
{
    private const int Longest = 50;

    private const string Units =
        "人|名|件|回|か所|ヶ所|カ所|ヵ所|箇所|世帯|戸|社|部|団体|クラブ|校|園|棟|台|冊|枚|円|万|千|百|億|日|時間|施設|製品|事業所?|地区|講座|組|床|点|ポイント";

    /// <summary>
    /// Parses a number and rounds it to 15 digits, as Excel does; null when the text is not a number or the number is too large.
    /// </summary>
    public static decimal? Parse(string text)
    {
        var match = Plain().Match(Folded(text));
        if (!match.Success || !decimal.TryParse(Digits(match), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var number))
            return null;
        var isNegative = number != 0 && (match.Groups["minus"].Success || match.Groups["bracket"].Success);
        return SheetCell.ToDecimal((double)(isNegative ? -number : number));
    }

    /// <summary>
    /// Parses digits that are separated by spaces: for example, 5 6 is 56 and 1 000 is 1000. Null for any other text, also for groups such
    /// as 120 30 and for digits on several lines, because these may be several numbers.
    /// </summary>
    public static decimal? ParseSplit(string text)
    {
        var folded = Folded(text);
        return !text.Contains('\n', StringComparison.Ordinal) && Spaced().IsMatch(folded) && Split().IsMatch(folded)
            ? Parse(folded.WithoutSpaces())
            : null;
    }

    /// <summary>Splits a text such as 92人 or 1,234千円 into the digits as typed and the unit; null for any other text.</summary>
    public static (string Number, string Unit)? WithUnit(string text) =>
        Folded(text) is var folded ? PartsOf(Measured().Match(folded)) ?? PartsOf(Amount().Match(folded)) : null;

    private static (string Number, string Unit)? PartsOf(Match match) =>
        match.Success ? (match.Groups["digits"].Value, match.Groups["unit"].Value) : null;

    /// <summary>
    /// Parses what a number cell displays, with or without a unit, such as ▲52, -¥52 or ▲52人. Also accepts "5." and ".5", which the formats
    /// 0.# and #.# display for 5 and 0.5. Null for any other text.
    /// </summary>
    public static decimal? OfDisplay(string shown)
    {
        var parts = Displayed().Match(LonePoint().Replace(shown, m => m.Groups["before"].Success ? "0." : ""));
        var (sign, number) = (parts.Groups["sign"].Value, parts.Groups["number"].Value);
        return Parse(sign + number) ?? (PartsOf(Measured().Match(Folded(number))) is var (digits, _) ? Parse(sign + digits) : null);
    }

    /// <summary>Whether the text ends with %, as in 45.9%.</summary>
    public static bool IsPercent(string text) => Folded(text).EndsWith('%');

    /// <summary>
    /// Whether the text is a number of 10^15 or more, too large to be read, such as 1e400 or 1,000,000,000,000,000,000, or no
    /// finite number: NaN or Infinity. To be called for a text that <see cref="Parse"/> rejects. False for 1e3 or .5, which is a number in
    /// another notation.
    /// </summary>
    public static bool IsBeyond(string text) =>
        Folded(text) is { Length: > 0 } folded
            && (Plain().IsMatch(folded)
                || (double.TryParse(folded, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && SheetCell.ToDecimal(number) is null));

    /// <summary>
    /// Finds the number in a text such as 約8万件 or 62.8%程度 and returns it as digits, such as 80000, 62.8 or ▲5. Returns null when the text
    /// contains no number, several, or one that is too large.
    /// </summary>
    public static string? Within(string text) => NumbersIn(Folded(text)) is [{ } only] ? only.Digits : null;

    /// <summary>
    /// Returns the same number as <see cref="Within"/>, with its unit (empty when it has none), such as 92 and 部. For a range or a change
    /// such as 35→37, returns the last number; for any other text with several numbers or none, null.
    /// </summary>
    public static (string Digits, string Unit)? Meant(string text) =>
        Guessed(text) is var folded && NumbersIn(folded) is [.., { } last] numbers && (numbers.Count == 1 || Joint().IsMatch(folded))
            ? (last.Digits, last.Unit)
            : null;

    /// <summary>
    /// Returns the different numbers in a text such as 3回・50人, in its order, without those of marks of notes, as in 5(注1). Empty when one
    /// of them is too large, or part of a date, a time, an ordinal number or a word such as H28.
    /// </summary>
    public static IReadOnlyList<string> AllIn(string text) =>
        Note().Replace(Guessed(text), "") is var folded && !Counted().IsMatch(folded) && NumbersIn(folded) is var numbers
            && !numbers.Contains(null)
            ? [.. numbers.Select(n => n!.Digits).Distinct()]
            : [];

    // An element is null when its number is too large to be anything that departments count.
    private static List<NumberWithin?> NumbersIn(string folded)
    {
        List<NumberWithin?> found = [];
        var before = default(NumberWithin);
        foreach (Match match in Scaled().Matches(folded))
        {
            // A number directly after another one continues it: for example, 1億2千万 is one number.
            var goesOn = before?.End == match.Groups["digits"].Index && found.Remove(before);
            before = ValueOf(match) is { } value ? new(value + (goesOn ? before!.Value : 0), match) : null;
            found.Add(before);
        }

        return found;
    }

    private static decimal? ValueOf(Match match) =>
        decimal.TryParse(Digits(match), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number < 1_000_000_000
            ? (match.Groups["minus"].Success ? -number : number)
                * match.Groups["scale"].Value.Aggregate(1L, (scale, sign) => scale * Scale(sign))
            : null;

    private static long Scale(char sign) => sign switch
    {
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        _ => 100_000_000,
    };

    private static string Folded(string text) => text.Length > Longest || HasMark(text) ? "" : text.Fold();

    // Returns the text in which numbers are guessed for an example: without marks of notes such as ①, with 1,000 for 1、000, and without
    // dates.
    private static string Guessed(string text) => text.Length > Longest ? ""
        : Day().Replace(Thousands().Replace(Folded(string.Concat(text.Where(c => !IsMark(c)))), ","), "");

    private static bool HasMark(string text) => text.AsSpan().ContainsAnyExceptInRange('\0', '\x7F') && text.Any(IsMark);

    // Whether the character is a digit such as ①, ², ㊿ or ½. A text with such a digit is not parsed, because NFKC would convert it to
    // ordinary digits: 5² would become 52.
    private static bool IsMark(char c) => c > 0x7F && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherNumber;

    private static string Digits(Match match) => match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:(?<minus>[-−‐–▲△])\s?|\+)?(?<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)\s?%?$|^(?<bracket>\()(?<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    // Does not match 1,00 or 5,6, which are not valid numbers, and does not match a part of them either.
    [GeneratedRegex(@"(?:(?<minus>[▲△]|(?<=^|約)[-−‐–])\s?)?(?<![0-9]|[0-9][,.])(?<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)(?![0-9]|[,.][0-9])(?<scale>[百千]?[万億]|[百千])?(?<unit>%|(?![万千百億])(?:" + Units + "))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Scaled();

    [GeneratedRegex(@"^(?<sign>[-−‐–▲△+]?)\s?[¥￥\\]?\s?(?<number>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Displayed();

    [GeneratedRegex(@"(?<before>(?<![0-9])\.(?=[0-9]))|(?<=[0-9])\.(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex LonePoint();

    [GeneratedRegex(@"[0-9]\S{0,4}\s?[~〜→⇒−‐–-]\s?[▲△]?[0-9]")]
    private static partial Regex Joint();

    [GeneratedRegex(@"[0-9]\s?(?:[年月:]|時(?!間))|第\s?[0-9]|[0-9][A-Za-z]|[A-Za-z][0-9]")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\(?(?:注|[※*])\s?[0-9]{1,2}\)?$")]
    private static partial Regex Note();

    [GeneratedRegex("(?<=[0-9])[、。](?=[0-9]{3}(?![0-9]))")]
    private static partial Regex Thousands();

    [GeneratedRegex("(?:19|20)[0-9]{2}(?<sign>[/.-])[0-9]{1,2}\\k<sign>[0-9]{1,2}")]
    private static partial Regex Day();

    [GeneratedRegex(@"[0-9,.]\s[0-9,.]")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"^[-−‐–▲△+(]?\s?(?:[0-9](?:\s[0-9])+|[0-9]{1,3}(?:(?:\s?,\s?|\s)[0-9]{3})+|[0-9]+)(?:\s?\.\s?[0-9]+)?\s?%?\)?$")]
    private static partial Regex Split();

    [GeneratedRegex(@"^(?<digits>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?<unit>(?![万千百億])(?:" + Units + "))$", RegexOptions.ExplicitCapture)]
    private static partial Regex Measured();

    // A number format that displays 千円 also divides the stored number, so what it displays is not split in this way.
    [GeneratedRegex(@"^(?<digits>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?<unit>(?:千|万|百万|億|十億)円)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();

    /// <param name="Value">The value; for a number such as 1億2千万, the sum of its parts.</param>
    /// <param name="Match">The match of the number's last part.</param>
    private sealed record NumberWithin(decimal Value, Match Match)
    {
        public string Digits => Value.ToString("0.####;▲0.####", CultureInfo.InvariantCulture);

        public string Unit => Match.Groups["unit"].Value;

        /// <summary>The index at which another part of the number may follow, as 2千万 follows 1億; -1 when none can.</summary>
        public int End => Match.Groups["scale"].Success ? Match.Index + Match.Length : -1;
    }
}
