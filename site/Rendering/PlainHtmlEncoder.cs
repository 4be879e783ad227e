using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace KawasakiServerless.Site.Rendering;

/// <summary>
/// Escapes &amp; &lt; &gt; " ' and control characters other than line feeds and tabs, and leaves Japanese unescaped: the default encoder
/// writes Japanese characters as numeric references, which doubles the size of the page.
/// </summary>
internal sealed unsafe class PlainHtmlEncoder : HtmlEncoder
{
    private readonly SearchValues<char> escaped;

    private PlainHtmlEncoder() =>
        escaped = SearchValues.Create([.. Enumerable.Range(0, 0xA0).Where(WillEncode).Select(scalar => (char)scalar)]);

    public static PlainHtmlEncoder Instance { get; } = new();

    // The longest outputs, &quot; and &#x9F;, have six characters.
    public override int MaxOutputCharactersPerInputCharacter => 6;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is '&' or '<' or '>' or '"' or '\'' || IsControl(unicodeScalar);

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        var end = span.IndexOfAny(escaped);
        var surrogate = (end < 0 ? span : span[..end]).IndexOfAnyInRange('\uD800', '\uDFFF');
        return surrogate < 0 ? end : surrogate;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        numberOfCharactersWritten = 0;
        return WillEncode(unicodeScalar)
            ? Escape(unicodeScalar).TryCopyTo(target) && (numberOfCharactersWritten = Escape(unicodeScalar).Length) > 0
            : new Rune(unicodeScalar).TryEncodeToUtf16(target, out numberOfCharactersWritten);
    }

    private static string Escape(int scalar) => scalar switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        // HTML does not allow a character reference to NUL, so U+FFFD replaces NUL.
        0 => "\uFFFD",
        _ => string.Create(CultureInfo.InvariantCulture, $"&#x{scalar:X};"),
    };

    private static bool IsControl(int scalar) => scalar is < ' ' and not ('\n' or '\t') or (>= 0x7F and <= 0x9F);
}
