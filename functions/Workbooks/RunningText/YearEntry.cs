using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>The text after one year.</summary>
/// <param name="Text">The text as printed.</param>
/// <param name="Amounts">Empty when the text is words.</param>
/// <param name="Doubt">The reason why words with a number were not read as a number.</param>
internal sealed record YearEntry(FigureHeading Heading, FiscalYear Year, string Text, IReadOnlyList<FigureAmount> Amounts,
    IReadOnlyList<string> Notes, RemarkKind? Doubt)
{
    public bool IsWords => Amounts.Count == 0;
}

/// <summary>The entries of figures that belong together, with the remarks from reading them.</summary>
internal sealed record FigureSection(IReadOnlyList<YearEntry> Entries, IReadOnlyList<Remark> Remarks);
