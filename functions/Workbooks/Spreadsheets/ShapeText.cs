using System.Text;
using System.Xml;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Collects the beginning of a shape's text from its runs.</summary>
internal sealed class ShapeText(Budget budget)
{
    // Slightly more than an excerpt shows, so that an excerpt of a longer text is recognized as shortened.
    private const int Kept = 120;

    private readonly StringBuilder words = new();
    private readonly XmlText run = new(budget);

    public void BreakLine()
    {
        if (words.Length is > 0 and < Kept)
            words.Append('\n');
    }

    /// <param name="reader">Positioned on the run's text element; afterwards on its end element.</param>
    public void Append(XmlReader reader) => Append(run.ReadElement(reader));

    public void Append(ReadOnlySpan<char> more) => words.Append(more[..Math.Min(more.Length, Kept - Math.Min(words.Length, Kept))]);

    /// <summary>Returns the collected text, empty when nothing of it is visible, and resets the collector.</summary>
    public string Take()
    {
        var taken = words.ToString().Trim();
        words.Clear();
        budget.SpendCharacters(taken.Length);
        return Twins.ShowsNothing(taken) ? "" : taken;
    }
}
