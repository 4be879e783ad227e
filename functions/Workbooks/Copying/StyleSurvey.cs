using System.Xml;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>What must be known about the styles part of a workbook before it is copied.</summary>
internal sealed class StyleSurvey
{
    private readonly HashSet<string> codes = new(StringComparer.Ordinal);

    /// <summary>Ids of the number formats that the file defines and that visible content has.</summary>
    public HashSet<string> UsedCodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Indexes of the fills that mark cells with problems.</summary>
    public HashSet<int> MarkFills { get; } = [];

    /// <summary>The index of the format of the cell style Normal (標準) among the formats of cell styles.</summary>
    public string Normal { get; private set; } = "0";

    /// <param name="styles">The styles part.</param>
    /// <param name="used">Indexes of the cell formats of visible cells with content.</param>
    public static StyleSurvey Of(XmlReader styles, IReadOnlySet<int> used, Budget budget)
    {
        var survey = new StyleSurvey();
        var (list, index) = ("", -1);
        while (styles.Step(budget))
        {
            if (styles.NodeType != XmlNodeType.Element)
                continue;
            (list, index) = styles.Depth switch { 1 => (styles.LocalName, -1), 2 => (list, index + 1), _ => (list, index) };
            survey.Take(styles, (list, index), used);
        }

        survey.UsedCodes.IntersectWith(survey.codes);
        return survey;
    }

    /// <summary>Whether the file defines the number format, but no visible content has it.</summary>
    public bool IsUnused(string numberFormat) => codes.Contains(numberFormat) && !UsedCodes.Contains(numberFormat);

    private void Take(XmlReader styles, (string Name, int Index) list, IReadOnlySet<int> used)
    {
        switch (list.Name, styles.LocalName)
        {
            case ("numFmts", "numFmt"):
                codes.Add(styles.GetAttribute("numFmtId") ?? "");
                break;
            case ("cellXfs", "xf") when used.Contains(list.Index):
                UsedCodes.Add(styles.GetAttribute("numFmtId") ?? "");
                break;
            case ("fills", "fgColor") when MarkStyles.IsMark(styles.GetAttribute("rgb")):
                MarkFills.Add(list.Index);
                break;
            case ("cellStyles", "cellStyle") when styles.GetAttribute("builtinId") == "0":
                Normal = styles.GetAttribute("xfId") ?? Normal;
                break;
        }
    }
}
