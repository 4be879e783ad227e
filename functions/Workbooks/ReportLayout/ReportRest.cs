using System.Text.RegularExpressions;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Records that the headers of a table in the report layout were read, so that they are not reported as unread, and reports the cells below
/// a header that does not belong to the table.
/// </summary>
internal sealed partial class ReportRest(ReportSheet sheet, ReportHeader header)
{
    /// <summary>Whether the whole table is not read, because a required column is missing.</summary>
    public bool IsRefused { get; init; }

    // The texts of the header row that are not headers of the table, by column number.
    private readonly Dictionary<int, ReportCell> others = [];

    public void TakeHeader(SheetRow row)
    {
        foreach (var (column, at) in header.Columns)
            sheet.Uses.TakeHeader(new(row.Number, at), column.Header);
        var written = sheet.Written(row).ToDictionary(c => c.Address.Column);
        foreach (var at in CellRuns.Of(written.Keys).Where(run => run.Exists(header.Columns.Values.Contains)).SelectMany(run => run))
            sheet.Uses.TakeHeader(new(row.Number, at));
        foreach (var (at, cell) in written.Where(c => !header.Columns.Values.Contains(c.Key)))
            others[at] = cell;
    }

    public void Take(SheetRow row)
    {
        foreach (var cell in sheet.Written(row).Where(c => sheet.Uses.Shows(c.Address, c.Cell) && sheet.Uses.Of(c.Address) is null))
            Take(cell);
    }

    private void Take(ReportCell cell)
    {
        if (IsRefused)
            sheet.Uses.Take(cell.Address, CellUse.Finding);
        else if (others.TryGetValue(cell.Address.Column, out var other) && other.Address.Row < cell.Address.Row)
            TakeUnder(other, cell);
    }

    // Row numbers (1, 2, 3 under No.) contain no information, so they are not reported as unread.
    private void TakeUnder(ReportCell other, ReportCell cell)
    {
        var isNumber = NumberHeader().IsMatch(TemplateColumn.FoldHeader(other.Text))
            && RowNumber().IsMatch(TemplateColumn.FoldHeader(cell.Text));
        sheet.Uses.Take(cell.Address, isNumber ? CellUse.Heading : CellUse.Finding);
        if (!isNumber)
            sheet.Scope.Log.Add(NotRead(other.Text), sheet.Place, other.Address, other.Cell);
    }

    private Finding NotRead(string text) => header.Table.ColumnAt(text) is { } column
        ? FileFindings.ColumnTwice(column.Header, CellAddress.ColumnName(header.Columns[column]))
        : FileFindings.ColumnNotRead(text, null);

    [GeneratedRegex("^(?:no[.]?|番号|項番|#)$", RegexOptions.IgnoreCase)]
    private static partial Regex NumberHeader();

    [GeneratedRegex(@"^\(?[0-9]{1,4}(?:[-.][0-9]{1,3})?\)?[.]?$")]
    private static partial Regex RowNumber();
}
