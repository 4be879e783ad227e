using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks;

/// <summary>A column of the report layout, known by its header: the paper says 第2段階における課題と今後の方向性, and the next one will say 第3段階.</summary>
internal sealed record ReportColumn(string Header, Regex Pattern, bool IsRequired = true)
{
    public bool IsAt(string foldedHeader) => Pattern.IsMatch(foldedHeader);
}

/// <summary>A table of the report layout (報告書様式): its columns.</summary>
/// <param name="Telling">The column that no sheet of the template has, so that the table is known by it although another column is missing; null when there is none.</param>
internal sealed record ReportTable(IReadOnlyList<ReportColumn> Columns, ReportColumn? Telling)
{
    /// <summary>Where its columns stand, when a row is its header row.</summary>
    public ReportHeader? Match(SheetRow row)
    {
        var found = new Dictionary<ReportColumn, int>();
        foreach (var (at, cell) in row.Cells.Where(c => c.Cell.Kind == CellKind.Text))
        {
            var header = Column.FoldHeader(cell.Text);
            if (Columns.FirstOrDefault(c => !found.ContainsKey(c) && c.IsAt(header)) is { } column)
                found[column] = at;
        }

        var missing = Columns.Where(c => c.IsRequired && !found.ContainsKey(c)).ToList();
        return missing.Count == 0 || (missing.Count == 1 && Telling is not null && found.ContainsKey(Telling)) ? new(this, found, missing.FirstOrDefault()) : null;
    }
}

/// <param name="Missing">The one required column that is not there; null when all are.</param>
internal sealed record ReportHeader(ReportTable Table, IReadOnlyDictionary<ReportColumn, int> Columns, ReportColumn? Missing);
