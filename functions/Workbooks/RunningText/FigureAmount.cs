using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>One number of a year: パソコン教室 3 講座.</summary>
/// <param name="Label">パソコン教室; null when it has none.</param>
/// <param name="Bracketed">24,470人 of 462クラブ(24,470人), as printed; null outside brackets.</param>
internal sealed record FigureAmount(string? Label, decimal Number, string? Unit, bool IsSplit, string? Bracketed = null)
{
    public string? FoldedUnit { get; } = Unit?.Fold();
}

/// <summary>The amounts that a text begins with.</summary>
/// <param name="Rest">Where they end.</param>
/// <param name="Doubt">Why they are none.</param>
internal sealed record FigureAmounts(
    IReadOnlyList<FigureAmount> List, IReadOnlyList<string> Notes, IReadOnlyList<string> UnknownUnits, int Rest, RemarkKind? Doubt);
