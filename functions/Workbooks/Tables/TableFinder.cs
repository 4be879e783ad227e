using System.Buffers;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Finds the tables of a sheet by their header rows. The order of the columns does not matter. The name of the sheet matters only if a
/// header row has just two known headers, or matches several kinds of table equally well.
/// </summary>
internal static class TableFinder
{
    private const int LastHeaderRow = 30, MostTables = 20, FewestHeaders = 3;

    private static readonly HashSet<string> KnownHeaders =
        new(TemplateSheets.All.SelectMany(l => l.Columns).Select(c => c.FoldedHeader), StringComparer.Ordinal);

    private static readonly SearchValues<char> FirstCharacters = SearchValues.Create([.. KnownHeaders.Select(h => h[0]).Distinct()]);

    // Twice the longest header, to allow for spaces and line breaks between its characters.
    private static readonly int LongestHeader = 2 * KnownHeaders.Max(h => h.Length);

    /// <summary>
    /// Returns the tables from top to bottom. The one with the most matching headers in the first 30 rows is the main table; if there is no
    /// main table, the sheet has no tables. Further tables may be above or below the main table.
    /// </summary>
    public static IReadOnlyList<FoundTable> FindAll(Sheet sheet)
    {
        if (Find(sheet) is not { } main)
            return [];
        List<FoundTable> tables = [];
        foreach (var table in Others(sheet, main).Take(MostTables).Append(main).OrderBy(t => t.HeaderRow))
        {
            if (tables.Count > 0 && tables[^1].HasHeader(table))
                tables[^1].Repeats.Add(table.HeaderRow);
            else
                Add(tables, table, sheet);
        }

        return tables;
    }

    private static void Add(List<FoundTable> tables, FoundTable table, Sheet sheet)
    {
        var title = table.FirstHeaderRow - 1;
        var caption = sheet.Row(title)?.Cells is [var only] && sheet.Row(title - 1) is null ? only.Cell : default;
        if (tables.Count > 0)
            tables[^1] = tables[^1] with { LastRow = SheetTitle.IsCaption(caption) ? title - 1 : title };
        tables.Add(table with { TitleRow = SheetTitle.Is(caption) ? title : 0 });
    }

    // Skips the row directly above the main header, because it may contain headings that span several columns.
    private static IEnumerable<FoundTable> Others(Sheet sheet, FoundTable main) => sheet.Rows
        .Where(r => (r.Number < main.FirstHeaderRow - 1 || r.Number > main.HeaderRow) && HoldsHeaders(r))
        .Select(r => MatchesOf(r, sheet).MaxBy(t => t.Columns.Count)!)
        .Where(t => t.Columns.Count >= FewestHeaders)
        .Select(t => WithHeadersBelow(t, sheet));

    // Quickly rules out most rows before their texts are compared with the headers of each table, because only header rows contain several
    // headers of the template. A text is normalized only if it is short and begins like a header.
    private static bool HoldsHeaders(SheetRow row)
    {
        var count = 0;
        foreach (ref readonly var cell in row.Cells.AsSpan())
            count += IsKnownHeader(cell.Cell) ? 1 : 0;
        return count >= FewestHeaders;
    }

    private static bool IsKnownHeader(in SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { } text } && text.Length <= LongestHeader
        && text.AsSpan().TrimStart() is [var first, ..] && FirstCharacters.Contains(first)
        && KnownHeaders.Contains(TemplateColumn.FoldHeader(text));

    private static FoundTable? Find(Sheet sheet) => sheet.Rows
        .TakeWhile(r => r.Number <= LastHeaderRow)
        .SelectMany(r => MatchesOf(r, sheet))
        .Where(t => t.IsRecognisable(sheet.Name))
        .OrderByDescending(t => t.Columns.Count)
        .ThenByDescending(t => TemplateColumn.FoldHeader(sheet.Name) == TemplateColumn.FoldHeader(t.Layout.Name))
        .Select(t => WithHeadersBelow(t, sheet))
        .FirstOrDefault();

    // Handles a header that occupies two rows: 実績値 spans several columns and the years are in the row below it, or each year spans several
    // columns and 目標 and 実績 are in the row below it.
    private static FoundTable WithHeadersBelow(FoundTable table, Sheet sheet)
    {
        if (!table.Layout.HasYears || sheet.Row(table.HeaderRow + 1) is not { } below)
            return table;
        var written = WrittenIn(below, sheet);
        if (written.Any(h => table.Columns.Values.Contains(h.At)) || YearsBelow(table, written, sheet) is not { Years.Count: > 0 } years)
            return table;
        var others = table.Headers.Where(h => !written.Exists(w => w.At == h.At));
        return table with { HeaderRow = below.Number, FirstHeaderRow = table.HeaderRow, Found = years, Headers = [.. others, .. written] };
    }

