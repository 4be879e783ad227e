using System.Text.RegularExpressions;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// A column of the report layout. Its header is matched by a pattern, because the wording changes with the stages of the city's programme:
/// in the report of 2018, the header of the column 課題と今後の方向性 is 第2段階における課題と今後の方向性.
/// </summary>
internal sealed record ReportColumn(string Header, Regex Pattern, bool IsRequired = true)
{
    public string Example { get; init; } = "";

    /// <summary>Whether a dash alone means the same as a blank cell, because a row may lack a value in this column.</summary>
    public bool MayBeDash { get; init; } = !IsRequired;

    public bool IsAt(string foldedHeader) => Pattern.IsMatch(foldedHeader);
}

/// <summary>Describes a table of the report layout (報告書様式) by its columns.</summary>
/// <param name="Distinctive">A column that only this table has. If its header is found, the table is recognized even if one other required
/// header is missing. Null when there is no such column.</param>
internal sealed partial record ReportTable(IReadOnlyList<ReportColumn> Columns, ReportColumn? Distinctive)
{
    public bool IsOfWards => Columns.Contains(ReportTables.Activities);

    /// <summary>Returns the texts of a row that may be headers, normalized once for the comparison with all tables.</summary>
    public static List<WrittenHeader> HeadersIn(Sheet sheet, SheetRow row)
    {
        List<WrittenHeader> headers = [];
        foreach (var (at, cell) in row.Cells)
        {
            if (cell.Kind == CellKind.Text && sheet.IsShown(new(row.Number, at))
                && TemplateColumn.FoldHeader(cell.Text) is { Length: > 0 } text)
                headers.Add(new(Spelling().Replace(text, "取組"), at));
        }

        return headers;
    }

    [GeneratedRegex("取り?組み")]
    private static partial Regex Spelling();

    /// <summary>Returns the positions of the table's columns if the row is the table's header row; otherwise null.</summary>
    /// <param name="headers">The result of <see cref="HeadersIn"/> for this row.</param>
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
        return missing.Count == 0 || (missing.Count == 1 && Distinctive is not null && found.ContainsKey(Distinctive))
            ? new(this, found, missing.FirstOrDefault())
            : null;
    }
}

/// <param name="Missing">The required column that was not found; null when all were found. If two are missing, the table is not
/// recognized.</param>
internal sealed record ReportHeader(ReportTable Table, IReadOnlyDictionary<ReportColumn, int> Columns, ReportColumn? Missing);
