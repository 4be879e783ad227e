using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <param name="IsStruck">Whether the font of the cell is struck out (取り消し線).</param>
internal sealed record CellAppearance(NumberDisplay Display, bool IsStruck)
{
    public static CellAppearance Plain { get; } = new(NumberDisplay.General, false);

    /// <summary>Applies the number format of the cell to its text. If the text changes, charges the new text to the budget.</summary>
    public SheetCell Show(SheetCell text, Budget budget)
    {
        var shown = Display.Show(text);
        if (!ReferenceEquals(shown.Content, text.Content))
            budget.SpendCharacters(shown.Content?.Length ?? 0);
        return shown;
    }
}

/// <summary>The cell formats of an .xlsx, as far as they determine what a cell displays.</summary>
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

    /// <param name="id">Id of the number format.</param>
    /// <param name="codes">The custom number formats of the workbook, by id.</param>
    /// <param name="known">Cache of the results, by id.</param>
    public static NumberDisplay DisplayOf(int id, Dictionary<int, string> codes, Dictionary<int, NumberDisplay> known)
    {
        if (!known.TryGetValue(id, out var display))
            known[id] = display = codes.TryGetValue(id, out var code) ? NumberDisplay.Of(code) : NumberDisplay.OfBuiltIn(id);
        return display;
    }

    /// <summary>
    /// Whether an element such as &lt;strike&gt; switches a font property on: true unless its attribute val is 0, false or off.
    /// </summary>
    public static bool IsOn(XmlReader reader) => reader.GetAttribute("val") is not ("0" or "false" or "off");

    private static int NumberOf(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
