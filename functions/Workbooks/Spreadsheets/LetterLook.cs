using System.Runtime.InteropServices;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Where letters stand on their line.</summary>
internal enum LetterShift
{
    None,

    /// <summary>上付き.</summary>
    Raised,

    /// <summary>下付き.</summary>
    Lowered,
}

/// <summary>How letters look, as far as it changes what they say.</summary>
/// <param name="IsStruck">Whether they are struck out (取り消し線).</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LetterLook(bool IsStruck, LetterShift Shift)
{
    /// <summary>Raised and lowered digits are written ² and ₂, since beside others they are no digits.</summary>
    public void ShiftDigits(Span<char> text)
    {
        var digits = Shift switch { LetterShift.Raised => "⁰¹²³⁴⁵⁶⁷⁸⁹", LetterShift.Lowered => "₀₁₂₃₄₅₆₇₈₉", _ => null };
        for (var at = 0; digits is not null && at < text.Length; at++)
            text[at] = char.IsAsciiDigit(text[at]) ? digits[text[at] - '0'] : text[at];
    }
}
