namespace KawasakiServerless.Workbooks.Writing;

/// <summary>
/// Calculates the height, in points, of a row whose texts are wrapped. It may be approximate, because Excel recalculates it when the row is
/// first edited.
/// </summary>
internal static class RowHeights
{
    public const double Line = 18.75, Header = 45, Title = 32;

    private const double Tallest = 409;

    public static double Of(IEnumerable<(Content Content, double Width)> cells) =>
        Math.Min(
            Tallest, Line * cells.Select(c => c.Content is TextContent text ? LinesOf(text.Text, c.Width) : 1).DefaultIfEmpty(1).Max());

    // Subtracts one character from the column's width to allow for the margins of the cell.
    private static double LinesOf(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(WidthOf(line) / (width - 1))));

    // The width in units of one ASCII character; a kana or kanji is slightly less than two units wide.
    private static double WidthOf(string line) => line.EnumerateRunes().Sum(r => r.IsAscii ? 1 : 1.9);
}
