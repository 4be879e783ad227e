using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>
/// Reports the visible cells and shapes that were not read, except on sheets that a finding already reports as not read. Must run after the
/// whole workbook has been read, because only then is it known which cells were not read.
/// </summary>
internal sealed class WorkbookAccounting(ReadingProgress progress, DepartmentNames names)
{
    public EquatableList<SheetAccount> Settle() => [.. progress.Uses.Visible.Where(u => !FindingsList.IsOn(u.Sheet)).Select(AccountOf)];

    /// <summary>
    /// Lists the cells of a workbook in which no known table was found. All its sheets count as not read. Their cells are not reported one
    /// by one, because a finding already says that the workbook contains no table.
    /// </summary>
    public EquatableList<SheetAccount> SettleUnread()
    {
        foreach (var sheet in progress.Uses.Visible.Where(u => !FindingsList.IsOn(u.Sheet)))
            sheet.LeaveUnread();
        return Settle();
    }

    private SheetAccount AccountOf(SheetUses sheet)
    {
        foreach (var shape in sheet.IsUnread ? [] : sheet.Sheet.Shapes)
            ReportUnreadCells(shape, sheet.Place);
        return new UnreadCells(sheet, progress.Log, names, progress.Budget).Settle();
    }

    private void ReportUnreadCells(SheetShape shape, SheetPlace place)
    {
        if (shape.At is { } at)
            progress.Log.Add(FileFindings.ShapeNotRead(shape.Text), place, at, SheetCell.OfText(shape.Text));
        else
            progress.Log.Add(FileFindings.ShapeNotRead(shape.Text), place);
    }
}
