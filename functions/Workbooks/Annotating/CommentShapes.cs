using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// The yellow boxes that display comments, in VML, the drawing format in which Excel stores them. The VML is edited as text, because Excel
/// writes VML that is not well-formed XML, and because other shapes in it (buttons, pictures in headers) must stay unchanged.
/// </summary>
internal sealed partial class CommentShapes(string text)
{
    private const int Width = 330, Height = 150, FirstId = 1025;

    // Limits the search for the row and column where a box ends: a sheet may consist of rows and columns of size zero.
    private const int MostLines = 1_000;

    private const string Empty = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>
        """;

    private const string Type = """
        <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        """;

    private const string ShapeStart = "<v:shape ", ShapeEnd = "</v:shape>", End = "</xml>";

    public CommentShapes()
        : this(Empty)
    {
    }

    public static CommentShapes Parse(string text) =>
        text.Contains(End, StringComparison.Ordinal)
            ? new(text)
            : throw new InvalidDataException("The shapes of comments have no end tag.");

    public CommentShapes Without(IEnumerable<CellAddress> cells)
    {
        var gone = cells.ToHashSet();
        if (gone.Count == 0)
            return this;
        var (kept, copied) = (new StringBuilder(text.Length), 0);
        foreach (var (start, end) in Shapes())
        {
            if (AddressOf(text.AsSpan(start, end - start)) is not { } address || !gone.Contains(address))
                continue;
            kept.Append(text, copied, start - copied);
            copied = end;
        }

        return new(kept.Append(text, copied, text.Length - copied).ToString());
    }

    public CommentShapes With(IEnumerable<CellAddress> cells, SheetSurvey survey)
    {
        var id = LastId();
        var added = new StringBuilder(text.Contains("id=\"_x0000_t202\"", StringComparison.Ordinal) ? "" : Declared(Type));
        foreach (var cell in cells)
            added.Append(Declared(Shape(++id, cell, survey)));
        return new(text.Insert(text.LastIndexOf(End, StringComparison.Ordinal), added.ToString()));
    }

    /// <summary>
    /// Enlarges existing boxes so that the texts appended to their comments are visible. A box that is large enough stays unchanged.
    /// </summary>
    /// <param name="heights">The smallest heights in pixels, by cell.</param>
    public CommentShapes Enlarged(IReadOnlyDictionary<CellAddress, int> heights, SheetSurvey survey)
    {
        var (changed, copied) = (new StringBuilder(text.Length), 0);
        foreach (var (start, end) in heights.Count == 0 ? [] : Shapes())
        {
            if (AddressOf(text.AsSpan(start, end - start)) is not { } address || !heights.TryGetValue(address, out var height)
                || Anchors().Match(text, start, end - start) is not { Success: true } anchor)
                continue;
            changed.Append(text, copied, anchor.Index - copied).Append(Enlarged(anchor.Value, height, survey));
            copied = anchor.Index + anchor.Length;
        }

        return new(changed.Append(text, copied, text.Length - copied).ToString());
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text);

    // The text ranges of the shapes in order, each from a start tag to the next end tag.
    private IEnumerable<(int Start, int End)> Shapes()
    {
        for (var at = 0; text.IndexOf(ShapeStart, at, StringComparison.Ordinal) is >= 0 and var start;)
        {
            var end = text.IndexOf(ShapeEnd, start, StringComparison.Ordinal);
            if (end < 0)
                yield break;
            yield return (start, at = end + ShapeEnd.Length);
        }
    }

    private int LastId()
    {
        var last = FirstId - 1;
        foreach (var match in Ids().EnumerateMatches(text))
            last = Math.Max(last, int.Parse(text.AsSpan(match.Index + "_x0000_s".Length, match.Length - "_x0000_s".Length),
                NumberStyles.None, CultureInfo.InvariantCulture));
        return last;
    }

    // Returns the element to insert. Unless the VML begins like that of Excel, the element declares its namespaces itself, because VML from
    // another program may bind the prefixes v, o and x to other namespaces.
    private string Declared(string element) => text.StartsWith(Empty[..40], StringComparison.Ordinal)
        ? element
        : element.Insert(
            element.IndexOf(' ', StringComparison.Ordinal),
            " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
                + "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"");

    private static string Shape(int id, CellAddress cell, SheetSurvey survey) => string.Create(CultureInfo.InvariantCulture, $"""
        <v:shape id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;width:{Width * 3 / 4}pt;height:{Height * 3 / 4}pt;z-index:{id - FirstId + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{AnchorOf(cell, survey)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{cell.Row - 1}</x:Row><x:Column>{cell.Column - 1}</x:Column></x:ClientData></v:shape>
        """);

    // The anchor lists: left column, offset, top row, offset, right column, offset, bottom row, offset. Rows and columns are zero-based;
    // offsets are in pixels.
    private static string AnchorOf(CellAddress cell, SheetSurvey survey)
    {
        var (right, x) = Walk(cell.Column + 1, 12 + Width, survey.WidthOf, CellAddress.LastColumn);
        var (bottom, y) = Walk(cell.Row, 4 + Height, survey.HeightOf, CellAddress.LastRow);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Min(cell.Column, CellAddress.LastColumn - 1)}, 12, {cell.Row - 1}, 4, {right - 1}, {x}, {bottom - 1}, {y}");
    }

    private static string Enlarged(string anchor, int height, SheetSurvey survey)
    {
        int[] places = [.. anchor.Split(',').Select(n => int.TryParse(n, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var place) && place < CellAddress.LastRow ? place : -1)];
        if (places is not [>= 0 and < CellAddress.LastColumn and var left, >= 0 and var x, >= 0 and var top, >= 0 and var y,
            >= 0 and var right, >= 0 and var endX, >= 0 and var bottom, >= 0 and var endY])
            return anchor;
        var across = Larger((right, endX), Walk(left + 1, x + Width, survey.WidthOf, CellAddress.LastColumn));
        var down = Larger((bottom, endY), Walk(top + 1, y + Math.Max(height, Height), survey.HeightOf, CellAddress.LastRow));
        return string.Create(
            CultureInfo.InvariantCulture, $"{left}, {x}, {top}, {y}, {across.At}, {across.Offset}, {down.At}, {down.Offset}");
    }

    // Compares an end of a box, whose row or column is zero-based, with the end of a walk, whose row or column is not.
    private static (int At, int Offset) Larger((int At, int Offset) end, (int At, int Offset) walked) =>
        end.CompareTo((walked.At - 1, walked.Offset)) >= 0 ? end : (walked.At - 1, walked.Offset);

    private static (int At, int Offset) Walk(int from, int distance, Func<int, int> sizeOf, int last)
    {
        var (at, left, end) = (from, distance, Math.Min(last, from + MostLines));
        for (; at < end && left > sizeOf(at); at++)
            left -= sizeOf(at);
        return (Math.Min(at, last), left);
    }

    private static CellAddress? AddressOf(ReadOnlySpan<char> shape) =>
        Number(shape, "<x:Row>", "</x:Row>") is { } row && Number(shape, "<x:Column>", "</x:Column>") is { } column
            ? new(row + 1, column + 1)
            : null;

    // The number in the first element with this start tag that contains only a number; null if there is no such element.
    private static int? Number(ReadOnlySpan<char> shape, string start, string end)
    {
        for (int at; (at = shape.IndexOf(start, StringComparison.Ordinal)) >= 0;)
        {
            shape = shape[(at + start.Length)..].TrimStart();
            var digits = shape.IndexOfAnyExceptInRange('0', '9');
            if (digits > 0 && shape[digits..].TrimStart().StartsWith(end, StringComparison.Ordinal))
                return int.TryParse(shape[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        return null;
    }

    [GeneratedRegex("(?<=<x:Anchor>)[0-9,\\s]{1,200}(?=</x:Anchor>)")]
    private static partial Regex Anchors();

    [GeneratedRegex("_x0000_s[0-9]{1,8}")]
    private static partial Regex Ids();
}
