using System.Globalization;
using System.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>The number formats of a workbook's cell styles.</summary>
internal sealed class NumberFormats(IReadOnlyList<NumberDisplay> displays)
{
    public static NumberFormats None { get; } = new([]);

    public NumberDisplay Of(string? style) =>
        int.TryParse(style ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < displays.Count ? displays[index] : NumberDisplay.General;

    public static NumberFormats Read(XmlReader reader, Budget budget)
    {
        var codes = new Dictionary<int, string>();
        var known = new Dictionary<int, NumberDisplay>();
        List<NumberDisplay> displays = [];
        var inCells = false;
        while (reader.Step(budget))
        {
            inCells = reader.LocalName == "cellXfs" ? reader.NodeType == XmlNodeType.Element : inCells;
            if (reader.IsAt("numFmt"))
            {
                budget.SpendFormat();
                codes[Id(reader)] = reader.GetAttribute("formatCode") ?? "";
            }
            else if (inCells && reader.IsAt("xf"))
            {
                budget.SpendFormat();
                displays.Add(DisplayOf(Id(reader), codes, known));
            }
        }

        return new(displays);
    }

    /// <param name="id">Of a format.</param>
    /// <param name="codes">Those that the workbook brings along.</param>
    /// <param name="known">Filled as formats are asked for.</param>
    public static NumberDisplay DisplayOf(int id, Dictionary<int, string> codes, Dictionary<int, NumberDisplay> known)
    {
        if (!known.TryGetValue(id, out var display))
            known[id] = display = codes.TryGetValue(id, out var code) ? NumberDisplay.Of(code) : NumberDisplay.OfBuiltIn(id);
        return display;
    }

    private static int Id(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
