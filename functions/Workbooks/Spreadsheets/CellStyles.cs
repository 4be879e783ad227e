using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <param name="IsStruck">Whether its letters are struck out (取り消し線).</param>
internal sealed record CellAppearance(NumberDisplay Display, bool IsStruck)
{
    public static CellAppearance Plain { get; } = new(NumberDisplay.General, false);

    /// <summary>A text as its format shows it. What the format adds to it is counted.</summary>
    public SheetCell Show(SheetCell text, Budget budget)
    {
        var shown = Display.Show(text);
        if (!ReferenceEquals(shown.Content, text.Content))
            budget.SpendCharacters(shown.Content?.Length ?? 0);
        return shown;
    }
}

/// <summary>What the styles of a workbook say of how a cell's content is shown.</summary>
internal sealed class CellStyles(CellAppearance[] styles)
{
    public static CellStyles None { get; } = new([]);

    public CellAppearance Of(int style) => style < styles.Length ? styles[style] : CellAppearance.Plain;

    public static CellStyles Read(XmlReader reader, Budget budget)
    {
        var codes = new Dictionary<int, string>();
        var displays = new Dictionary<int, NumberDisplay>();
        List<bool> struckFonts = [];
        List<CellAppearance> styles = [];
        string? list = null;
        void ReadOne(XmlReader reader)
        {
            budget.SpendFormat();
            if (reader.LocalName == "numFmt")
                codes[NumberOf(reader, "numFmtId")] = reader.GetAttribute("formatCode") ?? "";
            else if (reader.LocalName == "font")
                struckFonts.Add(false);
            else
                styles.Add(new(DisplayOf(NumberOf(reader, "numFmtId"), codes, displays),
                    struckFonts.ElementAtOrDefault(NumberOf(reader, "fontId"))));
        }

        while (reader.Step(budget))
        {
            if (reader is { Depth: 1, NodeType: XmlNodeType.Element })
                list = reader.LocalName;
            else if (list == "fonts" && reader.IsAt("strike") && struckFonts.Count > 0)
                struckFonts[^1] = IsOn(reader);
            else if (reader.IsAt("numFmt") || (list == "fonts" && reader.IsAt("font")) || (list == "cellXfs" && reader.IsAt("xf")))
                ReadOne(reader);
        }

        return new([.. styles]);
    }

    /// <param name="id">Of a number format.</param>
    /// <param name="codes">Those that the workbook brings along.</param>
    /// <param name="known">Filled as formats are asked for.</param>
    public static NumberDisplay DisplayOf(int id, Dictionary<int, string> codes, Dictionary<int, NumberDisplay> known)
    {
        if (!known.TryGetValue(id, out var display))
            known[id] = display = codes.TryGetValue(id, out var code) ? NumberDisplay.Of(code) : NumberDisplay.OfBuiltIn(id);
        return display;
    }

    /// <summary>An element such as strike, which is on unless it says that it is off.</summary>
    public static bool IsOn(XmlReader reader) => reader.GetAttribute("val") is not ("0" or "false" or "off");

    private static int NumberOf(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
