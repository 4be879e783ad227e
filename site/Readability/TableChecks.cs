using System.Text.RegularExpressions;
using KawasakiServerless.Site.DataDictionary;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// The checks of the national machine-readability rules that examine a whole table. Each returns a sentence for each breach.
/// </summary>
internal static partial class TableChecks
{
    public static IEnumerable<string> OneTable(FileKind kind, OpenedTable table) =>
        table.Body.Any(r => r.Count > 0 && IsHeader(r, table.Header)) ? [$"{table.Name}に、2つ目の見出しの行があります。"] : [];

    public static IEnumerable<string> Whole(FileKind kind, OpenedTable table) => table.Body.Index()
        .Where(r => r.Item.Count < table.Header.Count || r.Item.All(c => c.IsBlank))
        .Select(r => $"{table.Name} {Texts.Format(r.Index + 2)}行目は、列が足りないか、空です。");

    public static IEnumerable<string> NothingOutside(FileKind kind, OpenedTable table) => table.Body.Index()
        .Where(r => r.Item.Count > table.Header.Count)
        .Select(r => $"{table.Name} {Texts.Format(r.Index + 2)}行目は、表の外にも値があります。");

    public static IEnumerable<string> NamedColumns(FileKind kind, OpenedTable table) =>
    [
        .. table.Header.Where(h => h.Length == 0).Select(_ => $"{table.Name}に名前のない列があります。"),
        .. table.Header.Where(h => h.Length > 0 && table.Description is not null && table.ColumnOf(h) is null)
            .Select(h => $"{table.Name}の列「{h}」の意味が分かりません。"),
    ];

    public static IEnumerable<string> NoSpaceInHeader(FileKind kind, OpenedTable table) =>
        table.Header.Where(h => h.Any(char.IsWhiteSpace)).Select(h => $"{table.Name} 列名「{h}」に空白があります。");

    public static IEnumerable<string> BlanksAreNotZero(FileKind kind, OpenedTable table)
    {
        var (value, status) = (table.Header.ToList().IndexOf("value"), table.Header.ToList().IndexOf("status"));
        return value < 0 || status < 0
            ? []
            : table.Body.Where(r => r.Count > Math.Max(value, status) && r[value].IsBlank == (r[status].Text == "reported"))
                .Select(r => $"{table.Name}の空欄と状態「{r[status].Text}」が合いません。");
    }

    public static IEnumerable<string> NoLooseComma(FileKind kind, OpenedTable table) => table.Body.Any(r => r.Count > table.Header.Count)
        ? [$"{table.Name}に、引用符で囲まれていないカンマがあります。"]
        : [];

    /// <summary>
    /// In a table that the data dictionary does not describe, a column must not contain both numbers and texts. In other tables, CellChecks
    /// compares each cell with the column's type.
    /// </summary>
    public static IEnumerable<string> NumbersAlone(FileKind kind, OpenedTable table) =>
        table.Description is not null ? [] : table.Header.Index()
        .Where(h => table.Body.Any(r => Is(r, h.Index, CellKind.Number)) && table.Body.Any(r => Is(r, h.Index, CellKind.Text)))
        .Select(h => $"{table.Name}の列「{h.Item}」に、数値と文章があります。");

    public static IEnumerable<string> UniqueColumns(FileKind kind, OpenedTable table) =>
        table.Header.GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{table.Name}の列名「{g.Key}」が重なっています。");

    public static IEnumerable<string> NoFormulas(FileKind kind, OpenedTable table) =>
        table.Rows.SelectMany(r => r).Where(c => c.Kind == CellKind.Formula)
            .Select(c => $"{table.Name}に数式「{Texts.Shorten(c.Text, 20)}」があります。");

    public static IEnumerable<string> HeaderFirst(FileKind kind, OpenedTable table)
    {
        var expected = Expected(kind, table);
        return expected.Count > 0 && !table.Header.SequenceEqual(expected)
            && table.Body.Any(r => IsHeader(r.Take(expected.Count), expected))
            ? [$"{table.Name}の1行目が列名ではありません。"]
            : [];
    }

    public static IEnumerable<string> ExplainedCodes(FileKind kind, OpenedTable table) => table.Header
        .Select(table.ColumnOf).OfType<OpenDataColumn>()
        .Where(c => c.Type == DataType.Code && c.Values.Count == 0 && c.CodeTable is null)
        .Select(c => $"{table.Name}の列「{c.Name}」の符号を説明する表がありません。");

    public static IEnumerable<string> Units(FileKind kind, OpenedTable table) => table.Header
        .Where(h => table.ColumnOf(h)?.Type is DataType.Number or DataType.WholeNumber && !HasUnit(table, table.ColumnOf(h)!.Unit))
        .Select(h => $"{table.Name}の列「{h}」の単位が分かりません。");

    public static IEnumerable<string> NoEraAlone(FileKind kind, OpenedTable table)
    {
        var years = table.Header.Index().Where(h => table.ColumnOf(h.Item)?.Type.Facts().DateForm is not null)
            .Select(h => h.Index).ToList();
        return table.Body
            .Where(row => !years.Exists(y => y < row.Count && !row[y].IsBlank) && row.Any(c => CellChecks.IsEraYear(c.Text)))
            .Select(row => $"{table.Name}に、西暦の並んでいない和暦「{row.First(c => CellChecks.IsEraYear(c.Text)).Text}」があります。");
    }

    // A table must have the same columns in every year. The columns are compared with the table's description, which is the same for all
    // years. A JSON table without rows has no column names and is accepted.
    public static IEnumerable<string> SameColumnsEachYear(FileKind kind, OpenedTable table) =>
        kind == FileKind.Json && table.Rows.Count == 1 || table.Header.SequenceEqual(Expected(kind, table))
            ? []
            : [$"{table.Name}の列が、データ辞書の列と違います。"];

    public static IEnumerable<string> DefinedColumns(FileKind kind, OpenedTable table) =>
        table.Header.Where(h => !h.All(char.IsAscii)).Take(1).Select(h => $"{table.Name}の列名「{h}」が英数字ではありません。");

    public static IEnumerable<string> LongForm(FileKind kind, OpenedTable table) => table.Header.Count(h => YearColumn().IsMatch(h)) > 1
        ? [$"{table.Name}では、年度が列に並んでいます。"]
        : [];

    private static bool IsHeader(IEnumerable<OpenedCell> row, IReadOnlyList<string> header) =>
        row.Select(c => c.Text).SequenceEqual(header);

    private static bool Is(IReadOnlyList<OpenedCell> row, int at, CellKind kind) => at < row.Count && row[at].Kind == kind;

    private static List<string> Expected(FileKind kind, OpenedTable table) =>
        [.. (kind == FileKind.Json ? table.Description?.Members : table.Description?.Cells)?.Select(c => c.Name) ?? []];

    // Whether the unit of a number column is known. A unit 「unit列のとおり」 refers to the column unit, which the table must contain.
    private static bool HasUnit(OpenedTable table, string? unit) =>
        unit is not null && (
            !unit.Contains('列', StringComparison.Ordinal) || table.Header.Contains(unit[..unit.IndexOf('列', StringComparison.Ordinal)]));

    [GeneratedRegex(@"[0-9]{4}年?度?|(?:平成|令和)[0-9元]+年度")]
    private static partial Regex YearColumn();
}
