using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>Tells by a cell's style whether its number is shown as a date or in percent.</summary>
internal sealed partial class NumberFormats(IReadOnlyList<CellKind> kinds)
{
    // Excel's own limit.
    private const int LongestCode = 255;

    public static NumberFormats None { get; } = new([]);

    public CellKind Of(string? style) =>
        int.TryParse(style ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < kinds.Count ? kinds[index] : CellKind.Number;

    public static NumberFormats Read(XmlReader reader, Budget budget)
    {
        var codes = new Dictionary<int, CellKind>();
        List<CellKind> kinds = [];
        var inCells = false;
        while (reader.Step(budget))
        {
            inCells = reader.LocalName == "cellXfs" ? reader.NodeType == XmlNodeType.Element : inCells;
            if (reader.IsAt("numFmt"))
            {
                budget.SpendFormat();
                codes[Id(reader)] = KindOf(reader.GetAttribute("formatCode") ?? "");
            }
            else if (inCells && reader.IsAt("xf"))
            {
                budget.SpendFormat();
                kinds.Add(KindOf(Id(reader), codes));
            }
        }

        return new(kinds);
    }

    internal static CellKind KindOf(string code)
    {
        if (code.Length > LongestCode)
            return CellKind.Number;
        var shown = Literals().Replace(code.Split(';')[0], "");
        return shown.Contains('%', StringComparison.Ordinal) ? CellKind.Percent
            : General().IsMatch(shown) || !DateLetters().IsMatch(shown) ? CellKind.Number
            : CellKind.Date;
    }

    // The numbers below 164 have no code in the file; 27 to 36 and 50 to 58 are the Japanese eras.
    internal static CellKind KindOf(int id, Dictionary<int, CellKind> codes) => codes.TryGetValue(id, out var kind) ? kind : id switch
    {
        9 or 10 => CellKind.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => CellKind.Date,
        _ => CellKind.Number,
    };

    private static int Id(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|[\\_*].|E[+-]
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literals();

    [GeneratedRegex("^(?:General|G/)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex General();

    [GeneratedRegex("[ymdhsge]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLetters();
}
