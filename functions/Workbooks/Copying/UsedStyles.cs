using System.Collections.Frozen;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>
/// Copies the styles part of a workbook. Only the elements and attributes of cell formats on an allowlist are copied. Names of cell styles
/// are omitted, because they may name people or other workbooks, and so are number formats that no visible content has, because their codes
/// may contain texts. The fills of marked cells become empty, because they show which cells had problems.
/// </summary>
/// <param name="package">The workbook.</param>
/// <param name="path">Path of the styles part; null when the workbook has none.</param>
internal sealed class UsedStyles(Package package, string? path)
{
    private static readonly string[] Colour = ["auto", "indexed", "rgb", "theme", "tint"];

    private static readonly FrozenDictionary<string, string[]> Wanted = new Dictionary<string, string[]>(
        TextParts.Wanted.Where(e => e.Key is not ("t" or "r" or "rPr" or "rFont")), StringComparer.Ordinal)
    {
        ["styleSheet"] = [],
        ["numFmts"] = [],
        ["numFmt"] = ["numFmtId", "formatCode"],
        ["fonts"] = [],
        ["font"] = [],
        ["name"] = ["val"],
        ["condense"] = ["val"],
        ["extend"] = ["val"],
        ["outline"] = ["val"],
        ["shadow"] = ["val"],
        ["fills"] = [],
        ["fill"] = [],
        ["patternFill"] = ["patternType"],
        ["fgColor"] = Colour,
        ["bgColor"] = Colour,
        ["gradientFill"] = ["type", "degree", "left", "right", "top", "bottom"],
        ["stop"] = ["position"],
        ["borders"] = [],
        ["border"] = ["diagonalUp", "diagonalDown", "outline"],
        ["left"] = ["style"],
        ["right"] = ["style"],
        ["start"] = ["style"],
        ["end"] = ["style"],
        ["top"] = ["style"],
        ["bottom"] = ["style"],
        ["diagonal"] = ["style"],
        ["vertical"] = ["style"],
        ["horizontal"] = ["style"],
        ["cellStyleXfs"] = [],
        ["cellXfs"] = [],
        ["xf"] =
        [
            "numFmtId", "fontId", "fillId", "borderId", "xfId", "quotePrefix", "applyNumberFormat", "applyFont", "applyFill", "applyBorder",
            "applyAlignment", "applyProtection",
        ],
        ["alignment"] =
        [
            "horizontal", "vertical", "textRotation", "wrapText", "indent", "relativeIndent", "justifyLastLine", "shrinkToFit", "readingOrder",
        ],
        ["protection"] = ["locked", "hidden"],
        ["colors"] = [],
        ["indexedColors"] = [],
        ["rgbColor"] = ["rgb"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly HashSet<int> used = [];
    private int fill = -1;

    /// <param name="format">The index of the cell format of a visible cell with content, as in the file; null for the default one.</param>
    public void Use(string? format)
    {
        if (format is null)
            used.Add(0);
        else if (int.TryParse(format, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            used.Add(index);
    }

    /// <param name="target">The styles part of the copy.</param>
    public void Write(Stream target)
    {
        var survey = Survey();
        using var reader = path is null ? null : package.TryOpen(path);
        using var writer = XmlWriter.Create(target, EditedPackage.AsItWas);
        if (reader is null)
        {
            writer.WriteStartElement("styleSheet", Xml.Main.NamespaceName);
            return;
        }

        var part = new CopiedPart(reader, writer, package.Budget);
        part.Run(() => Take(part, writer, survey));
    }

    private StyleSurvey Survey()
    {
        using var reader = path is null ? null : package.TryOpen(path);
        return reader is null ? new() : StyleSurvey.Of(reader, used, package.Budget);
    }

    private void Take(CopiedPart part, XmlWriter writer, StyleSurvey survey)
    {
        var name = part.Reader.LocalName;
        if (name == "cellStyles")
            Replace(part, writer, NormalStyle(survey));
        else if (name == "fill" && survey.MarkFills.Contains(++fill))
            Replace(part, writer, NoFill());
        else if (!Wanted.TryGetValue(name, out var attributes) || IsUnused(part.Reader, survey))
            part.Skip();
        else
            part.CopyChanged((attribute, value) => attributes.Contains(attribute) ? ValueOf(attribute, value, survey) : null);
    }

    private static bool IsUnused(XmlReader reader, StyleSurvey survey) => reader.LocalName switch
    {
        "numFmts" => survey.UsedCodes.Count == 0,
        "numFmt" => survey.IsUnused(reader.GetAttribute("numFmtId") ?? ""),
        _ => false,
    };

    // All formats refer to the style Normal, because the other styles have lost their names. What a cell looks like does not depend on its
    // style: every format contains all properties itself.
    private static string ValueOf(string attribute, string value, StyleSurvey survey) => attribute switch
    {
        "xfId" => survey.Normal,
        "numFmtId" when survey.IsUnused(value) => "0",
        _ => value,
    };

    private static void Replace(CopiedPart part, XmlWriter writer, XElement element)
    {
        part.Skip();
        element.WriteTo(writer);
    }

    private static XElement NoFill() => Xml.Element(
        "fill", Xml.Element("patternFill", Xml.Attribute("patternType", "none")));

    private static XElement NormalStyle(StyleSurvey survey) => Xml.Element("cellStyles", Xml.Element(
        "cellStyle", Xml.Attribute("name", "Normal"), Xml.Attribute("xfId", survey.Normal), Xml.Attribute("builtinId", 0)));
}
