using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

internal static class XmlSteps
{
    // A part of a workbook is some ten deep; XmlReader itself would follow as far as memory lasts.
    private const int Deepest = 100;

    /// <summary>As <see cref="XmlReader.Read"/>, but not into the depths, and within a budget.</summary>
    public static bool Step(this XmlReader reader, Budget budget)
    {
        budget.Step();
        return reader.Depth <= Deepest ? reader.Read() : throw new InvalidDataException("The workbook is nested too deeply.");
    }

    public static bool StepTo(this XmlReader reader, string element, Budget budget)
    {
        while (reader.Step(budget))
        {
            if (reader.IsAt(element))
                return true;
        }

        return false;
    }

    public static bool IsAt(this XmlReader reader, string element) => reader.NodeType == XmlNodeType.Element && reader.LocalName == element;
}
