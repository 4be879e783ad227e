using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Tells of everything visible in a workbook that was not read, once all of it has been read.</summary>
internal sealed class WorkbookAccounting(WorkbookScope scope)
{
    /// <param name="unread">Sheets without a table that is known; null when no sheet has one, and the workbook is refused for that.</param>
    public EquatableList<SheetAccount> Of(List<UnreadSheet>? unread)
    {
        foreach (var sheet in unread ?? [])
        {
            sheet.AddTo(scope.Log);
            scope.Uses.Of(sheet.Place).LeaveUnread();
        }

        return [.. scope.Uses.Visible.Where(u => !UnreadSheet.IsFindingsList(u.Sheet)).Select(u => AccountOf(u, unread is not null))];
    }

    private SheetAccount AccountOf(SheetUses uses, bool isKnown)
    {
        if (!isKnown)
            uses.LeaveUnread();
        foreach (var shape in uses.IsUnread ? [] : uses.Sheet.Shapes)
            TellOf(shape, uses.Place);
        return new Leftovers(uses, scope).Settle();
    }

    private void TellOf(SheetShape shape, SheetPlace place)
    {
        if (shape.At is { } at)
            scope.Log.Add(FileFindings.ShapeNotRead(shape.Text), place, at, Cell.OfText(shape.Text));
        else
            scope.Log.Add(FileFindings.ShapeNotRead(shape.Text), place);
    }
}
