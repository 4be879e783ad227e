using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using KawasakiServerless.Packing;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// Finds the cell styles of a workbook that differ visibly from the normal style: bold, italic, underlined, struck through, coloured or
/// filled.
/// </summary>
internal static class StylesThatDiffer
{
    private static readonly string[] Marks = ["b", "i", "u", "strike", "color"];

    /// <returns>The indexes of the styles, which are the values of the attribute s of cells.</returns>
    public static IReadOnlySet<string> In(ZipArchive zip)
    {
        if (zip.GetEntry("xl/styles.xml") is not { } part)
            return new HashSet<string>();
        using var stream = part.Open();
        var styles = XElement.Load(stream);
        var (fonts, fills) = (
            Numbers(styles, "fonts", f => f.Elements().Any(e => Marks.Contains(e.Name.LocalName))), Numbers(styles, "fills", IsFilled));
        return Numbers(styles, "cellXfs", x => fonts.Contains((string?)x.Attribute("fontId") ?? "")
            || fills.Contains((string?)x.Attribute("fillId") ?? ""));
    }

    private static bool IsFilled(XElement fill) =>
        (string?)fill.Element(Xml.Main + "patternFill")?.Attribute("patternType") is not (null or "none" or "gray125");

    private static HashSet<string> Numbers(XElement styles, string list, Func<XElement, bool> which) =>
    [
        .. (styles.Element(Xml.Main + list)?.Elements() ?? []).Index().Where(e => which(e.Item))
            .Select(e => e.Index.ToString(CultureInfo.InvariantCulture)),
    ];
}
