using static KawasakiServerless.Benchmarks.HostileKinds;
using static KawasakiServerless.Benchmarks.StreamedBook;

namespace KawasakiServerless.Benchmarks;

/// <summary>A loop over the input, in the code that reads workbooks.</summary>
/// <param name="Name">What the loop runs over.</param>
/// <param name="Count">The smallest number of iterations that is measured.</param>
/// <param name="Make">Makes a workbook for which the loop runs the given number of times.</param>
internal sealed record LinearLoop(string Name, int Count, Func<int, byte[]> Make);

/// <summary>
/// The loops of reading a workbook, checking it and marking the problems in a copy of it, from unpacking the package to listing the
/// problems.
/// </summary>
internal static class LinearLoops
{
    private static readonly string[] Directions = ["視点", "施策", "課題と今後の方向性"];

    private static readonly string[] Initiatives = ["管理番号", "視点", "施策", "担当部署", "取組", "指標名", "区分", "単位", "累計", "平成28年度", "平成29年度", "備考"];

    public static IReadOnlyList<LinearLoop> All { get; } =
    [
        new("shared texts", 100_000, n => Book().SharedStrings(Many(n, i => $"<si><t>{i}</t></si>")).Table("課題と方向性", Directions, [])
            .ToBytes()),
        new("runs of a shared text", 200_000, n => Book().SharedStrings(["<si>", .. Enumerable.Repeat("<r><t>x</t></r>", n), "</si>"])
            .ToBytes()),
        new("cell formats", 20_000, n => Book().Styles(["<cellXfs>", .. Enumerable.Repeat("<xf numFmtId=\"14\"/>", n), "</cellXfs>"])
            .ToBytes()),
        new("sheets", 200, n => Enumerable.Range(0, n).Aggregate(Book(),
            (b, i) => b.Table($"シート{i}", Directions, [Row(2, ["1", "その他", "文"])])).ToBytes()),
        new("rows of a table", 10_000, n => Table(n, i => ["", "1", "その他", "", $"取組{i}", "数", "", "件", "", "1", "2", ""])),
        new("cells at one place", 200_000, n => Sheet(["<row>", .. Enumerable.Repeat("<c r=\"Z1\" t=\"str\"><v>担当</v></c>", n), "</row>"])),
        new("elements of one row", 20_000, n => Sheet(Many(n, i => $"<row r=\"5\">{Text(5, (i % 250) + 1, "x")}</row>"))),
        new("merged cells", 40_000, n => Merged(n)),
        new("figures under a merged cell", 5_000, n => MergedDown(n)),
        new("hidden rows", 10_000, n => Sheet(Many(n, i => Row(i
            + 2, ["1", "その他", $"文{i}"]).Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal)).Prepend(Row(1, Directions)))),
        new("rows of one initiative", 10_000, n => Table(n, i => ["", "1", "その他", "", "取組", $"数{i}", "", "件", "", "1", "2", ""])),
        new("units that differ", 10_000, n => Table(n, i => ["", "1", "その他", "", $"取組{i}", "数", "", $"か所{i}", "", "1", "2", ""])),
        new("shares of a statistic", 50, n => Of("健康福祉局").Table("活動統計", ["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合", "注"],
            Many(n * 100, i => Row(i + 2, ["区分", $"項目{i / 50}", "2017年4月", "2018年3月", "1", $"内訳{i}", "0", ""]))).ToBytes()),
        new("problems, one in each row", 2_000, n => Table(n, i => ["", $"視点{i}", "その他", "", $"取組{i}", "", "", "", "", "", "", ""])),
        new("characters of a text", 2_000, n => Table(1_000, i => ["", "1", "その他", "", Times("文", n), "", "", "", "", "", "", ""])),
        new("cut items of the report layout", 2_000, n => Report(Many(n, i => Row(i + 3, ["その他", i == 0 ? "・x" : "（続）"])))),
        new("divisions of the report layout", 5_000, n => Report(Many(n, i => Row(i + 3, [$"その他（課{i}）", "・x"])))),
        new("headers without their last column", 10_000, n => Report(Many(n, i => Row(i + 3, ["施策等", "これまでの主な取組"])))),
        new("items of a cell", 600, n => Report(Many(15, i => Row(i + 3, ["その他", Times("・x\n", n)])))),
        new("lines of an item", 1_000, n => Report(Many(100, i => Row(i + 3, ["その他", $"・x\n{Times("x\n", n)}"])))),
        new("list lines between figures", 800, n => Report(Many(100, i => Row(i + 3, ["その他", $"・x（H28：1）{Times("\n-x", n)}\nH29：1"])))),
        new("series in a text", 300, n => Report(Many(30, i => Row(i + 3, ["その他", $"x\n{Times("①H28：1 ", n)}"])))),
        new("amounts of a year", 500, n => Report(Many(100, i => Row(i + 3, ["その他", $"x\nH28：{Times("1人 ", n)}"])))),
        new("brackets in a text", 1_000, n => Report(Many(100, i => Row(i + 3, ["その他", $"x{Times("（", n)}H28：1{Times("）", n)}"])))),
        new("partners of a collaboration", 300, n => Of(Department).Table("連携取組", ["管理番号", "主な連携先", "事業名等", "事業概要", "今後の方向性"],
            Many(200, i => Row(i + 2, ["", Times("環境局、", n), $"事業{i}", "概要", "方向"]))).ToBytes()),
    ];

    private static StreamedBook Book() => Of(Department);

    private static byte[] Sheet(IEnumerable<string> rows) => Book().Sheet("課題と方向性", Data(rows)).ToBytes();

    private static byte[] Table(int rows, Func<int, IReadOnlyList<string>> row) =>
        Book().Table("視点別取組", Initiatives, Many(rows, i => Row(i + 2, row(i)))).ToBytes();

    private static byte[] Report(IEnumerable<string> rows) =>
        Book().Sheet("視点1", Data([Row(1, ["視点1「x」"]), Row(2, ["施策等", "これまでの主な取組", "今後の方向性"]), .. rows])).ToBytes();

    private static byte[] Merged(int count) => Book(
        ).Sheet("課題と方向性", Data(Many(9_000, i => Row(i + 2, ["1", "その他", $"文{i}"])).Prepend(Row(1, Directions)))
        .Append("<mergeCells>").Concat(Many(count, i => $"<mergeCell ref=\"D{(i % 9_000) + 2}:D{(i % 9_000) + 3}\"/>"))
            .Append("</mergeCells>")).ToBytes();

    private static byte[] MergedDown(int rows) => Book().Sheet("視点別取組", Data(Many(rows, i => Row(i
        + 2, ["", "1", "その他", "", $"取組{i}", "数", "", "件", "", i == 0 ? "1" : "", i == 0 ? "2" : "", ""])).Prepend(Row(1, Initiatives)))
        .Append($"<mergeCells><mergeCell ref=\"J2:J{rows + 1}\"/><mergeCell ref=\"K2:K{rows + 1}\"/></mergeCells>")).ToBytes();
}
