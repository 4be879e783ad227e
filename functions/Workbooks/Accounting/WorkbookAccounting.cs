using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>Reports every visible cell and shape that was not read. Runs after the whole workbook has been read.</summary>
internal sealed class WorkbookAccounting(ReadingProgress progress, DepartmentNames names)
{
    public EquatableList<SheetAccount> Settle() => [.. progress.Uses.Visible.Where(u => !FindingsList.IsOn(u.Sheet)).Select(AccountOf)];

    /// <summary>
    /// Reports the cells of a workbook that is rejected because none of its sheets contains a known table; no sheet counts as read.
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
