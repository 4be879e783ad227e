using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Figures;

/// <summary>The workbook cell (セル) of each figure of an indicator, for the box with the source (出典).</summary>
internal static class FigureCells
{
    /// <summary>
    /// A label for each figure, such as 平成29（2017）年度の値, and its cell, such as K155. Empty if the source names only the cells of the row.
    /// </summary>
    public static IEnumerable<(string Value, string Cell)> Of(Indicator indicator) => indicator.Source.Values.Count == 0
        ? []
        : indicator.Figures.Select(f => ($"{f.Year.Label}の値", indicator.Source.CellOf(f.Year)));
}
