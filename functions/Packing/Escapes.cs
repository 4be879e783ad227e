using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace KawasakiServerless.Packing;

/// <summary>
/// Encodes and decodes characters that XML cannot contain, in the format of .xlsx files (ST_Xstring): _x000D_ for CR, _x005F_ for an
/// underscore that would otherwise look like the start of an escape.
/// </summary>
internal static partial class Escapes
{
    // Characters that need no escape. The set is incomplete, but it covers all characters of most texts, which thus take the fast path.
    private static readonly SearchValues<char> NeedNone = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0xD800 - 0x20).Concat(Enumerable.Range(0xE000, 0xFFFE - 0xE000)).Select(c => (char)c)]);

    /// <summary>Decodes escapes, converts line breaks to \n, replaces lone surrogates by U+FFFD, and trims the text.</summary>
    public static string Clean(string raw)
    {
        var decoded = raw.Contains("_x", StringComparison.Ordinal)
            ? Escaped().Replace(raw, m => $"{(char)Code(m.Groups["code"].ValueSpan)}")
            : raw;
        return Plain(decoded);
    }

    /// <summary>Does the same as <see cref="Clean"/> for a text that contains no escapes.</summary>
    public static string Plain(string text) => WithoutHalves(text.ReplaceLineEndings("\n")).Trim();

    public static string Encode(string text) => !text.Contains("_x", StringComparison.Ordinal) && !text.AsSpan().ContainsAnyExcept(NeedNone)
        ? text
        : string.Concat(LooksEscaped().Replace(WithoutHalves(text), "_x005F_").Select(c => IsPlain(c) ? $"{c}" : $"_x{(int)c:X4}_"));

    private static bool IsPlain(char c) => char.IsSurrogate(c) || (XmlConvert.IsXmlChar(c) && c != '\r');

    private static int Code(ReadOnlySpan<char> hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string WithoutHalves(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes().Select(r => r.ToString())) : text;

    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();

    // The expression does not require the closing underscore. The character after the four digits may be replaced by its own escape
    // sequence, which begins with an underscore and would complete this one.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4})")]
    private static partial Regex LooksEscaped();
}
