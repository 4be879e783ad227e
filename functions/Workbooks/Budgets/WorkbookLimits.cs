using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>
/// How much a workbook may hold, and how much work reading it may take. What is beyond is refused as too large, or as a text too long.
/// </summary>
internal static class WorkbookLimits
{
    public const int FileBytes = 20 * 1024 * 1024;
    public const long UnpackedBytes = 200L * 1024 * 1024;

    // XmlReader holds a tag as a whole, however long it is; texts are read in pieces.
    public const int TagBytes = 1024 * 1024;

    // XmlReader keeps every name of an element or attribute until it is closed. A workbook of Excel has some hundreds, most of them of one
    // letter.
    public const int NameCharacters = 500_000;

    public const int Entries = 1_000;
    public const int Rows = 100_000;
    public const int Cells = 2_000_000;
    public const int Merges = 200_000;

    // A column format (col) covers a range; no sheet has more of them than columns.
    public const int ColumnFormats = 100_000;

    // Twice what 50,000 records of 500 characters take: once when a text is read, once when a record uses it.
    public const int Characters = 50_000_000;

    // Excel allows 64,000 cell formats.
    public const int Formats = 100_000;

    // Of all kinds, indicators included. The report is designed for 10,000 initiatives.
    public const int Records = 50_000;

    // Parts that a marking holds as documents (styles, comments, names): Excel's 64,000 cell formats take some 400,000 nodes, and 500,000
    // take some 60 MB.
    public const int DocumentNodes = 500_000;

    public const int DocumentCharacters = 20_000_000;

    // XName keeps most names for the life of the process. Excel has some hundreds in these parts.
    public const int DocumentNames = 2_000;

    // What a cell names one by one: divisions, notes, headings. A record has a hundred at the most, few more than two.
    public const int ListItems = 1_000_000;

    public const int TextLength = RecordLimits.TextLength;

    // Tables are some fifteen columns wide; what stands far to the right of them belongs to none.
    public const int Columns = 256;

    // Of a workbook, with a text in them. What is beyond is not told of; nobody mends more at a time.
    public const int Shapes = 1_000;

    public static TimeSpan Time { get; } = TimeSpan.FromSeconds(15);
}
