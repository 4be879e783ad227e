using System.Globalization;
using System.Xml.Linq;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>Decides whether a font colour is too light to be readable on the light fill of a marked cell.</summary>
internal static class LetterColour
{
    public const string Dark = "FF1F2933";

    private const int White = 255, Lightest = White * 6 / 10;

    /// <summary>
    /// Returns true for a light ARGB colour, for the theme's background colours (0 and 2) and for the palette's whites (1 and 9). Returns
    /// false for a font without a colour, because Excel displays it in black.
    /// </summary>
    public static bool IsLight(XElement font) => font.FirstCalled("color") is { } colour && (
        ((string?)colour.Attribute("rgb") is { Length: 8 } rgb && Luminance(rgb) > Lightest)
        || (string?)colour.Attribute("theme") is "0" or "2"
        || (string?)colour.Attribute("indexed") is "1" or "9");

    // The brightness from 0 to 255, with the weights of ITU-R BT.601 in thousandths.
    private static int Luminance(string argb) =>
        int.TryParse(argb.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
            ? (((rgb >> 16) * 299) + (((rgb >> 8) & 255) * 587) + ((rgb & 255) * 114)) / 1000
            : 0;
}
