using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>
/// A number that a text gives for an indicator and a year, although the indicator's figure for that year differs or is missing.
/// </summary>
/// <param name="Claimed">The number in the text.</param>
internal sealed record Contradiction(Indicator Indicator, FiscalYear Year, decimal Claimed)
{
    /// <summary>
    /// The address of the cell with the figure, such as K5, or of the cell with the indicator's name when the table has no column for the
    /// year.
    /// </summary>
    public required string FigureCell { get; init; }

    /// <summary>The address of the cell with the text, such as E5, or 「本文」のD5 if the text is on another sheet than the figure.</summary>
    public required string TextCell { get; init; }

    public bool IsInOneCell => FigureCell == TextCell;
}

/// <summary>The Japanese texts of findings about figures that contradict a text or each other.</summary>
internal static class ContradictionFindings
{
    public static Finding TextDiffers(Contradiction found)
    {
        var (shown, said) = (Written(FigureOf(found), found.Indicator), Written(found.Claimed, found.Indicator));
        return ProblemKinds.TextDiffers.Say(
            found.IsInOneCell
                ? $"「{Name(found)}」の{found.Year.Label}の数値は{shown}ですが、同じセルの文では{said}になっています。"
                : $"「{Name(found)}」の{found.Year.Label}の数値は{shown}（{found.FigureCell}）ですが、文章では{said}（{found.TextCell}）になっています。",
            $"どちらが正しいか確かめ、違っている方を直してください。数えているものが違うときは、そのことが分かるように書いてください。例：文章の「{said}」を「{shown}」に直す");
    }

    public static Finding TextYearMissing(Contradiction found)
    {
        var said = Written(found.Claimed, found.Indicator);
        return ProblemKinds.TextYearMissing.Say(
            found.IsInOneCell
                ? $"「{Name(found)}」の{found.Year.Label}の数値がありませんが、同じセルの文には{said}とあります。"
                : $"「{Name(found)}」の{found.Year.Label}の数値がありません（{found.FigureCell}）が、文章には{said}とあります（{found.TextCell}）。",
            $"文章の数値が正しければ、その年度の欄にも書いてください。欄がないときは、年度の列を加えてください。例：{Written(found.Claimed)}") with
        { RemedyInText = $"文の数値が正しければ、ほかの年度と並べて書いてください。例：{found.Year.EraLabel}：{said}" };
    }

    /// <param name="total">The indicator whose name says that it is a total.</param>
    /// <param name="figure">The figure of the total.</param>
    /// <param name="parts">The cell of the total, the cells of the parts, and the sum of the parts, which should equal the total.</param>
    public static Finding TotalDiffers(Indicator total, Figure figure, ComparedParts parts) => ProblemKinds.TotalDiffers.Say(
        $"「{Excerpt.Of(total.FullName)}」の{figure.Year.Label}は{Written(figure.Value!.Value, total)}（{parts.TotalCell}）ですが、"
            + $"内訳（{parts.Cells}）を足すと{Written(parts.Sum, total)}になります。",
        $"合計と内訳のどちらが正しいか、確かめてください。ほかにも内訳があるときは、「その他」として書き加えてください。例：合計を{Written(parts.Sum)}に直す");

    /// <param name="part">The indicator of the part, such as うち新規.</param>
    /// <param name="figure">The figure of the part.</param>
    /// <param name="whole">The cell of the part, the cell of the whole (the figure that should include the part), and, in place of a sum,
    /// the value of the whole.</param>
    public static Finding PartOver(Indicator part, Figure figure, ComparedParts whole) => ProblemKinds.TotalDiffers.Say(
        $"「{Excerpt.Of(part.FullName)}」の{figure.Year.Label}は{Written(figure.Value!.Value, part)}（{whole.TotalCell}）で、"
            + $"全体の{Written(whole.Sum, part)}（{whole.Cells}）を超えています。",
        $"どちらの数値が正しいか、確かめてください。例：「{Excerpt.Of(part.FullName)}」を{Written(whole.Sum)}以下に直す");

    private static string Name(Contradiction found) => Excerpt.Of(found.Indicator.FullName);

    private static decimal FigureOf(Contradiction found) => found.Indicator.Figures.First(f => f.Year == found.Year).Value ?? 0;

    private static string Written(decimal number, Indicator indicator) => Written(number) + Excerpt.Of(indicator.Unit ?? "");

    private static string Written(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture);
}

/// <summary>The cells of a figure and of the figures with which it is compared, and the sum of the latter.</summary>
/// <param name="TotalCell">The cell of the figure itself.</param>
/// <param name="Cells">The cells of the figures with which it is compared, such as K3–K4.</param>
internal sealed record ComparedParts(string TotalCell, string Cells, decimal Sum);