    private static YearColumns? YearsBelow(FoundTable table, List<WrittenHeader> written, Sheet sheet) => table.Years.Count == 0
        ? YearColumns.In(written, sheet, table.HeaderRow + 1)
        : YearColumns.Below(table, written);

    private static IEnumerable<FoundTable> MatchesOf(SheetRow row, Sheet sheet)
    {
        var headers = new Dictionary<string, int>(StringComparer.Ordinal);
        var written = WrittenIn(row, sheet);
        foreach (var header in written)
            headers.TryAdd(header.Text, header.At);
        return TemplateSheets.All.Select(layout => Match(layout, row.Number, headers) with
        {
            Headers = written,
            Found = layout.HasYears ? YearColumns.In(written, sheet, row.Number) : YearColumns.None,
        });
    }

    private static List<WrittenHeader> WrittenIn(SheetRow row, Sheet sheet) =>
        [.. row.Cells.Where(c => !c.Cell.IsUnusable && sheet.IsShown(new(row.Number, c.Column)))
            .Select(c => new WrittenHeader(TemplateColumn.FoldHeader(c.Cell.Text), c.Column))];

    private static FoundTable Match(SheetLayout layout, int row, Dictionary<string, int> headers) => new(
        layout,
        row,
        layout.Columns.Where(c => headers.ContainsKey(c.FoldedHeader)).ToDictionary(c => c, c => headers[c.FoldedHeader]));
}

/// <param name="Text">The text of the header, normalized by FoldHeader.</param>
internal sealed record WrittenHeader(string Text, int At);

internal sealed record YearColumn(FiscalYear Year, int At)
{
    public TemplateColumn<Figure> Column { get; } = FigureKind.ColumnOf(Year);
}

/// <param name="HeaderRow">The header row, or the second of two header rows; records begin in the next row.</param>
/// <param name="Columns">The column number of each template column that was found.</param>
internal sealed record FoundTable(SheetLayout Layout, int HeaderRow, IReadOnlyDictionary<TemplateColumn, int> Columns)
{
    /// <summary>The columns of fiscal years and of goals.</summary>
    public YearColumns Found { get; init; } = YearColumns.None;

    /// <summary>The columns of fiscal years, in ascending order of the years.</summary>
    public IReadOnlyList<YearColumn> Years => Found.Years;

    public IReadOnlyList<PlanColumn> Plans => Found.Plans;

    /// <summary>All texts of the header row, including those that match no template column.</summary>
    public IReadOnlyList<WrittenHeader> Headers { get; init; } = [];

    /// <summary>The first row of a header that occupies two rows; otherwise the header row.</summary>
    public int FirstHeaderRow { get; init; } = HeaderRow;

    /// <summary>The last row that can belong to this table; the next table of the sheet begins after it.</summary>
    public int LastRow { get; init; } = CellAddress.LastRow;

    /// <summary>
    /// The row directly above the header if it contains only the title of the table and the row above it is empty; zero when there is no
    /// such row.
    /// </summary>
    public int TitleRow { get; init; }

    /// <summary>Rows below the header that repeat it, as at the top of every printed page. They are not records.</summary>
    public HashSet<int> Repeats { get; } = [];

    /// <summary>Returns the year whose header spans the column; null if the nearest header to the left is not that of a year.</summary>
    public YearColumn? YearAbove(int column) =>
        Headers.Where(h => h.At <= column && h.Text.Length > 0).MaxBy(h => h.At) is { } header
            ? Years.FirstOrDefault(y => y.At == header.At)
            : null;

    /// <summary>
    /// Whether the other header repeats the one of this table. A header with other years, or with the same years in other columns, does
    /// not, because the figures below it belong to its own years.
    /// </summary>
    public bool HasHeader(FoundTable other) =>
        Layout == other.Layout && other.FirstHeaderRow == other.HeaderRow && Years.SequenceEqual(other.Years)
        && Columns.Count == other.Columns.Count && Columns.All(c => other.Columns.GetValueOrDefault(c.Key) == c.Value);

    // Three matching headers are enough. Two are enough only if the sheet has the table's name or if all required columns are found,
    // because many other lists contain two of these headers.
    public bool IsRecognisable(string sheetName) =>
        Columns.Count >= 3
            || (Columns.Count == 2 && (IsNamedLike(sheetName) || Layout.Columns.Where(c => c.IsRequired).All(Columns.ContainsKey)));

    private bool IsNamedLike(string sheetName) => TemplateColumn.FoldHeader(sheetName) == TemplateColumn.FoldHeader(Layout.Name);
}
