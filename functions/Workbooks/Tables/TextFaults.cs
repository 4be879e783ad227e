using System.Buffers;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Faults of a text that can be found without understanding it.</summary>
/// <param name="Cleaned">The text with its control characters and other unseen characters removed; null when it contains none.</param>
/// <param name="HidesCharacters">Whether a removed character could change what a reader sees: a control character, a character that reverses
/// the direction of text, or one of the invisible copies of the ASCII characters (tags).</param>
/// <param name="PrivateAt">The position of the first character of a private use area (外字), starting at 1; zero when there is none.</param>
/// <param name="Unpaired">A bracket that has no matching bracket; null when there is none.</param>
internal sealed record TextFaults(string? Cleaned, bool HidesCharacters, int PrivateAt, char? Unpaired, bool LooksLikeFormula)
{
    private const int Short = 256;

    // The first code unit of each tag character (U+E0000 to U+E007F), and also of the variation selectors of kanji, which are kept.
    private const char TagLead = '\uDB40';

    private static readonly SearchValues<char> Brackets = SearchValues.Create(BracketPairs.Openings + BracketPairs.Closings);

    // U+FFFE and U+FFFF are noncharacters: XML cannot represent them, and storage may reject them.
    private static readonly char[] ControlSigns =
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\n' or '\t')), '\uFFFE', '\uFFFF'];

    // The characters after which text runs from right to left or, forced, from left to right.
    private static readonly char[] Reversing = [.. "\u202B\u202D\u202E\u2067"];

    // Characters that are copied along from web pages and other programs without being seen: soft hyphens, spaces of no width, marks of
    // direction and marks of the byte order.
    private static readonly char[] UnseenSigns =
        [.. "\u00AD\u061C\u180E\u200B\u200E\u200F\u202A\u202C\u2060\u2061\u2062\u2063\u2064\u2066\u2068\u2069\uFEFF"];

    private static readonly char[] PrivateSigns = [.. Enumerable.Range(0xE000, 0x1900).Concat(Enumerable.Range(0xDB80, 0x80)).Select(c =>
        (char)c)];

    private static readonly SearchValues<char> Hiding = SearchValues.Create([.. ControlSigns, .. Reversing]);

    private static readonly SearchValues<char> Removed = SearchValues.Create([.. ControlSigns, .. Reversing, .. UnseenSigns]);

    private static readonly SearchValues<char> Private = SearchValues.Create(PrivateSigns);

    public static TextFaults None { get; } = new(null, false, 0, null, false);

    // Most texts contain none of these characters. Unless they look like a formula, they are not examined further.
    private static readonly SearchValues<char> Suspicious =
        SearchValues.Create(
        [.. BracketPairs.Openings, .. BracketPairs.Closings, .. ControlSigns, .. Reversing, .. UnseenSigns, TagLead, .. PrivateSigns]);

    public static TextFaults Of(string text) =>
        text.AsSpan().ContainsAny(Suspicious) || IsLikeFormula(text) ? Examine(text) : None;

    // Returns the shared instance None if there is no fault, to avoid an allocation: many texts have brackets, but few have an unpaired
    // one.
    private static TextFaults Examine(string text) =>
        (CleanedOf(text), PlaceOfPrivate(text), UnpairedIn(text), IsLikeFormula(text)) is not (null, 0, null, false)
            and var (cleaned, at, bracket, isFormula)
            ? new(cleaned, text.AsSpan().ContainsAny(Hiding) || HasTag(text), at, bracket, isFormula)
            : None;

    /// <summary>Returns the cell with the unseen characters removed from its text.</summary>
    public SheetCell Clean(SheetCell cell) => Cleaned is null ? cell : SheetCell.OfText(Cleaned, cell.HasStruck);

