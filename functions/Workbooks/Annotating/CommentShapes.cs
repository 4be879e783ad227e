using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks;

/// <summary>
/// The yellow boxes comments are shown in, in VML. Handled as text: Excel itself writes VML that is no XML, and
/// what is not a comment (buttons, pictures in headers) must stay as it is.
/// </summary>
internal sealed partial class CommentShapes(string text)
{
    private const int Width = 330, Height = 150, FirstId = 1025;

    private const string Empty = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>
        """;

    private const string Type = """
        <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        """;

    public CommentShapes()
        : this(Empty)
    {
    }

    public static CommentShapes Parse(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        return text.Contains(End, StringComparison.Ordinal) ? new(text) : throw new InvalidDataException("The shapes of comments have no end.");
    }

    private const string End = "</xml>";

    public CommentShapes Without(IEnumerable<CellAddress> cells)
    {
        var gone = cells.ToHashSet();
        return gone.Count == 0 ? this : new(Shapes().Replace(text, m => AddressOf(m.Value) is { } at && gone.Contains(at) ? "" : m.Value));
    }

    public CommentShapes With(IEnumerable<CellAddress> cells, SheetSurvey survey)
    {
        var id = Ids().Matches(text).Select(m => int.Parse(m.Groups["id"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).Append(FirstId - 1).Max();
        var added = new StringBuilder(text.Contains("id=\"_x0000_t202\"", StringComparison.Ordinal) ? "" : Declared(Type));
        foreach (var cell in cells)
            added.Append(Declared(Shape(++id, cell, survey)));
        return new(text.Insert(text.LastIndexOf(End, StringComparison.Ordinal), added.ToString()));
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text);

    // Whatever prefixes the rest of the part has.
    private string Declared(string element) => text.StartsWith(Empty[..40], StringComparison.Ordinal)
        ? element
        : element.Insert(
            element.IndexOf(' ', StringComparison.Ordinal),
            " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"");

    private static string Shape(int id, CellAddress cell, SheetSurvey survey) => string.Create(CultureInfo.InvariantCulture, $"""
        <v:shape id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;width:{Width * 3 / 4}pt;height:{Height * 3 / 4}pt;z-index:{id - FirstId + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{AnchorOf(cell, survey)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{cell.Row - 1}</x:Row><x:Column>{cell.Column - 1}</x:Column></x:ClientData></v:shape>
        """);

    // Left column, offset, top row, offset, right column, offset, bottom row, offset: numbers from 0, offsets in pixels.
    private static string AnchorOf(CellAddress cell, SheetSurvey survey)
    {
        var (right, x) = Walk(cell.Column + 1, 12 + Width, survey.WidthOf, CellAddress.LastColumn);
        var (bottom, y) = Walk(cell.Row, 4 + Height, survey.HeightOf, CellAddress.LastRow);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Min(cell.Column, CellAddress.LastColumn - 1)}, 12, {cell.Row - 1}, 4, {right - 1}, {x}, {bottom - 1}, {y}");
    }

    private static (int At, int Offset) Walk(int from, int distance, Func<int, int> sizeOf, int last)
    {
        var (at, left) = (from, distance);
        for (; at < last && left > sizeOf(at); at++)
            left -= sizeOf(at);
        return (Math.Min(at, last), left);
    }

    private static CellAddress? AddressOf(string shape) => Number(Rows(), shape) is { } row && Number(Columns(), shape) is { } column ? new(row + 1, column + 1) : null;

    private static int? Number(Regex pattern, string shape) =>
        pattern.Match(shape) is { Success: true } match && int.TryParse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    [GeneratedRegex("<v:shape .*?</v:shape>", RegexOptions.Singleline)]
    private static partial Regex Shapes();

    [GeneratedRegex("_x0000_s(?<id>[0-9]{1,8})", RegexOptions.ExplicitCapture)]
    private static partial Regex Ids();

    [GeneratedRegex(@"<x:Row>\s*(?<n>[0-9]+)\s*</x:Row>", RegexOptions.ExplicitCapture)]
    private static partial Regex Rows();

    [GeneratedRegex(@"<x:Column>\s*(?<n>[0-9]+)\s*</x:Column>", RegexOptions.ExplicitCapture)]
    private static partial Regex Columns();
}
