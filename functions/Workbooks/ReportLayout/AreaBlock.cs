using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Collects the initiatives and directions of one policy area under one viewpoint. They may be spread over several rows, pages and tables.
/// </summary>
internal sealed class AreaBlock(ReportSheet sheet, int viewpoint, string policyArea)
{
    private readonly OrderedDictionary<string, bool> divisions = new(StringComparer.Ordinal);
    private readonly List<PlacedItem> initiatives = [];
    private readonly List<PlacedItem> directions = [];

    public int Viewpoint => viewpoint;

    public string PolicyArea => policyArea;

    /// <param name="more">The divisions listed in the cell.</param>
    /// <param name="cell">The cell that lists the divisions. Divisions beyond the limit for a record are dropped and reported at this
    /// cell.</param>
    public void AddDivisions(IEnumerable<string> more, ReportCell cell)
    {
        foreach (var division in more)
        {
            sheet.Scope.Budget.SpendListItems(1);
            divisions.TryAdd(division, true);
            if (divisions.Count <= RecordLimits.ListItems)
                continue;
            divisions.Remove(division);
            sheet.Report(cell, Findings.TooManyItems(SharedColumns.Divisions.Header, RecordLimits.ListItems + 1, RecordLimits.ListItems));
        }
    }

    public void Add(ReportCell? initiativeCell, ReportCell? directionCell)
    {
        Add(initiatives, initiativeCell, ReportTables.Initiatives);
        Add(directions, directionCell, ReportTables.Directions);
    }

    public IEnumerable<PlacedRecord> Records()
    {
        EquatableList<string> all = [.. divisions.Keys];
        foreach (var item in initiatives)
        {
            foreach (var record in new ReadInitiative(sheet, item, this, all).Records())
                yield return sheet.Placed(record, item.Cell.Address);
        }

        foreach (var item in directions)
            yield return sheet.Placed(DirectionOf(item, all), item.Cell.Address);
    }

    private Direction DirectionOf(PlacedItem item, EquatableList<string> all) =>
        new(item.Draft(sheet.Name), sheet.SourceOf($"{item.Cell.Address}"), viewpoint, policyArea, all, OneLine.Of(item.Text));

    private void Add(List<PlacedItem> items, ReportCell? cell, ReportColumn column)
    {
        if (cell is null)
            return;
        sheet.SpendLines(cell.Text);
        var read = CellItems.Of(cell.Text);
        if (read.CutOff is { } cutOff && items.Count > 0)
            items[^1] = WithRest(items[^1], cutOff, cell, column);
        else if (read.CutOff is { } first)
            AddItem(items, new(cell, 0, first));
        foreach (var (index, text) in read.Items.Index())
        {
            AddItem(items, new(cell, index + 1, text));
            if (InlineItems.FollowIn(text))
                sheet.Report(cell, RecordFindings.SeveralItems(column.Header), text);
        }

        foreach (var heading in read.Headings)
            sheet.Report(cell, FileFindings.HeadingInList(heading), heading);
    }

    private void AddItem(List<PlacedItem> items, PlacedItem item)
    {
        sheet.Scope.Budget.SpendRecord();
        items.Add(item);
    }

    // Appends the rest of an initiative or direction, which a page break moved to another cell. If the text would become too long, this is
    // reported and the rest is dropped.
    private PlacedItem WithRest(PlacedItem item, string rest, ReportCell cell, ReportColumn column)
    {
        var length = item.Text.Length + 1 + rest.Length;
        if (length <= WorkbookLimits.TextLength)
            return item with { Text = $"{item.Text}\n{rest}" };
        sheet.Report(cell, Findings.TextTooLong(column.Header, length, WorkbookLimits.TextLength));
        return item;
    }
}

/// <summary>
/// One initiative or direction, which is an item of the list in a cell. The number is the position of the item in the list, from 1; it is 0
/// for a text before the first item.
/// </summary>
internal sealed record PlacedItem(ReportCell Cell, int Number, string Text)
{
    public string Draft(string sheet) => string.Create(CultureInfo.InvariantCulture, $"{sheet}!{Cell.Address}#{Number}");
}
