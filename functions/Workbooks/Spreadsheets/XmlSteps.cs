using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

internal static class XmlSteps
{
    // Parts of a workbook are about ten levels deep; XmlReader has no depth limit and would run until memory is exhausted.
    private const int Deepest = 100;

    /// <summary>Like <see cref="XmlReader.Read"/>, but limited in depth and charged to a budget.</summary>
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
