using System.Runtime.InteropServices;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The vertical position of characters.</summary>
internal enum LetterShift
{
    None,

    /// <summary>上付き.</summary>
    Raised,

    /// <summary>下付き.</summary>
    Lowered,
}

/// <summary>The appearance of characters, as far as it changes their meaning.</summary>
/// <param name="IsStruck">Whether the characters are struck out (取り消し線).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LetterLook(bool IsStruck, LetterShift Shift)
{
    /// <summary>
    /// Replaces superscript and subscript digits by ² and ₂, because they must not be read as digits of an adjacent number.
    /// </summary>
    public void ShiftDigits(Span<char> text)
    {
        var digits = Shift switch { LetterShift.Raised => "⁰¹²³⁴⁵⁶⁷⁸⁹", LetterShift.Lowered => "₀₁₂₃₄₅₆₇₈₉", _ => null };
        for (var at = 0; digits is not null && at < text.Length; at++)
            text[at] = char.IsAsciiDigit(text[at]) ? digits[text[at] - '0'] : text[at];
    }
}
