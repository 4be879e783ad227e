using System.Globalization;
using System.Text;
using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Indicators;

/// <summary>
/// Writes an indicator's chart as chart.svg, a file that can be used outside the site, with the indicator's name, a sentence about its last
/// change, and its source. Colours and sizes are attributes, because the file has no style sheet.
/// </summary>
internal static class ChartFile
{
    public const string Name = "chart.svg";

    private const int Width = 400, Margin = 40, LineHeight = 20, CharactersOfALine = 22, CharactersOfSmall = 30, MostLines = 5;
    private const string Text = "#1a1a1a", Muted = "#595959", Accent = "#264a8a", Border = "#767676", Fonts = "Noto Sans JP, Noto Sans "
        + "CJK JP, Hiragino Sans, Yu Gothic, sans-serif";

    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    /// <param name="indicator">An indicator with at least one number.</param>
    /// <param name="name">The full name of the indicator.</param>
    /// <param name="source">The line that cites the source, without the address.</param>
    /// <param name="address">The address of the indicator's page.</param>
    public static byte[] Of(Indicator indicator, string name, string source, string address)
    {
        var (title, sentence) = (Lines(name, CharactersOfALine), Lines(TrendSentence.Of(indicator), CharactersOfSmall));
        List<string> credit = [.. Lines(source, CharactersOfSmall), address];
        var chartTop = 24 + (title.Count * LineHeight);
        var below = chartTop + ColumnChart.Height + 24;
        var height = below + ((sentence.Count + credit.Count) * LineHeight) + 8;
        XElement svg = new(
            Ns + "svg",
            new XAttribute("viewBox", $"0 0 {Number(Width)} {Number(height)}"),
            new XAttribute("width", Number(Width * 2)),
            new XAttribute("height", Number(height * 2)),
            new XAttribute("role", "img"),
            new XAttribute("font-family", Fonts),
            new XElement(Ns + "title", Clean(name)),
            new XElement(Ns + "desc", Clean(TrendSentence.Of(indicator))),
            Rectangle(new(0, 0, Width, height), new XAttribute("fill", "#ffffff")),
            title.Select((line, i) => Words(line, 16, 28 + (i * LineHeight), new(16, Text))),
            new XElement(Ns + "g", new XAttribute("transform", $"translate({Number(Margin)} {Number(chartTop)})"), Chart(indicator)),
            sentence.Select((line, i) => Words(line, 16, below + (i * LineHeight), new(12, Text))),
            credit.Select((line, i) => Words(line, 16, below + ((sentence.Count + i) * LineHeight), new(11, Muted))));
        return Encoding.UTF8.GetBytes(svg.ToString(SaveOptions.DisableFormatting));
    }

    private static IEnumerable<XElement> Chart(Indicator indicator)
    {
        var chart = new ColumnChart(indicator, []);
        return
        [
            .. chart.Columns.SelectMany(c => Column(c, chart.LabelCss)),
            new(Ns + "line", new XAttribute("x1", 0), new XAttribute("x2", ColumnChart.Width),
                new XAttribute("y1", Svg.Number(chart.Baseline)),
                new XAttribute("y2", Svg.Number(chart.Baseline)), new XAttribute("stroke", Border)),
        ];
    }

    private static IEnumerable<XElement> Column(Column column, string? labelCss)
    {
        if (column.Figure is not null)
            yield return Rectangle(new(column.X, column.Y, column.Width, column.Height), Look(column));
        if (labelCss is not null)
            yield return Centred(column.Label, column.Middle, column.LabelY, new(labelCss == "value" ? 16 : 11, Text));
        if (column.HasEraLabel)
            yield return Centred(column.Year.EraLabel, column.Middle, 180, new(14, Text));
        yield return Centred(Svg.Number(column.Year.Year), column.Middle, 199, new(13, Muted));
    }

    private static XAttribute[] Look(Column column) => column switch
    {
        { Figure.Status: not FigureStatus.Reported } => [new("fill", "none"), new("stroke", Border), new("stroke-dasharray", "4 3")],
        { IsSetApart: true } => [new("fill", Accent), new("fill-opacity", "0.45"), new("stroke", Accent), new("stroke-dasharray", "4 3")],
        _ => [new("fill", Accent)],
    };

    private static XElement Rectangle(Box box, params XAttribute[] look) => new(
        Ns + "rect", new XAttribute("x", Svg.Number(box.X)), new XAttribute("y", Svg.Number(box.Y)),
        new XAttribute("width", Svg.Number(box.Width)), new XAttribute("height", Svg.Number(box.Height)), look);

    private static XElement Centred(string text, decimal x, decimal y, Letters letters)
    {
        var words = Words(text, x, y, letters);
        words.Add(new XAttribute("text-anchor", "middle"));
        return words;
    }

    private static XElement Words(string text, decimal x, decimal y, Letters letters) => new(
        Ns + "text", new XAttribute("x", Svg.Number(x)), new XAttribute("y", Svg.Number(y)), new XAttribute("font-size", letters.Size),
        new XAttribute("fill", letters.Colour), Clean(text));

    // Breaks a text into lines by its width, measured in Japanese characters: an ASCII character is about half as wide.
    private static List<string> Lines(string text, int characters)
    {
        List<string> lines = [];
        var (line, width) = (new StringBuilder(), 0m);
        foreach (var rune in Texts.Shorten(text, characters * MostLines).EnumerateRunes())
        {
            var own = rune.IsAscii ? 0.55m : 1;
            if (width + own > characters)
            {
                lines.Add(line.ToString());
                (line, width) = (new(), 0);
            }

            line.Append(rune.ToString());
            width += own;
        }

        return [.. lines, line.ToString()];
    }

    // Removes characters that XML cannot represent.
    private static string Clean(string text) => new([.. text.Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Box(decimal X, decimal Y, decimal Width, decimal Height);

    private readonly record struct Letters(int Size, string Colour);
}
