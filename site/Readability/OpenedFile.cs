using System.Runtime.InteropServices;
using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// A file of the open data as a program sees it when it parses the bytes, knowing only the file's name and the data dictionary.
/// </summary>
/// <param name="Name">initiatives.csv.</param>
/// <param name="Tables">Empty where the bytes could not be parsed as the format that the name indicates. The tables of a workbook are
/// opened on each access.</param>
internal sealed record OpenedFile(string Name, IReadOnlyList<OpenedTable> Tables)
{
    /// <summary>Faults in the encoding and the line ends.</summary>
    public IReadOnlyList<string> EncodingFaults { get; init; } = [];

    /// <summary>Faults in the quotes of CSV.</summary>
    public IReadOnlyList<string> QuoteFaults { get; init; } = [];

    /// <summary>Pictures, comments, drawings and other content outside the cells.</summary>
    public IReadOnlyList<string> Objects { get; init; } = [];

    public FileKind Kind => KindOf(Name) ?? FileKind.Csv;

    /// <returns>Null for a file that contains no table.</returns>
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

/// <summary>A table as found in the file: all its rows, including the header.</summary>
internal sealed record OpenedTable(string Name, IReadOnlyList<IReadOnlyList<OpenedCell>> Rows)
{
    /// <summary>The ranges of merged cells.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];

    /// <summary>Hidden rows, columns and sheets.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>Cells below the header whose style differs from the rest.</summary>
    public IReadOnlyList<string> Styled { get; init; } = [];

    public OpenDataFile? Description { get; init; } = OpenDataFile.All.Append(OpenDataFile.Readme).FirstOrDefault(f => f.Name == Name);

    public IReadOnlyList<string> Header { get; } = Rows.Count == 0 ? [] : [.. Rows[0].Select(c => c.Text)];

    public IEnumerable<IReadOnlyList<OpenedCell>> Body => Rows.Skip(1);

    /// <summary>The cells below the header, each with its row number as in a spreadsheet.</summary>
    public IEnumerable<(int Row, OpenDataColumn? Column, OpenedCell Cell)> Cells
    {
        get
        {
            var columns = Header.Select(ColumnOf).ToList();
            for (var row = 1; row < Rows.Count; row++)
            {
                for (var i = 0; i < Rows[row].Count; i++)
                    yield return (row + 1, i < columns.Count ? columns[i] : null, Rows[row][i]);
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

    /// <summary>A list or an object of JSON, which does not fit into a cell.</summary>
    Nested,
}
