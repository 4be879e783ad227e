namespace KawasakiServerless.Workbooks.Writing;

/// <summary>Calculates the height of a row with wrapped texts. Excel adjusts it again on the first edit.</summary>
internal static class RowHeights
{
    public const double Line = 18.75, Header = 45, Title = 32;

    private const double Tallest = 409;

    public static double Of(IEnumerable<(Content Content, double Width)> cells) =>
        Math.Min(
            Tallest, Line * cells.Select(c => c.Content is TextContent text ? LinesOf(text.Text, c.Width) : 1).DefaultIfEmpty(1).Max());

    // One character less than the width, to allow for the cell's margins.
    private static double LinesOf(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(WidthOf(line) / (width - 1))));

    // ASCII characters are one unit wide, kana and kanji slightly less than two.
    private static double WidthOf(string line) => line.EnumerateRunes().Sum(r => r.IsAscii ? 1 : 1.9);
}
