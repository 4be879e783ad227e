using System.Text.RegularExpressions;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>A column of the report layout, known by its header: the paper says 第2段階における課題と今後の方向性, and the next one will say 第3段階.</summary>
internal sealed record ReportColumn(string Header, Regex Pattern, bool IsRequired = true)
{
    public string Example { get; init; } = "";

    public bool IsAt(string foldedHeader) => Pattern.IsMatch(foldedHeader);
}

/// <summary>A table of the report layout (報告書様式): its columns.</summary>
/// <param name="Telling">The column that no sheet of the template has, so that the table is known by it although another column is missing;
/// null when there is none.</param>
internal sealed record ReportTable(IReadOnlyList<ReportColumn> Columns, ReportColumn? Telling)
{
    public bool IsOfWards => Columns.Contains(ReportTables.Activities);

    /// <summary>The texts of a row that may be headers, folded once for all tables.</summary>
    public static List<WrittenHeader> HeadersIn(Sheet sheet, SheetRow row)
    {
        List<WrittenHeader> headers = [];
        foreach (var (at, cell) in row.Cells)
        {
            if (cell.Kind == CellKind.Text && sheet.IsShown(new(row.Number, at))
                && TemplateColumn.FoldHeader(cell.Text) is { Length: > 0 } text)
                headers.Add(new(text, at));
        }

        return headers;
    }

    /// <summary>Where its columns stand, when a row is its header row.</summary>
    /// <param name="headers">What <see cref="HeadersIn"/> found in the row.</param>
    public ReportHeader? Match(IReadOnlyList<WrittenHeader> headers)
    {
        var found = new Dictionary<ReportColumn, int>();
        foreach (var header in headers)
        {
            if (Columns.FirstOrDefault(c => !found.ContainsKey(c) && c.IsAt(header.Text)) is { } column)
                found[column] = header.At;
        }

        if (found.Count == 0)
            return null;
        var missing = Columns.Where(c => c.IsRequired && !found.ContainsKey(c)).ToList();
        return missing.Count == 0 || (missing.Count == 1 && Telling is not null && found.ContainsKey(Telling))
            ? new(this, found, missing.FirstOrDefault())
            : null;
    }
}

/// <param name="Missing">The one required column that is not there; null when all are.</param>
internal sealed record ReportHeader(ReportTable Table, IReadOnlyDictionary<ReportColumn, int> Columns, ReportColumn? Missing);
