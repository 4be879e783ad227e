using System.Runtime.InteropServices;
using KawasakiServerless.Site.DataDictionary;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// A file of the open data, parsed from its published bytes as any other program would do. The machine-readability checks examine these
/// parsed bytes and not the data from which the file was written, so that they also find faults of the code that writes files.
/// </summary>
/// <param name="Name">The file name, such as initiatives.csv.</param>
/// <param name="Tables">The tables in the file; empty if the bytes could not be parsed as the format that the file name indicates. For a
/// workbook, each access to an item of the list parses the sheet again.</param>
internal sealed record OpenedFile(string Name, IReadOnlyList<OpenedTable> Tables)
{
    /// <summary>Sentences about faults in the encoding, the byte order mark and the line ends.</summary>
    public IReadOnlyList<string> EncodingFaults { get; init; } = [];

    /// <summary>Sentences about misplaced quotes in a CSV file.</summary>
    public IReadOnlyList<string> QuoteFaults { get; init; } = [];

    /// <summary>Parts of a workbook that are not cells, such as pictures, comments and drawings.</summary>
    public IReadOnlyList<string> Objects { get; init; } = [];

    public FileKind Kind => KindOf(Name) ?? FileKind.Csv;

    /// <returns>Null for a file whose extension is not that of a table, such as .zip.</returns>
    public static OpenedFile? Open(string name, byte[] bytes) => KindOf(name) switch
    {
        FileKind.Csv => CsvOpener.Open(name, bytes),
        FileKind.Workbook => WorkbookOpener.Open(name, bytes),
        FileKind.Json => JsonOpener.Open(name, bytes),
        _ => null,
    };

    public static FileKind? KindOf(string name) => Path.GetExtension(name) switch
    {
        ".csv" => FileKind.Csv,
        ".xlsx" => FileKind.Workbook,
        ".json" => FileKind.Json,
        _ => null,
    };
}

internal enum FileKind
{
    Csv,
    Workbook,
    Json,
}

/// <summary>A table in the file: a CSV or JSON file has one, a workbook one per sheet. Rows includes the header.</summary>
internal sealed record OpenedTable(string Name, IReadOnlyList<IReadOnlyList<OpenedCell>> Rows)
{
    /// <summary>The ranges of the sheet's merged cells.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];

    /// <summary>The hidden rows and columns, and the sheet itself if it is hidden.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>
    /// The addresses of cells below the header that are formatted differently from the other cells, for example in bold; at most three.
    /// </summary>
    public IReadOnlyList<string> Styled { get; init; } = [];

    /// <summary>What the data dictionary says about the table; null for a table that it does not describe.</summary>
    public OpenDataFile? Description { get; init; }

    public IReadOnlyList<string> Header { get; } = Rows.Count == 0 ? [] : [.. Rows[0].Select(c => c.Text)];

    public IEnumerable<IReadOnlyList<OpenedCell>> Body => Rows.Skip(1);

    /// <summary>
    /// The cells below the header, each with its column and its row number, where the header is row 1. Of equal cells directly below each
    /// other, only the first: the others break the same rules.
    /// </summary>
    public IEnumerable<(int Row, OpenDataColumn? Column, OpenedCell Cell)> DifferentCells
    {
        get
        {
            var columns = Header.Select(ColumnOf).ToList();
            for (var row = 1; row < Rows.Count; row++)
            {
                for (var i = 0; i < Rows[row].Count; i++)
                {
                    if (row == 1 || i >= Rows[row - 1].Count || Rows[row][i] != Rows[row - 1][i])
                        yield return (row + 1, i < columns.Count ? columns[i] : null, Rows[row][i]);
                }
            }
        }
    }

    public OpenDataColumn? ColumnOf(string header) => Description?.Columns.FirstOrDefault(c => c.Name == header);
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct OpenedCell(string Text, CellKind Kind)
{
    public bool IsBlank => Kind == CellKind.Blank;

    public static OpenedCell Blank { get; } = new("", CellKind.Blank);

    public static OpenedCell OfText(string text) => text.Length == 0 ? Blank : new(text, CellKind.Text);
}

internal enum CellKind
{
    Blank,
    Text,
    Number,
    Truth,
    Formula,

    /// <summary>A list or an object in JSON, which has no counterpart in CSV and Excel.</summary>
    Nested,
}
