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

    /// <summary>
    /// Whether a dash or a word such as 特になし alone means the same as a blank cell. In a column for which a blank cell means the name in
    /// the row above, it does not.
    /// </summary>
    public bool MayBeNone { get; init; } = true;

    /// <summary>Whether each cell contains a list of items, which are records of their own.</summary>
    public bool IsList { get; init; }

    /// <summary>Distinguishes several columns of a table that have the same kind of header.</summary>
    public int Number { get; init; } = 1;

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
                headers.Add(new(Respelt(text), at));
        }

        return headers;
    }

    /// <summary>Returns the first column of the table whose header a text may be; null when there is none.</summary>
    public ReportColumn? ColumnAt(string header) =>
        Respelt(TemplateColumn.FoldHeader(header)) is var folded ? Columns.FirstOrDefault(c => c.IsAt(folded)) : null;

    private static string Respelt(string folded) => Spelling().Replace(folded, "取組");

    [GeneratedRegex("取り?組み")]
    private static partial Regex Spelling();

    /// <summary>Returns the positions of the table's columns if the row is the table's header row; otherwise null.</summary>
    /// <param name="headers">The result of <see cref="HeadersIn"/> for this row.</param>
    public ReportHeader? Match(IReadOnlyList<WrittenHeader> headers)
    {
        var found = new Dictionary<ReportColumn, WrittenHeader>();
        foreach (var header in headers)
        {
            var matching = Columns.Where(c => c.IsAt(header.Text)).ToList();
            if ((matching.Find(c => !found.ContainsKey(c)) ?? matching.Find(c => IsOfLaterYear(header, found[c]))) is { } column)
                found[column] = header;
        }

        if (found.Count == 0)
            return null;
        var missing = Columns.Where(c => c.IsRequired && !found.ContainsKey(c)).ToList();
        var isDistinct = Distinctive is not null && found.ContainsKey(Distinctive) && !IsOfTemplate(headers);
        return missing.Count == 0 || (missing.Count == 1 && isDistinct)
            ? new(this, found.ToDictionary(c => c.Key, c => c.Value.At), missing.FirstOrDefault())
            : null;
    }

    // Whether the row has the columns of an indicator, which this layout does not have: 主な取組 is then probably the template's column 取組.
    private static bool IsOfTemplate(IReadOnlyList<WrittenHeader> headers) =>
        headers.Any(h => h.Text == InitiativeSheet.Name.FoldedHeader || h.Text == InitiativeSheet.Unit.FoldedHeader);

    // Of two columns such as 平成28年度の主な取組 and 平成29年度の主な取組, the later one is read.
    private static bool IsOfLaterYear(WrittenHeader header, WrittenHeader other) =>
        HeadingLine.YearIn(header.Text) is { } year && HeadingLine.YearIn(other.Text) is { } before && year > before;
}

/// <param name="Missing">The required column that was not found; null when all were found. If two are missing, the table is not
/// recognized.</param>
internal sealed record ReportHeader(ReportTable Table, IReadOnlyDictionary<ReportColumn, int> Columns, ReportColumn? Missing)
{
    /// <summary>
    /// Handles a header that occupies two rows: 取組 spans several columns, and their years are in the row below it. Returns the header with
    /// a column of activities for each year; null if the row below contains anything else.
    /// </summary>
    /// <param name="below">The non-blank cells of the row below the header.</param>
    public ReportHeader? WithYears(IReadOnlyList<ReportCell> below)
    {
        var activities = ReportTables.AllActivities;
        if (!Columns.TryGetValue(ReportTables.Activities, out var first) || below.Count < 2 || below.Count > activities.Count
            || !below.All(c => c.Address.Column >= first && HeadingLine.YearIn(c.Text) is not null))
            return null;
        var others = Columns.Where(c => !activities.Contains(c.Key)).Select(c => (c.Key, c.Value));
        return this with { Columns = others.Concat(activities.Zip(below, (c, b) => (c, b.Address.Column))).ToDictionary() };
    }
}
