using System.Text;
using System.Xml;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Gathers the first words of a shape from its runs, however many it has.</summary>
internal sealed class ShapeText(Budget budget)
{
    // A little more than an excerpt shows, so that a longer text is known to be one.
    private const int Kept = 120;

    private readonly StringBuilder words = new();
    private readonly XmlText run = new(budget);

    public void BreakLine()
    {
        if (words.Length is > 0 and < Kept)
            words.Append('\n');
    }

    /// <param name="reader">On the element of the run's text; it ends on its end.</param>
    public void Append(XmlReader reader) => Append(run.ReadElement(reader));

    public void Append(ReadOnlySpan<char> more) => words.Append(more[..Math.Min(more.Length, Kept - Math.Min(words.Length, Kept))]);

    /// <summary>What was gathered, empty when it shows nothing; and begins the next.</summary>
    public string Take()
    {
        var taken = words.ToString().Trim();
        words.Clear();
        budget.SpendCharacters(taken.Length);
        return Twins.ShowsNothing(taken) ? "" : taken;
    }
}
