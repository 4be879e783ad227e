using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>A sheet as listed in the workbook, with the offset of its first record in the stream.</summary>
internal sealed record BoundSheet(string Name, uint Offset, bool IsHidden);

/// <summary>The data of an .xls that all its sheets use: the list of sheets, the shared texts, the cell formats, the date system.</summary>
internal sealed class BiffGlobals
{
    private const int Biff8 = 0x0600, Biff5 = 0x0500, Worksheet = 0, MacroSheet = 1, VisualBasic = 6;

    private readonly BiffReader reader;
    private readonly BiffText text;
    private readonly Budget budget;
    private readonly List<BoundSheet> sheets = [];
    private readonly SharedTexts sharedTexts = new();
    private readonly BiffFonts fonts;
    private readonly List<(int Font, int Format)> formats = [];
    private readonly Dictionary<int, CellAppearance> appearances = [];
    private readonly Dictionary<int, string> codes = [];
    private readonly Dictionary<int, NumberDisplay> displays = [];

    private BiffGlobals(BiffReader reader, Budget budget) =>
        (this.reader, text, fonts, this.budget) = (reader, new(reader), new(reader), budget);

    /// <summary>The worksheets in the order of their tabs, without charts and macro sheets.</summary>
    public IReadOnlyList<BoundSheet> Sheets => sheets;

    /// <summary>
    /// The content of the FILEPASS record; null if the file has none. The record means that the records after it are encrypted, so reading
    /// stops there.
    /// </summary>
    public byte[]? FilePass { get; private set; }

    /// <summary>
    /// Whether the workbook has a sheet of macro commands or of Visual Basic code. Older versions of Excel stored code in such sheets.
    /// </summary>
    public bool HasMacros { get; private set; }

    public bool Dates1904 { get; private set; }

    public BiffText Text => text;

    public BiffFonts Fonts => fonts;

    public static BiffGlobals Read(BiffReader reader, Budget budget)
    {
        var globals = new BiffGlobals(reader, budget);
        reader.Open(0);
        globals.ReadVersion(reader.UInt16());
        while (globals.FilePass is null && reader.Next())
            globals.ReadRecord();
        return globals;
    }

    public SheetCell SharedText(uint index, CellAppearance look) =>
        index < sharedTexts.Count
            ? sharedTexts.At((int)index, look)
            : throw new InvalidDataException("A cell refers to a text that is missing.");

    /// <param name="format">The index of the XF record to which a cell refers.</param>
    public CellAppearance AppearanceOf(int format)
    {
        if (!appearances.TryGetValue(format, out var look))
        {
            var (font, display) = format < formats.Count ? formats[format] : default;
            appearances[format] = look = new(CellStyles.DisplayOf(display, codes, displays), fonts.Of(font).IsStruck);
        }

        return look;
    }

    private void ReadVersion(int version)
    {
        if (version is Biff5 or 0)
            text.UseCodePage(0);
        else if (version != Biff8)
            throw new InvalidDataException("The workbook has an unknown version.");
    }

    private void ReadRecord()
    {
        switch (reader.Type)
        {
            case RecordType.FilePass:
                FilePass = [.. reader.Take(reader.Left)];
                break;
            case RecordType.CodePage when text.CodePage is not null:
                text.UseCodePage(reader.UInt16());
                break;
            case RecordType.DateMode:
                Dates1904 = reader.UInt16() == 1;
                break;
            case RecordType.BoundSheet:
                ReadBoundSheet();
                break;
            case RecordType.Font:
                fonts.Read();
                break;
            case RecordType.Format:
                codes[reader.UInt16()] = text.CodePage is null ? text.ReadLong() : text.ReadShort();
                break;
            case RecordType.ExtendedFormat:
                formats.Add((reader.UInt16(), reader.UInt16()));
                break;
            case RecordType.SharedStrings:
                ReadSharedTexts();
                break;
        }
    }

    private void ReadBoundSheet()
    {
        var (offset, state, type) = (reader.UInt32(), reader.Byte(), reader.Byte());
        HasMacros |= type is MacroSheet or VisualBasic;
        // The two lowest bits of the state say whether the sheet is hidden, or "very hidden" (only a macro can show it).
        if (type == Worksheet && sheets.Count < WorkbookLimits.Entries)
            sheets.Add(new(text.ReadShort(), offset, (state & 3) != 0));
    }

    // Stops at the end of the records, because the declared number of texts may be wrong.
    private void ReadSharedTexts()
    {
        reader.Skip(4);
        for (var left = reader.UInt32(); left > 0 && (reader.Left > 0 || reader.TryContinue()); left--)
        {
            budget.SpendCell();
            var shared = text.ReadRich();
            sharedTexts.Add(shared.InUsualCell(fonts), shared.Fonts.Count == 0 ? default : shared.InStruckCell(fonts));
        }
    }
}
