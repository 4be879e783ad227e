using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>A fiscal year of a series and the text that follows it.</summary>
/// <param name="Text">The text as written.</param>
/// <param name="Amounts">The numbers in the text; empty when the text could not be read as numbers.</param>
/// <param name="Doubt">The reason why a text with a number could not be read as numbers; null for any other text.</param>
internal sealed record YearEntry(FigureHeading Heading, FiscalYear Year, string Text, IReadOnlyList<FigureAmount> Amounts,
    IReadOnlyList<string> Notes, FigureDoubtKind? Doubt)
{
    public bool IsWords => Amounts.Count == 0;
}

/// <summary>The years of a sequence of figures, and the figures in doubt among them.</summary>
internal sealed record FigureSection(IReadOnlyList<YearEntry> Entries, IReadOnlyList<FigureDoubt> Doubts);
