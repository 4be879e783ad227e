using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Accounting;

/// <summary>A workbook in memory, which tests change and read again without writing a file.</summary>
internal sealed class EditableBook(string file, IEnumerable<EditableSheet> sheets, DocumentProperties properties)
{
    public string File => file;

    public List<EditableSheet> Sheets { get; } = [.. sheets];

    public static EditableBook Of(string file, Spreadsheet book) => new(file, book.Sheets.Select(EditableSheet.Of), book.Properties);

    public EditableBook Copy() => new(file, Sheets.Select(s => s.Copy()), properties);

    public Spreadsheet ToSpreadsheet() => new([.. Sheets.Select(s => s.ToSheet())], properties);

    public EditableSheet AnyVisible(Random random)
    {
        var visible = Sheets.Where(s => !s.IsHidden).ToList();
        return visible[random.Next(visible.Count)];
    }
}

/// <summary>A sheet with its cells by address.</summary>
internal sealed class EditableSheet(string name, bool isHidden, Dictionary<CellAddress, SheetCell> cells, List<CellRange> merges)
{
    public string Name { get; set; } = name;

    public bool IsHidden => isHidden;

    public Dictionary<CellAddress, SheetCell> Cells { get; private set; } = cells;

    public List<CellRange> Merges { get; private set; } = merges;

    public HashSet<int> HiddenRows { get; } = [];

    public HashSet<int> HiddenColumns { get; } = [];

    public int LastRow => Cells.Keys.Select(c => c.Row).DefaultIfEmpty(1).Max();

    public int LastColumn => Cells.Keys.Select(c => c.Column).DefaultIfEmpty(1).Max();

    public static EditableSheet Of(Sheet sheet)
    {
        var cells = sheet.Rows.SelectMany(r => r.Cells, (r, c) => (At: new CellAddress(r.Number, c.Column), c.Cell))
            .ToDictionary(c => c.At, c => c.Cell);
        return new(sheet.Name, sheet.IsHidden, cells, MergesOf(sheet));
    }

    public EditableSheet Copy() => new(Name, isHidden, new(Cells), [.. Merges]);

    public Sheet ToSheet()
    {
        var merged = new MergedCells(WorkbookLimits.Columns);
        Merges.ForEach(merged.Add);
        var hidden = new HiddenLines();
        hidden.Rows.UnionWith(HiddenRows);
        foreach (var column in HiddenColumns)
            hidden.AddColumns(column, column);
        var rows = Cells.Where(c => c.Key.Column <= WorkbookLimits.Columns).GroupBy(c => c.Key.Row).OrderBy(g => g.Key)
            .Select(g => new SheetRow(g.Key, [.. g.OrderBy(c => c.Key.Column).Select(c => (c.Key.Column, c.Value))]));
        return new(Name, [.. rows], merged) { IsHidden = isHidden, Hidden = hidden };
    }

    /// <summary>Inserts empty rows: the cells in the given row and below it move down.</summary>
    public void InsertRows(int at, int count) => Move(c => c.Row >= at ? c with { Row = c.Row + count } : c);

    public void InsertColumns(int at, int count) => Move(c => c.Column >= at ? c with { Column = c.Column + count } : c);

    /// <summary>Removes a row, moves the cells below it up, and returns the removed cells.</summary>
    public List<(int Column, SheetCell Cell)> TakeRow(int row)
    {
        var taken = Cells.Where(c => c.Key.Row == row).Select(c => (c.Key.Column, c.Value)).ToList();
        taken.ForEach(c => Cells.Remove(new(row, c.Column)));
        Merges.RemoveAll(m => m.First.Row <= row && m.Last.Row >= row);
        Move(c => c.Row > row ? c with { Row = c.Row - 1 } : c);
        return taken;
    }

    private void Move(Func<CellAddress, CellAddress> move)
    {
        Cells = Cells.ToDictionary(c => move(c.Key), c => c.Value);
        Merges = [.. Merges.Select(m => new CellRange(move(m.First), move(m.Last)))];
    }

    private static List<CellRange> MergesOf(Sheet sheet)
    {
        var lastRow = sheet.Rows.Select(r => r.Number).DefaultIfEmpty(0).Max();
        return
        [
            .. Enumerable.Range(1, lastRow).SelectMany(row => Enumerable.Range(1, 20).Select(column => new CellAddress(row, column)))
                .Where(at => sheet.Owner(at) != at).GroupBy(sheet.Owner)
                .Select(g => new CellRange(g.Key, new(g.Max(c => c.Row), g.Max(c => c.Column)))),
        ];
    }
}
