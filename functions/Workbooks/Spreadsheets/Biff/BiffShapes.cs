using System.Buffers.Binary;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>
/// Reads the texts of text boxes and other shapes of an .xls ([MS-XLS] 2.4.181, 2.4.329; [MS-ODRAW] 2.2). Shapes of the older format BIFF5
/// are not read.
/// </summary>
internal sealed class BiffShapes(BiffReader reader, BiffText text, Budget budget)
{
    private const int Note = 0x19, Container = 0x0F, ClientAnchor = 0xF010, HeaderLength = 8, AnchorLength = 18;

    private readonly ShapeText words = new(budget);
    private List<SheetShape> shapes = [];
    private int count;

    // The cell beneath the upper left corner of the last anchor. A shape within a group has no anchor of its own, so that of the group
    // applies.
    private CellAddress? corner;
    private bool isNote;

    /// <summary>Returns the shapes of the sheet that was just read, and prepares for the next sheet.</summary>
    public IReadOnlyList<SheetShape> Take()
    {
        var taken = shapes;
        (shapes, corner, isNote) = ([], null, false);
        return taken;
    }

    /// <summary>Reads a drawing record, which contains the position of the shapes whose texts follow.</summary>
    public void ReadDrawing()
    {
        var drawing = reader.Take(reader.Left);
        while (drawing.Length >= HeaderLength)
        {
            var isContainer = (drawing[0] & Container) == Container;
            var length = isContainer ? 0 : (long)BinaryPrimitives.ReadUInt32LittleEndian(drawing[4..]);
            var body = drawing[HeaderLength..];
            if (BinaryPrimitives.ReadUInt16LittleEndian(drawing[2..]) == ClientAnchor && body.Length >= AnchorLength)
                corner = new(
                    BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) + 1, BinaryPrimitives.ReadUInt16LittleEndian(body[2..]) + 1);
            drawing = length < body.Length ? body[(int)length..] : [];
        }
    }

    public void ReadObject()
    {
        reader.Skip(4);
        isNote = reader.UInt16() == Note;
    }

    public void ReadText()
    {
        reader.Skip(10);
        var length = reader.UInt16();
        if (isNote || length == 0)
            return;
        words.Append(text.ReadContinued(length).Replace('\r', '\n'));
        if (words.Take() is { Length: > 0 } said && count++ < WorkbookLimits.Shapes)
            shapes.Add(new(corner, said));
    }
}
