namespace KawasakiServerless.Domain;

/// <summary>Finds the records that were read from given cells (セルに対応する記録).</summary>
internal sealed class RecordCells
{
    // The maximum number of a problem's cells that are looked up, to limit the time. If a problem has more, the number of remaining cells
    // is added to the result, so that problems with different numbers of remaining cells have different results.
    private const int MostCells = 200;

    private readonly Dictionary<(string Sheet, string Cell), string?> known = [];
    private readonly ILookup<string, (CellArea Area, Record Record)> bySheet;

    public RecordCells(DepartmentRecords records)
    {
        // Source.Values lists the cells that contain exactly one number of a record; these cells need no search.
        foreach (var record in records.All)
        {
            foreach (var value in record.Source.Values)
                known.TryAdd((record.Source.Sheet, value.Cell), record.Id);
        }

        bySheet = records.All
            .Select(r => (IsArea: CellArea.TryParse(r.Source.Cell, out var area), Item: (Area: area, Record: r)))
            .Where(r => r.IsArea)
            .ToLookup(r => r.Item.Record.Source.Sheet, r => r.Item, StringComparer.Ordinal);
    }

    /// <param name="sheet">The name of the sheet; null if the problem concerns the workbook as a whole.</param>
    /// <param name="cells">The cells as listed in a problem, such as B5, B9–B12; null if the problem concerns the sheet as a whole.</param>
    /// <returns>The sorted ids, separated by spaces, and the number of cells that were not looked up, if any, such as +12; null if no
    /// record contains any of the cells that were looked up.</returns>
    public string? Find(string? sheet, string? cells)
    {
        if (sheet is null || cells is null)
            return null;
        var areas = AreasOf(cells);
        var found = areas.SelectMany(a => a.Cells()).Take(MostCells).Select(c => FindOne(sheet, c)).OfType<string>();
        var ids = string.Join(' ', found.Distinct().Order(StringComparer.Ordinal));
        var more = areas.Sum(a => a.Size) - MostCells;
        return ids.Length == 0 ? null : more > 0 ? FormattableString.Invariant($"{ids} +{more}") : ids;
    }

    private static List<CellArea> AreasOf(string cells) =>
    [
        .. cells.Split(',', StringSplitOptions.TrimEntries).Select(c => CellArea.TryParse(c, out var area) ? area : default)
            .Where(a => a.Size > 0),
    ];

    private string? FindOne(string sheet, CellArea cell)
    {
        var key = (sheet, cell.ToString());
        if (!known.TryGetValue(key, out var id))
            known[key] = id = Smallest(sheet, cell);
        return id;
    }

    private string? Smallest(string sheet, CellArea cell) => bySheet[sheet]
        .Where(r => r.Area.Holds(cell))
        .OrderBy(r => r.Area.Size).ThenBy(r => r.Record is Indicator).ThenBy(r => r.Record.Id, StringComparer.Ordinal)
        .FirstOrDefault().Record?.Id;
}
