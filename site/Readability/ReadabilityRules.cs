using System.Buffers;
using System.Text.RegularExpressions;
using KawasakiServerless.Site.Catalogue;
using KawasakiServerless.Site.Data;
using static KawasakiServerless.Site.Readability.RuleKeeper;

namespace KawasakiServerless.Site.Readability;

/// <summary>
/// The checklist of 「統計表における機械判読可能なデータの表記方法の統一ルール」 (総務省, December 2020), each point as a check of the bytes,
/// and the declared encoding, which it leaves to a rule of its own.
/// </summary>
internal static partial class ReadabilityRules
{
    private static readonly SearchValues<char> Spaces = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(char.IsWhiteSpace)]);

    public static IReadOnlyList<ReadabilityRule> All { get; } =
    [
        new("1-1", "ファイルは、名前のとおりの形式（CSV、Excel、JSON）で開ける", Form) { InFile = f => f.Tables.Count > 0 ? [] : [$"{f.Name}を開けません。"] },
        new("文字コード", "文字コードと改行が、宣言どおりである", Form) { AppliesTo = kind => kind != FileKind.Workbook, InFile = f => f.EncodingFaults },
        new("1-2", "1つのセルに、1つの値だけがある", Wording) { InCell = OneDatum },
        new("1-3", "数値は数値だけで書かれ、単位、桁区切り、文字を含まない", Form) { InCell = BareNumbers },
        new("1-4", "セルを結合していない", Form) { AppliesTo = IsWorkbook, InTable = (_, t) => t.Merged.Select(m => $"{t.Name} {m}が結合されています。") },
        new("1-5", "空白や改行で体裁を整えていない", Wording) { AppliesTo = HasCells, InCell = NoLayout, InTable = NoSpaceInHeader },
        new("1-6", "項目名や値を省略していない（空の列名、重なる列名、「同上」「〃」がない）", Wording) { InCell = (_, _, cell) => Ditto().IsMatch(cell.Text) ? "前の行を省略しています" : null, InTable = NoHeaderLeftOut },
        new("1-7", "数式や、数式と読まれる文字列がない", Form) { AppliesTo = HasCells, InTable = NoFormulas },
        new("1-8", "図、注釈などのオブジェクトがない", Form) { AppliesTo = IsWorkbook, InFile = f => f.Objects.Select(o => $"{o}があります。") },
        new("1-9", "数値の列の単位が、データ辞書または表の中に書かれている", Form) { InTable = Units },
        new("1-10", "環境依存文字を使っていない", Wording) { AppliesTo = HasCells, InCell = (_, _, cell) => PlainCell.HasMachineDependent(cell.Text) ? "環境依存文字があります" : null },
        new("1-11", "年は西暦の4桁で、和暦には西暦が並んでいる", Wording) { InCell = WesternYears, InTable = EraAlone },
        new("1-12", "地域は、名称または符号で書かれている", Wording) { InCell = (_, column, cell) => column?.Name == "ward" && !Ward().IsMatch(cell.Text) ? "区の名称ではありません" : null },
        new("1-13", "空欄と0を区別し、記号で欠けた値を表していない", Wording) { InCell = (_, _, cell) => OnlySigns().IsMatch(cell.Text) ? "記号だけのセルです" : null, InTable = BlanksAreNotZero },
        new("2-1", "表が分断されておらず、どの行にも同じ数の列がある", Form) { InTable = Whole },
        new("2-2", "1つのファイルまたはシートに1つの表だけがあり、1行目がデータ辞書のとおりの列名である", Form) { InTable = OneTable },
    ];

    private static bool IsWorkbook(FileKind kind) => kind == FileKind.Workbook;

    private static bool HasCells(FileKind kind) => kind != FileKind.Json;

    // A sentence may have commas in it. A code has none, and neither has a line break within it.
    private static string? OneDatum(FileKind kind, OpenDataColumn? column, OpenedCell cell)
    {
        var isList = column?.Type switch
        {
            DataType.Code or DataType.Year or DataType.Month or DataType.Time => Separators().IsMatch(cell.Text),
            DataType.Sentence => false,
            _ => ListMarks().IsMatch(cell.Text),
        };
        return isList ? "値が並んでいます" : null;
    }

    private static string? BareNumbers(FileKind kind, OpenDataColumn? column, OpenedCell cell) => Fits(kind, column?.Type, cell) ? null : "列の型と合いません";

    // In CSV a code of digits alone looks like a number; Excel and JSON tell the two apart.
    private static bool Fits(FileKind kind, DataType? type, OpenedCell cell) => type switch
    {
        DataType.Number => cell.Kind == CellKind.Number,
        DataType.WholeNumber or DataType.Year => cell.Kind == CellKind.Number && !cell.Text.Contains('.', StringComparison.Ordinal),
        DataType.TrueOrFalse => cell.Kind == CellKind.Truth,
        _ => kind == FileKind.Csv || cell.Kind != CellKind.Number,
    };

    // Most texts have no space at all.
    private static string? NoLayout(FileKind kind, OpenDataColumn? column, OpenedCell cell) =>
        cell.Text.AsSpan().ContainsAny(Spaces) && Layout().IsMatch(cell.Text) ? "体裁のための空白か改行があります" : null;

    private static IEnumerable<string> NoSpaceInHeader(FileKind kind, OpenedTable table) =>
        table.Header.Where(h => h.Any(char.IsWhiteSpace)).Select(h => $"{table.Name} 列名「{h}」に空白があります。");

    private static IEnumerable<string> NoHeaderLeftOut(FileKind kind, OpenedTable table) =>
    [
        .. table.Header.Where(h => h.Length == 0).Select(_ => $"{table.Name}に名前のない列があります。"),
        .. table.Header.GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => $"{table.Name}の列名「{g.Key}」が重なっています。"),
    ];

    private static IEnumerable<string> NoFormulas(FileKind kind, OpenedTable table) =>
        table.Rows.SelectMany(r => r).Where(c => c.Kind == CellKind.Formula).Select(c => $"{table.Name}に数式「{Texts.Shorten(c.Text, 20)}」があります。");

    private static IEnumerable<string> Units(FileKind kind, OpenedTable table) => table.Header
        .Where(h => table.ColumnOf(h)?.Type is DataType.Number or DataType.WholeNumber && !HasUnit(table, table.ColumnOf(h)!.Unit))
        .Select(h => $"{table.Name}の列「{h}」の単位が分かりません。");

    // 「unit列のとおり」 sends the reader to a column of the same table.
    private static bool HasUnit(OpenedTable table, string? unit) =>
        unit is not null && (!unit.Contains('列', StringComparison.Ordinal) || table.Header.Contains(unit[..unit.IndexOf('列', StringComparison.Ordinal)]));

    private static string? WesternYears(FileKind kind, OpenDataColumn? column, OpenedCell cell) => column?.Type switch
    {
        DataType.Year when !FourDigits().IsMatch(cell.Text) => "西暦の4桁ではありません",
        DataType.Month when !YearAndMonth().IsMatch(cell.Text) => "西暦の年月ではありません",
        _ => null,
    };

    private static IEnumerable<string> EraAlone(FileKind kind, OpenedTable table)
    {
        var years = table.Header.Index().Where(h => table.ColumnOf(h.Item)?.Type is DataType.Year or DataType.Month).Select(h => h.Index).ToList();
        return table.Body
            .Where(row => !years.Exists(y => y < row.Count && !row[y].IsBlank) && row.Any(c => EraYear().IsMatch(c.Text)))
            .Select(row => $"{table.Name}に、西暦の並んでいない和暦「{row.First(c => EraYear().IsMatch(c.Text)).Text}」があります。");
    }

    private static IEnumerable<string> BlanksAreNotZero(FileKind kind, OpenedTable table)
    {
        var (value, status) = (table.Header.ToList().IndexOf("value"), table.Header.ToList().IndexOf("status"));
        return value < 0 || status < 0
            ? []
            : table.Body.Where(r => r.Count > Math.Max(value, status) && r[value].IsBlank == (r[status].Text == "reported")).Select(r => $"{table.Name}の空欄と状態「{r[status].Text}」が合いません。");
    }

    private static IEnumerable<string> Whole(FileKind kind, OpenedTable table) => table.Body.Index()
        .Where(r => r.Item.Count != table.Header.Count || r.Item.All(c => c.IsBlank))
        .Select(r => $"{table.Name} {r.Index + 2}行目は、列の数が違うか、空です。");

    private static IEnumerable<string> OneTable(FileKind kind, OpenedTable table)
    {
        var expected = (kind == FileKind.Json ? table.Description?.Members : table.Description?.Cells)?.Select(c => c.Name) ?? [];
        if (!(kind == FileKind.Json && table.Rows.Count == 1) && !table.Header.SequenceEqual(expected))
            yield return $"{table.Name}の1行目が、データ辞書の列名と違います。";
        if (table.Body.Any(r => r.Count > 0 && r.Select(c => c.Text).SequenceEqual(table.Header)))
            yield return $"{table.Name}に、2つ目の見出しの行があります。";
    }

    [GeneratedRegex(@"[\s、，,;；|/／]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"[\r\n\t;；|]")]
    private static partial Regex ListMarks();

    [GeneratedRegex(@"[\r\n\t]|^\s|\s$|\s{2}|^(?:\p{L}\s){2,}\p{L}$")]
    private static partial Regex Layout();

    [GeneratedRegex(@"^(?:〃|″|々|同上|同左|同右|上に同じ)$")]
    private static partial Regex Ditto();

    [GeneratedRegex(@"\A[0-9]{4}\z")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"\A[0-9]{4}-(?:0[1-9]|1[0-2])\z")]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"\A(?:明治|大正|昭和|平成|令和|[MTSHR])\s?(?:元|[0-9０-９]{1,2})(?:年度?)?\z")]
    private static partial Regex EraYear();

    [GeneratedRegex(@"\A\p{L}+区\z")]
    private static partial Regex Ward();

    [GeneratedRegex(@"\A[\-‐―ー－–—…‥・*＊×✕※．.]+\z")]
    private static partial Regex OnlySigns();
}
