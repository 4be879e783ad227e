using System.Runtime.InteropServices;
using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// A file of the open data as a program finds it when it opens the bytes, with nothing known beforehand but its name and the data
/// dictionary.
/// </summary>
/// <param name="Name">initiatives.csv.</param>
/// <param name="Tables">Empty where the bytes could not be read as what the name says. Those of a workbook are opened each time they are
/// asked for.</param>
internal sealed record OpenedFile(string Name, IReadOnlyList<OpenedTable> Tables)
{
    /// <summary>What is wrong with its characters and line ends.</summary>
    public IReadOnlyList<string> EncodingFaults { get; init; } = [];

    /// <summary>What is wrong with the quotes of CSV.</summary>
    public IReadOnlyList<string> QuoteFaults { get; init; } = [];

    /// <summary>Pictures, comments, drawings and whatever else lies beside the cells.</summary>
    public IReadOnlyList<string> Objects { get; init; } = [];

    public FileKind Kind => KindOf(Name) ?? FileKind.Csv;

    /// <returns>Null for a file that holds no table.</returns>
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

/// <summary>A table as it was found: all its rows, the header too.</summary>
internal sealed record OpenedTable(string Name, IReadOnlyList<IReadOnlyList<OpenedCell>> Rows)
{
    /// <summary>Ranges of merged cells.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];

    /// <summary>Rows, columns and sheets that are not shown.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>Cells below the header that look otherwise than the rest.</summary>
    public IReadOnlyList<string> Styled { get; init; } = [];

    public OpenDataFile? Description { get; init; } = OpenDataFile.All.Append(OpenDataFile.Readme).FirstOrDefault(f => f.Name == Name);

    public IReadOnlyList<string> Header { get; } = Rows.Count == 0 ? [] : [.. Rows[0].Select(c => c.Text)];

    public IEnumerable<IReadOnlyList<OpenedCell>> Body => Rows.Skip(1);

    /// <summary>The cells below the header, each with its row as a spreadsheet numbers it.</summary>
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

    /// <summary>A list or an object of JSON, which needs no cell.</summary>
    Nested,
}
