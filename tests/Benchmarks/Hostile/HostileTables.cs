using static KawasakiServerless.Benchmarks.HostileKinds;
using static KawasakiServerless.Benchmarks.StreamedBook;

namespace KawasakiServerless.Benchmarks;

/// <summary>Tables of the template whose cells are hostile. Long texts are shared strings, so that the files are small.</summary>
internal static class HostileTables
{
    private static readonly string[] Initiatives = ["管理番号", "視点", "施策", "担当部署", "取組", "指標名", "区分", "単位", "累計", "平成28年度", "平成29年度", "備考"];

    // This many rows with a text of up to 10,000 characters stay within the maximum number of characters in a workbook. If they exceeded
    // it, the reading would stop early, and its time would say nothing.
    private const int Rows = 4_600;

    private static readonly string Long = Times("長い文。", 2_500);

    public static IReadOnlyList<HostileKind> All { get; } =
    [
        new("60,000 valid initiatives", () => Table(60_000, i => ["", "1", "その他", "", $"取組{i}", "数", "", "件", "", "1", "2", ""])),
        new("49,000 initiatives with long texts", () => Shared(49_000, Long, at: 5)),
        new("notes of 5,000 lines", () => Shared(Rows, Times("注\n", 5_000), at: 12)),
        new("divisions by the thousand", () => Shared(Rows, Times("課、", 5_000), at: 4)),
        new("brackets by the thousand", () => Shared(Rows, Times("「", 10_000), at: 5)),
        new("private characters by the thousand", () => Shared(Rows, Times("\uE000", 10_000), at: 5)),
        new("units by the ten thousand", () => Table(49_000, i => ["", "1", "その他", "", $"取組{i}", "数", "", $"か所{i}", "", "1", "2", ""])),
        new("long units that differ",
            () => Table(4_000, i => ["", "1", "その他", "", "取組", "数", "", $"{Times("単", 9_000)}{i % 2}", "", "1", "2", ""])),
        new("one number for 90,000 contents",
            () => Table(90_000, i => ["kawasaki-0001", "1", "その他", "", $"取組{i}", "数", "", "件", "", "1", "2", ""])),
        new("one initiative in 49,000 rows", () => Table(49_000, i => ["", "1", "その他", "", "取組", "数", "", "件", "", "1", "2", ""])),
        new("problems in every cell", () => Table(90_000,
            i => [$"x{i}", $"視点{i}", $"施策{i}", $"課{i}", $"「{i}", $"「{i}", $"「{i}", $"「{i}", "x", $"約{i}", $"{i}～9", ""])),
        new("figures in long words", () => Shared(Rows, Times("約1人、", 2_400), at: 10)),
        new("figures in short words that all differ",
            () => Table(49_000, i => ["", "1", "その他", "", $"取組{i}", "数", "", "件", "", $"検討中{i} 7", $"約{i}人", ""])),
        new("years written in many ways", () => Shared(Rows, Times("H28 ", 2_500), at: 3)),
        new("shares by the ten thousand", () => Of(Department).Table(
            "活動統計", ["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合", "注"],
                Many(90_000, i => Row(i + 2, ["区分", "項目", "2017年4月", "2018年3月", "1", $"内訳{i}", "0", ""]))).ToBytes()),
        new("headings by the thousand", () => Paths()),
        new("partners by the thousand", () => Partners(Times("局x", 3_000))),
        new("partners that are nearly right", () => Partners(Times("健康福社局・", 1_600))),
        new("partners without an end", () => Partners($"健康福祉局{Times("人権・", 3_000)}")),
        new("wards by the ten thousand", () => Of(Department).Table("区の取組", ["管理番号", "区", "年度", "区分", "見出し", "取組"],
            Many(90_000, i => Row(i + 2, ["", $"川崎{i}区", $"平成{i}年度", "意識づく", "", "文"]))).ToBytes()),
    ];

    private static byte[] Table(int rows, Func<int, IReadOnlyList<string>> row) =>
        Of(Department).Table("視点別取組", Initiatives, Many(rows, i => Row(i + 2, row(i)))).ToBytes();

    /// <summary>Makes a table in which every row has the same long text in one column.</summary>
    private static byte[] Shared(int rows, string text, int at) => Of(Department)
        .SharedStrings([$"<si><t xml:space=\"preserve\">{text}</t></si>"])
        .Table("視点別取組", Initiatives, Many(rows, i => RowWith(i + 2, at)))
        .ToBytes();

    private static string RowWith(int row, int at)
    {
        string[] cells = ["", "1", "その他", "", $"取組{row}", "数", "", "件", "", "1", "2", ""];
        return $"<row r=\"{Number(row)}\">{string.Concat(cells.Select(
            (c, i) => i + 1 == at ? StreamedBook.Shared(row, at, 0) : c.Length == 0 ? "" : Text(row, i + 1, c)))}</row>";
    }

    private static byte[] Partners(string partners) => Of(Department)
        .SharedStrings([$"<si><t>{partners}</t></si>"])
        .Table("連携取組", ["管理番号", "主な連携先", "事業名等", "事業概要", "今後の方向性"], Many(Rows,
            i => $"<row>{StreamedBook.Shared(i + 2, 2, 0)}{Text(i + 2, 3, $"事業{i}")}{Text(i + 2, 4, "概要")}{Text(i + 2, 5, "方向")}</row>"))
        .ToBytes();

    private static byte[] Paths() => Of(Department)
        .SharedStrings([$"<si><t>{Times("章＞", 5_000)}</t></si>"])
        .Table("本文", ["資料", "見出し", "種別", "本文"], Many(Rows,
            i => $"<row>{Text(i + 2, 1, "資料1")}{StreamedBook.Shared(i + 2, 2, 0)}{Text(i + 2, 3, "段落")}{Text(i + 2, 4, "文")}</row>"))
        .ToBytes();
}
