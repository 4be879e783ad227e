using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks;

/// <summary>A column of the report layout, known by its header: the paper says 第2段階における課題と今後の方向性, and the next one will say 第3段階.</summary>
internal sealed record ReportColumn(string Header, Regex Pattern, bool IsRequired = true)
{
    public bool IsAt(string foldedHeader) => Pattern.IsMatch(foldedHeader);
}

/// <summary>A table of the report layout (報告書様式): its columns.</summary>
internal sealed record ReportTable(IReadOnlyList<ReportColumn> Columns)
{
    /// <summary>Where its columns stand, when a row is its header row.</summary>
    public IReadOnlyDictionary<ReportColumn, int>? Match(SheetRow row)
    {
        var found = new Dictionary<ReportColumn, int>();
        foreach (var (at, cell) in row.Cells.Where(c => c.Cell.Kind == CellKind.Text))
        {
            var header = Column.FoldHeader(cell.Text);
            if (Columns.FirstOrDefault(c => !found.ContainsKey(c) && c.IsAt(header)) is { } column)
                found[column] = at;
        }

        return Columns.Where(c => c.IsRequired).All(found.ContainsKey) ? found : null;
    }
}
