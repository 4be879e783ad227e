namespace KawasakiServerless.Workbooks.Writing;

/// <summary>How tall a row must be for its wrapped texts. Excel fits it again as soon as someone types.</summary>
internal static class RowHeights
{
    public const double Line = 18.75, Header = 45, Title = 32;

    private const double Tallest = 409;

    public static double Of(IEnumerable<(Content Content, double Width)> cells) =>
        Math.Min(
            Tallest, Line * cells.Select(c => c.Content is TextContent text ? LinesOf(text.Text, c.Width) : 1).DefaultIfEmpty(1).Max());

    // A character less than the width, for the margins of a cell.
    private static double LinesOf(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(WidthOf(line) / (width - 1))));

    // ASCII takes one place, kana and kanji somewhat less than two.
    private static double WidthOf(string line) => line.EnumerateRunes().Sum(r => r.IsAscii ? 1 : 1.9);
}
