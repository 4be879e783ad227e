using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>One of the numbers given for a year: パソコン教室 3 講座.</summary>
/// <param name="Label">The label, パソコン教室; null when there is none.</param>
/// <param name="Bracketed">For an amount in brackets, such as 24,470人 in 462クラブ(24,470人), its printed text; otherwise null.</param>
internal sealed record FigureAmount(string? Label, decimal Number, string? Unit, bool IsSplit, string? Bracketed = null)
{
    public string? FoldedUnit { get; } = Unit?.Fold();
}

/// <summary>The amounts at the beginning of a text.</summary>
/// <param name="Rest">The index of the first token after the amounts.</param>
/// <param name="Doubt">The reason why the text is not a list of amounts; null when it is.</param>
internal sealed record FigureAmounts(
    IReadOnlyList<FigureAmount> List, IReadOnlyList<string> Notes, IReadOnlyList<string> UnknownUnits, int Rest, RemarkKind? Doubt);
