using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>
/// The limits on the content of a workbook and on the work of reading it. A workbook beyond them is refused as too large; a text beyond
/// them is reported as too long.
/// </summary>
internal static class WorkbookLimits
{
    public const int FileBytes = 20 * 1024 * 1024;
    public const long UnpackedBytes = 200L * 1024 * 1024;

    // XmlReader buffers a whole tag, however long it is; texts are read in chunks.
    public const int TagBytes = 1024 * 1024;

    // XmlReader keeps every name of an element or attribute until it is closed. A workbook of Excel has a few hundred names, most of them
    // one letter long.
    public const int NameCharacters = 500_000;

    public const int Entries = 1_000;
    public const int Rows = 100_000;
    public const int Cells = 2_000_000;
    public const int Merges = 200_000;

    // A column format (col) covers a range; a sheet has at most one per column.
    public const int ColumnFormats = 100_000;

    // 50,000 records of 500 characters, counted twice: when a text is read and when a record uses it.
    public const int Characters = 50_000_000;

    // Excel allows 64,000 cell formats.
    public const int Formats = 100_000;

    // Records of all kinds, including indicators. The report is designed for 10,000 initiatives.
    public const int Records = 50_000;

    // Nodes of the parts that marking loads as documents (styles, comments, names): Excel's 64,000 cell formats take about 400,000 nodes,
    // and 500,000 nodes take about 60 MB.
    public const int DocumentNodes = 500_000;

    public const int DocumentCharacters = 20_000_000;

    // XName keeps most names for the lifetime of the process. Excel uses a few hundred names in these parts.
    public const int DocumentNames = 2_000;

    // Items listed in cells: divisions, notes, headings. A record has at most a hundred; few have more than two.
    public const int ListItems = 1_000_000;

    public const int TextLength = RecordLimits.TextLength;

    // Tables are about fifteen columns wide; cells far to the right of them belong to no table.
    public const int Columns = 256;

    // Shapes with text per workbook. Further shapes are not reported; nobody corrects more at a time.
    public const int Shapes = 1_000;

    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(15);
}
