using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>What is printed after one year.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Amounts">None when it is words.</param>
/// <param name="Doubt">Why words that hold a number are no number.</param>
internal sealed record YearEntry(FigureHeading Heading, FiscalYear Year, string Text, IReadOnlyList<FigureAmount> Amounts,
    IReadOnlyList<string> Notes, RemarkKind? Doubt)
{
    public bool IsWords => Amounts.Count == 0;
}

/// <summary>The entries of figures that belong together, and what was seen while reading them.</summary>
internal sealed record FigureSection(IReadOnlyList<YearEntry> Entries, IReadOnlyList<Remark> Remarks);
