using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>
/// The limits on the content of a workbook and on the work of reading it and marking its problems. A workbook that exceeds a limit of
/// reading is refused as too large, with three exceptions: a text longer than <see cref="TextLength"/> is an error of its cell, and the
/// other cells are still read; columns beyond <see cref="Columns"/> and shapes beyond <see cref="Shapes"/> are not read. If marking the
/// problems in a copy of the workbook exceeds a limit, the department gets only the list of problems.
/// </summary>
internal static class WorkbookLimits
{
    public const int FileBytes = 20 * 1024 * 1024;
    public const long UnpackedBytes = 200L * 1024 * 1024;

    // XmlReader buffers a whole tag, however long it is. Texts need no such limit, because they are read in chunks.
    public const int TagBytes = 1024 * 1024;

    // The total length of all different names. XmlReader keeps every name of an element or attribute until the reader is closed. A workbook
    // that Excel wrote has a few hundred names, most of them one letter long.
    public const int NameCharacters = 500_000;

    public const int Entries = 1_000;
    public const int Rows = 100_000;
    public const int Cells = 2_000_000;
    public const int Merges = 200_000;

    // The number of <col> elements, each of which formats a range of columns. Excel writes at most one per column.
    public const int ColumnFormats = 100_000;

    // Enough for 50,000 records of 500 characters, because each text is counted twice: when it is read and when a record uses it.
    public const int Characters = 50_000_000;

    // The maximum number of cell formats, fonts and number formats together. Excel itself allows 64,000 cell formats.
    public const int Formats = 100_000;

    // The maximum number of records of all kinds, including indicators. The report is designed for 10,000 initiatives.
    public const int Records = 50_000;

    // The maximum number of XML nodes in the parts (such as styles, comments, defined names) that are loaded into memory when problems are
    // marked in a copy of the workbook. Excel's maximum of 64,000 cell formats takes about 400,000 nodes, and 500,000 nodes take about
    // 60 MB.
    public const int DocumentNodes = 500_000;

    public const int DocumentCharacters = 20_000_000;

    // The maximum number of different XML names in the parts that are loaded when problems are marked in a copy of the workbook. Excel uses
    // a few hundred there. The limit is low, because XName keeps most names for the lifetime of the process.
    public const int DocumentNames = 2_000;

    // The maximum number of items in all lists of a workbook, such as the divisions (担当部署) in a cell, notes and headings. A list may have
    // at most a hundred items; most have one or two.
    public const int ListItems = 1_000_000;

    public const int TextLength = RecordLimits.TextLength;

    // Tables are about fifteen columns wide, so cells beyond this column belong to no table and are not read.
    public const int Columns = 256;

    // Counts shapes that contain text, per workbook. Further shapes are not reported; nobody corrects more at a time.
    public const int Shapes = 1_000;

    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(15);
}
