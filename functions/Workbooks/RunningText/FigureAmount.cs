using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>One of the numbers that a text gives for a year, with its label and unit, such as パソコン教室 3 講座.</summary>
/// <param name="Label">The words before the number, such as パソコン教室; null when there are none.</param>
/// <param name="Bracketed">If the amount is in brackets, such as 24,470人 in 462クラブ(24,470人), the text in the brackets; otherwise
/// null.</param>
internal sealed record FigureAmount(string? Label, decimal Number, string? Unit, bool IsSplit, string? Bracketed = null)
{
    public string? FoldedUnit { get; } = Unit?.Fold();
}

/// <summary>The amounts at the beginning of a text, with the notes and unknown units among them.</summary>
/// <param name="Rest">The index of the first token after the amounts.</param>
/// <param name="Doubt">The reason why the text cannot be read as amounts; null when it can.</param>
internal sealed record FigureAmounts(
    IReadOnlyList<FigureAmount> List, IReadOnlyList<string> Notes, IReadOnlyList<string> UnknownUnits, int Rest, FigureDoubtKind? Doubt);
