using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>Reports every visible cell and shape that was not read. Runs after the whole workbook has been read.</summary>
internal sealed class WorkbookAccounting(WorkbookUses uses, ProblemLog log, Register register, Budget budget)
{
    public EquatableList<SheetAccount> Settle() => [.. uses.Visible.Where(u => !FindingsList.IsOn(u.Sheet)).Select(AccountOf)];

    /// <summary>Used when the workbook is rejected because none of its sheets contains a known table.</summary>
    public EquatableList<SheetAccount> SettleUnread()
    {
        foreach (var sheet in uses.Visible.Where(u => !FindingsList.IsOn(u.Sheet)))
            sheet.LeaveUnread();
        return Settle();
    }

    private SheetAccount AccountOf(SheetUses sheet)
    {
        foreach (var shape in sheet.IsUnread ? [] : sheet.Sheet.Shapes)
            TellOf(shape, sheet.Place);
        return new Leftovers(sheet, log, register, budget).Settle();
    }

    private void TellOf(SheetShape shape, SheetPlace place)
    {
        if (shape.At is { } at)
            log.Add(FileFindings.ShapeNotRead(shape.Text), place, at, SheetCell.OfText(shape.Text));
        else
            log.Add(FileFindings.ShapeNotRead(shape.Text), place);
    }
}
