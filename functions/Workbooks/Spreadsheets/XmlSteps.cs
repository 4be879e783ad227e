using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

internal static class XmlSteps
{
    // The maximum nesting depth. XmlReader does not limit it, so a hostile file could exhaust the memory. The parts of a workbook are about
    // ten levels deep.
    private const int Deepest = 100;

    /// <summary>
    /// Reads the next node like <see cref="XmlReader.Read"/>, but with a limited depth, and charges the step to the budget.
    /// </summary>
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
