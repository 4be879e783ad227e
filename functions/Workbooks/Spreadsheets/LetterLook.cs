using System.Runtime.InteropServices;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Whether characters are superscript or subscript.</summary>
internal enum LetterShift
{
    None,

    /// <summary>Superscript (上付き).</summary>
    Raised,

    /// <summary>Subscript (下付き).</summary>
    Lowered,
}

/// <summary>The properties of a font that change the meaning of a text.</summary>
/// <param name="IsStruck">Whether the characters are struck out (取り消し線).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LetterLook(bool IsStruck, LetterShift Shift)
{
    /// <summary>
    /// Replaces digits in superscript or subscript by characters such as ² and ₂, so that they are not read as digits of the number beside
    /// them.
    /// </summary>
    public void ShiftDigits(Span<char> text)
    {
        var digits = Shift switch { LetterShift.Raised => "⁰¹²³⁴⁵⁶⁷⁸⁹", LetterShift.Lowered => "₀₁₂₃₄₅₆₇₈₉", _ => null };
        for (var at = 0; digits is not null && at < text.Length; at++)
            text[at] = char.IsAsciiDigit(text[at]) ? digits[text[at] - '0'] : text[at];
    }
}