    public IEnumerable<Finding> FindingsFor(string column)
    {
        if (HidesCharacters)
            yield return TextFindings.ControlCharacters(column);
        if (PrivateAt > 0)
            yield return TextFindings.PrivateCharacter(column, PrivateAt);
        if (Unpaired is { } bracket)
            yield return TextFindings.Unpaired(column, bracket);
        if (LooksLikeFormula)
            yield return TextFindings.FormulaLike(column);
    }

    private static string? CleanedOf(string text) => text.AsSpan().ContainsAny(Removed) || HasTag(text)
        ? string.Concat(text.Where((c, at) => !Removed.Contains(c) && !IsOfTag(text, at))).Trim()
        : null;

    private static bool HasTag(string text)
    {
        var at = text.AsSpan().IndexOf(TagLead);
        return at >= 0 && Enumerable.Range(at, text.Length - at).Any(place => IsOfTag(text, place));
    }

    private static bool IsOfTag(string text, int at) =>
        StartsTag(text, at) || (at > 0 && StartsTag(text, at - 1));

    private static bool StartsTag(string text, int at) =>
        text[at] == TagLead && at + 1 < text.Length && text[at + 1] is >= '\uDC00' and <= '\uDC7F';

    private static int PlaceOfPrivate(string text)
    {
        var at = text.AsSpan().IndexOfAny(Private);
        return at < 0 ? 0 : text[..at].EnumerateRunes().Count() + 1;
    }

    // A sign alone means "nothing" in many tables. A sign before a number, as in -5, and the number of a page, as in - 4 -, are no formulas
    // either.
    private static bool IsLikeFormula(string text) =>
        text.Length > 1 && (text[0] is '=' or '＝' or '@' or '＠' || (text[0] is '+' or '＋' or '-' or '－' && TypedNumber.Parse(text) is null
            && text.Any(char.IsLetterOrDigit) && !FooterText.Is(text)));

    private static char? UnpairedIn(string text)
    {
        var open = text.Length <= Short ? stackalloc char[text.Length] : new char[text.Length];
        var depth = 0;
        for (var at = Next(text, 0); at < text.Length; at = Next(text, at + 1))
        {
            if (BracketPairs.IsOpening(text[at]))
                open[depth++] = text[at];
            else if (depth > 0 && Closes(open[depth - 1], text[at]))
                depth--;
            else if (!IsListMark(text, at))
                return depth > 0 ? open[depth - 1] : text[at];
        }

        return depth > 0 ? open[depth - 1] : null;
    }

    private static int Next(string text, int from) =>
        text.AsSpan(from).IndexOfAny(Brackets) is >= 0 and var at ? from + at : text.Length;

    private static bool Closes(char opening, char closing) =>
        BracketPairs.Partner(opening) == closing || (opening is '（' or '(' && closing is '）' or ')');

    // Whether the closing bracket belongs to a list marker, which has no opening bracket, such as 1) or ア）.
    private static bool IsListMark(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return text[at] is '）' or ')' && at - start is 1 or 2 && (start == 0 || char.IsWhiteSpace(text[start - 1]));
    }
}

/// <summary>Caches the faults of long texts, because a hostile workbook may use the same long text in a million cells.</summary>
internal sealed class TextFaultsMemory
{
    private const int Long = 200;

    private readonly Dictionary<string, TextFaults> known = new(ReferenceEqualityComparer.Instance);
    private (string? Text, TextFaults Faults) last = (null, TextFaults.None);

    public TextFaults Of(SheetCell cell)
    {
        if (cell is not { Kind: CellKind.Text, Content: { Length: <= WorkbookLimits.TextLength } text })
            return TextFaults.None;
        // Remembers the last text, because several callers ask for the same cell one after another.
        if (!ReferenceEquals(text, last.Text))
            last = (text, FaultsOf(text));
        return last.Faults;
    }

    private TextFaults FaultsOf(string text)
    {
        if (text.Length < Long)
            return TextFaults.Of(text);
        if (!known.TryGetValue(text, out var faults))
            known[text] = faults = TextFaults.Of(text);
        return faults;
    }
}
