using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Reads the texts of text boxes and other shapes on a sheet, so that a warning can quote them. Only the content of cells becomes part of
/// the report; without the warning, nobody would notice that a visible text is missing from it.
/// </summary>
/// <remarks>
/// Not read: pictures, which have no text; charts, whose data is also in cells; comments, which are in separate parts; hidden shapes; and
/// shapes that display the content of a cell (textlink). The words of a diagram (SmartArt) are in a separate part and are read from there.
/// </remarks>
internal sealed class DrawingReader(Package package)
{
    private int count;

    /// <param name="sheet">The path of the sheet's part.</param>
    public IReadOnlyList<SheetShape> ShapesOf(string sheet) =>
    [
        .. package.RelationsOf(sheet).Where(r => r.Type == "drawing")
            .SelectMany(r => new Drawing(package, r.Target).Shapes()).TakeWhile(_ => count++ < WorkbookLimits.Shapes),
    ];

    private sealed class Drawing(Package package, string path)
    {
        private readonly ShapeText text = new(package.Budget);
        private readonly XmlText number = new(package.Budget);
        private IReadOnlyList<Relation>? relations;
        private CellAddress? corner;

        // `shape` is the XML depth of the current shape or group. `silent` is the XML depth of the shape or group whose text is ignored,
        // because it is hidden or displays a cell's content; int.MaxValue when no text is ignored.
        private int shape, silent = int.MaxValue;

        public IEnumerable<SheetShape> Shapes()
        {
            using var reader = package.TryOpen(path);
            while (reader?.Step(package.Budget) == true)
            {
                silent = reader.Depth <= silent ? int.MaxValue : silent;
                if (reader.NodeType == XmlNodeType.EndElement && IsAnchor(reader) && text.Take() is { Length: > 0 } said)
                    yield return new(corner, said);
                if (reader.NodeType == XmlNodeType.Element)
                    Read(reader);
            }
        }

        private static bool IsAnchor(XmlReader reader) => reader.LocalName is "twoCellAnchor" or "oneCellAnchor" or "absoluteAnchor";

        private void Read(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "twoCellAnchor" or "oneCellAnchor" or "absoluteAnchor":
                    corner = null;
                    break;
                case "from":
                    corner = Corner(reader);
                    break;
                // Skips the substitute for programs that do not support the shape, because it repeats the text.
                case "Fallback":
                    Pass(reader);
                    break;
                case "grpSp" or "sp" or "cxnSp" or "pic" or "graphicFrame":
                    shape = reader.Depth;
                    if (reader.GetAttribute("textlink") is { Length: > 0 })
                        SilenceShape();
                    break;
                case "cNvPr":
                    if (reader.GetAttribute("hidden") is "1" or "true")
                        SilenceShape();
                    break;
                default:
                    ReadText(reader);
                    break;
            }
        }

        private void SilenceShape() => silent = Math.Min(silent, shape);

        private void ReadText(XmlReader reader)
        {
            if (silent < int.MaxValue)
                return;
            if (reader.LocalName == "p")
                text.BreakLine();
            else if (reader.LocalName == "t")
                text.Append(reader);
            else if (reader.LocalName == "relIds")
                AppendDiagram(reader);
        }

        private CellAddress? Corner(XmlReader reader)
        {
            var (depth, row, column) = (reader.Depth, 0, 0);
            if (reader.IsEmptyElement)
                return null;
            while (reader.Step(package.Budget) && reader.Depth > depth)
            {
                if (reader.IsAt("col"))
                    column = Number(reader);
                else if (reader.IsAt("row"))
                    row = Number(reader);
            }

            return row < CellAddress.LastRow && column < CellAddress.LastColumn ? new(row + 1, column + 1) : null;
        }

        private int Number(XmlReader reader) =>
            int.TryParse(number.ReadElement(reader).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;

        private void AppendDiagram(XmlReader reader)
        {
            var id = "";
            while (reader.MoveToNextAttribute())
                id = reader.LocalName == "dm" ? reader.Value : id;
            reader.MoveToElement();
            relations ??= package.RelationsOf(path);
            if (relations.FirstOrDefault(r => r.Type == "diagramData" && r.Id == id) is not { } relation)
                return;
            using var diagram = package.TryOpen(relation.Target);
            while (diagram?.Step(package.Budget) == true)
            {
                if (diagram.IsAt("p"))
                    text.BreakLine();
                else if (diagram.IsAt("t") && diagram.NamespaceURI.EndsWith("/main", StringComparison.Ordinal))
                    text.Append(diagram);
            }
        }

        private void Pass(XmlReader reader)
        {
            var depth = reader.Depth;
            if (reader.IsEmptyElement)
                return;
            while (reader.Step(package.Budget) && reader.Depth > depth)
            {
            }
        }
    }
}
