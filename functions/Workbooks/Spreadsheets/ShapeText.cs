using System.Text;
using System.Xml;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Collects the beginning of a shape's text, which the file stores as a sequence of runs and paragraphs.</summary>
internal sealed class ShapeText(Budget budget)
{
    // The number of characters of a text that are stored: slightly more than a message to the department quotes, so that the quotation from
    // a longer text still ends with ….
    private const int Kept = 120;

    private readonly StringBuilder words = new();
    private readonly XmlText run = new(budget);

    public void BreakLine()
    {
        if (words.Length is > 0 and < Kept)
            words.Append('\n');
    }

    /// <param name="reader">Must be at the text element of a run (a piece of text with one format). Afterwards it is at the end tag of that
    /// text element.</param>
    public void Append(XmlReader reader) => Append(run.ReadElement(reader));

    public void Append(ReadOnlySpan<char> more) => words.Append(more[..Math.Min(more.Length, Kept - Math.Min(words.Length, Kept))]);

    /// <summary>Returns the collected text, or an empty one when it has no visible characters, and prepares for the next shape.</summary>
    public string Take()
    {
        var taken = words.ToString().Trim();
        words.Clear();
        budget.SpendCharacters(taken.Length);
        return LookalikeCharacters.ShowsNothing(taken) ? "" : taken;
    }
}
