using System.Globalization;
using System.Text;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Draws as SVG how the times grow with the number of initiatives. Both axes are logarithmic, so proportional growth is a straight line
/// with the same slope for every measure.
/// </summary>
internal static class GrowthPlot
{
    private const double Width = 860, Height = 460, Left = 60, Right = 380, Top = 20, Bottom = 50, LowestExponent = -1,
        HighestExponent = 3, LeftExponent = 2.9, RightExponent = 4.1;

    private static readonly string[] Colours = ["#0b5fa5", "#b3261e", "#2e7d32", "#7b1fa2", "#b26a00", "#00695c", "#5d4037"];

    public static string Of(Growth growth)
    {
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(
            "<title>Seconds by the number of initiatives, both axes logarithmic</title>\n<rect width=\"100%\" height=\"100%\" "
                + "fill=\"#fff\"/>\n");
        for (var exponent = LowestExponent; exponent <= HighestExponent; exponent++)
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Y(Math.Pow(10, exponent)):0.#}H{Width - Right}\" stroke=\"#ddd\"/><text x=\"{Left - 6}\" y=\"{Y(Math.Pow(10, exponent)) + 4:0.#}\" text-anchor=\"end\">{Math.Pow(10, exponent)} s</text>\n");
        foreach (var size in growth.Lines.SelectMany(l => l.Points).Select(p => p.Initiatives).Distinct().Order())
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(size):0.#} {Top}V{Height - Bottom}\" stroke=\"#ddd\"/><text x=\"{X(size):0.#}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{size:#,0}</text>\n");
        foreach (var (line, index) in growth.Lines.Select((l, i) => (l, i)))
            Draw(svg, line, Colours[index % Colours.Length], Top + 12 + (index * 20));
        return svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\">initiatives</text>\n</svg>\n")
            .ToString();
    }

    private static void Draw(StringBuilder svg, GrowthLine line, string colour, double labelY)
    {
        var points = string.Join(
            ' ', line.Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.Initiatives):0.#},{Y(p.Seconds):0.#}")));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>\n");
        foreach (var (initiatives, seconds) in line.Points)
            svg.Append(
                CultureInfo.InvariantCulture, $"<circle cx=\"{X(initiatives):0.#}\" cy=\"{Y(seconds):0.#}\" r=\"3\" fill=\"{colour}\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Width - Right + 16}\" cy=\"{labelY - 4:0.#}\" r=\"4\" fill=\"{colour}\"/><text x=\"{Width - Right + 26}\" y=\"{labelY:0.#}\">{System.Net.WebUtility.HtmlEncode(line.Name)}</text>\n");
    }

    private static double X(int initiatives) =>
        Left + ((Math.Log10(initiatives) - LeftExponent) / (RightExponent - LeftExponent) * (Width - Left - Right));

    private static double Y(double seconds) =>
        Top + ((HighestExponent - Math.Log10(Math.Max(seconds, 0.1))) / (HighestExponent - LowestExponent) * (Height - Top - Bottom));
}
