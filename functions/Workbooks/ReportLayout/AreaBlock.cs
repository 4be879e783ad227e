using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>A policy area under a viewpoint, gathered over rows, page breaks and tables.</summary>
internal sealed class AreaBlock(int viewpoint, string policyArea)
{
    private readonly List<string> divisions = [];
    private readonly List<PlacedItem> initiatives = [];
    private readonly List<PlacedItem> directions = [];

    public int Viewpoint => viewpoint;

    public string PolicyArea => policyArea;

    public void AddDivisions(IEnumerable<string> more) => divisions.AddRange(more.Where(d => !divisions.Contains(d)));

    public void Add(ReportCell? initiativeCell, ReportCell? directionCell)
    {
        Add(initiatives, initiativeCell);
        Add(directions, directionCell);
    }

    public IEnumerable<Record> Records(ReportSheet sheet) =>
    [
        .. initiatives.SelectMany(i => new ReadInitiative(sheet, i, this).Records()),
        .. directions.Select(d => new Direction(d.Draft(sheet.Name), sheet.SourceOf($"{d.Cell.Address}"), viewpoint, policyArea, [.. divisions], OneLine.Of(d.Text))),
    ];

    public EquatableList<string> Divisions => [.. divisions];

    private static void Add(List<PlacedItem> items, ReportCell? cell)
    {
        if (cell is null)
            return;
        var read = CellItems.Of(cell.Text);
        if (read.CutOff is { } cutOff && items.Count > 0)
            items[^1] = items[^1] with { Text = $"{items[^1].Text}\n{cutOff}" };
        else if (read.CutOff is { } first)
            items.Add(new(cell, 0, first));
        items.AddRange(read.Items.Select((text, index) => new PlacedItem(cell, index + 1, text)));
    }
}

/// <summary>An item of a cell, with the cell it stands in.</summary>
internal sealed record PlacedItem(ReportCell Cell, int Number, string Text)
{
    public string Draft(string sheet) => string.Create(CultureInfo.InvariantCulture, $"{sheet}!{Cell.Address}#{Number}");
}
