namespace KawasakiServerless.Workbooks;

/// <summary>A sheet as the workbook lists it, and where its records begin.</summary>
internal sealed record BoundSheet(string Name, uint Offset, bool IsHidden);

/// <summary>What holds for all sheets of an .xls: their list, the shared texts, the formats, the date system.</summary>
internal sealed class BiffGlobals
{
    private const int Biff8 = 0x0600, Biff5 = 0x0500, Worksheet = 0, MacroSheet = 1, VisualBasic = 6;

    private readonly BiffReader reader;
    private readonly BiffText text;
    private readonly Budget budget;
    private readonly List<BoundSheet> sheets = [];
    private readonly List<string> sharedTexts = [];
    private readonly Dictionary<uint, LetterRun[]> runs = [];
    private readonly List<(int Font, int Format)> formats = [];
    private readonly List<LetterLook> fonts = [];
    private readonly Dictionary<int, string> codes = [];
    private readonly Dictionary<int, NumberDisplay> displays = [];

    private BiffGlobals(BiffReader reader, Budget budget) => (this.reader, text, this.budget) = (reader, new(reader), budget);

    /// <summary>Worksheets alone, in the order of their tabs.</summary>
    public IReadOnlyList<BoundSheet> Sheets => sheets;

    /// <summary>The body of FILEPASS, if there is one: the records after it are encrypted, and none of them was read.</summary>
    public byte[]? FilePass { get; private set; }

    /// <summary>Whether a sheet holds commands or Visual Basic, as sheets did before projects of Visual Basic came.</summary>
    public bool HasMacros { get; private set; }

    public bool Dates1904 { get; private set; }

    public BiffText Text => text;

    public static BiffGlobals Read(BiffReader reader, Budget budget)
    {
        var globals = new BiffGlobals(reader, budget);
        reader.Open(0);
        globals.ReadVersion(reader.UInt16());
        while (globals.FilePass is null && reader.Next())
            globals.ReadRecord();
        return globals;
    }

    /// <param name="look">Of the cell.</param>
    public Cell SharedText(uint index, LetterLook look)
    {
        if (index >= sharedTexts.Count)
            throw new InvalidDataException("A cell refers to a text that is missing.");
        return runs.TryGetValue(index, out var lettered) ? BiffLetters.Read(sharedTexts[(int)index], lettered, look) : Cell.OfText(sharedTexts[(int)index]);
    }

    public bool HasRuns(uint index) => runs.ContainsKey(index);

    /// <param name="format">The number of an XF record, which a cell names.</param>
    public NumberDisplay DisplayOf(int format) => CellStyles.DisplayOf(format < formats.Count ? formats[format].Format : 0, codes, displays);

    /// <param name="format">The number of an XF record, which a cell names.</param>
    public LetterLook LookOf(int format) => format < formats.Count ? LookOfFont(formats[format].Font) : default;

    // No font has the number 4 ([MS-XLS] 2.5.129).
    private LetterLook LookOfFont(int number) => fonts.ElementAtOrDefault(number > 4 ? number - 1 : number);

    private void ReadVersion(int version)
    {
        if (version is Biff5 or 0)
            text.UseCodePage(0);
        else if (version != Biff8)
            throw new InvalidDataException("The workbook is of a version that is not known.");
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
            case RecordType.Format:
                codes[reader.UInt16()] = text.CodePage is null ? text.ReadLong() : text.ReadShort();
                break;
            case RecordType.ExtendedFormat:
                formats.Add((reader.UInt16(), reader.UInt16()));
                break;
            case RecordType.Font:
                budget.SpendFormat();
                fonts.Add(LetterLook.Read(reader));
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
        // Hidden, or so hidden that only a macro can show it.
        if (type == Worksheet && sheets.Count < Limits.Entries)
            sheets.Add(new(text.ReadShort(), offset, (state & 3) != 0));
    }

    // As many as are declared, but no more than there are bytes for.
    private void ReadSharedTexts()
    {
        reader.Skip(4);
        for (var left = reader.UInt32(); left > 0 && (reader.Left > 0 || reader.TryContinue()); left--)
        {
            budget.SpendCell();
            AddSharedText(text.ReadLettered());
        }
    }

    // Most runs differ in colour alone.
    private void AddSharedText((string Text, IReadOnlyList<(int At, int Font)> Runs) read)
    {
        LetterRun[] lettered = read.Runs.Count == 0 ? [] : [.. read.Runs.Select(r => new LetterRun(r.At, LookOfFont(r.Font)))];
        var isTelling = Array.Exists(lettered, r => !r.Look.IsPlain);
        if (isTelling)
            runs[(uint)sharedTexts.Count] = lettered;
        sharedTexts.Add(isTelling ? read.Text : Escapes.Plain(read.Text));
    }
}
