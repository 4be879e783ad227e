using static KawasakiServerless.Benchmarks.HostileKinds;
using static KawasakiServerless.Benchmarks.StreamedBook;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Workbooks in the report layout that are built to make reading slow. In this layout, one cell may contain several items, and figures are
/// written within the texts.
/// </summary>
internal static class HostileReports
{
    private static readonly string[] Header = ["施策等", "これまでの主な取組", "第2段階における課題と今後の方向性"];

    public static IReadOnlyList<HostileKind> All { get; } =
    [
        new("items by the thousand in a cell", () => Items(Times("・x\n", 3_300))),
        new("an item of a thousand lines", () => Items($"・x\n{Times("x\n", 4_900)}")),
        new("nested lines by the thousand in an item", () => Items($"・x\n{Times("-x\n", 3_300)}")),
        new("headings by the thousand in a cell", () => Items(Times("【x】\n", 2_400))),
        new("an item that is cut off in every row", () => Items(Times("（続き）", 2_400))),
        new("divisions that all differ",
            () => Viewpoint(90_000, i => Row(i + 3, [$"その他（{string.Join('、', Many(20, n => $"課{i}-{n}"))}）", "・x", ""]))),
        new("areas that are unknown", () => Viewpoint(90_000, i => Row(i + 3, [$"施策{i}", "・x", "・y"]))),
        new("a header in every row, a column missing", () => Viewpoint(90_000, i => Row(i + 3, ["施策等", "これまでの主な取組"]))),
        new("a header in every row", () => Viewpoint(90_000, i => Row(i + 3, Header))),
        new("a heading of a viewpoint in every row", () => Viewpoint(90_000, i => Row(i + 3, ["視点1「x」"]))),
        new("full rows that are no table", () => Viewpoint(7_000, i => Row(i + 3, Enumerable.Repeat("これまでの主な取組内容", 250)))),
        new("series by the thousand in an item", () => Items(Times("H28：1 ", 1_600))),
        new("series with names", () => Items($"x（{string.Join('、', Many(700, i => $"名{i} H28：1"))}）")),
        new("brackets around figures", () => Items($"x{Times("（H28：1）", 1_400)}")),
        new("brackets within brackets", () => Items($"x{Times("（", 4_000)}H28：1{Times("）", 4_000)}")),
        new("open brackets before figures", () => Items($"x{Times("（H28：1", 1_600)}")),
        new("numbered figures", () => Items($"x\n{Times("①H28：1", 1_600)}")),
        new("figures on lines", () => Items($"x {Times("\nH28：1", 1_600)}", bullet: true)),
        new("list lines between figures", () => Items($"・x（H28：1）{Times("\n-x", 3_200)}\nH29：1")),
        new("lines before figures", () => Items($"・x{Times("\n ", 4_000)}H28：1")),
        new("amounts by the thousand", () => Items($"x\nH28：{Times("1人 ", 3_000)}")),
        new("labels by the thousand", () => Items($"x\nH28：{string.Join('、', Many(1_500, i => $"名{i} 1"))}")),
        new("digits apart", () => Items($"x\nH28：{Times("1 ", 4_900)}")),
        new("slashes between years", () => Items($"x\n{Times("H28：1/H29：2/", 700)}")),
        new("places before years", () => Items($"x\n{Times("川崎病院 H28：1 井田病院 H28：2 ", 450)}")),
        new("a ward's cells of many lines", () => Of(Department).SharedStrings([$"<si><t>・x\n{Times("x\n", 4_900)}</t></si>"])
            .Sheet("区", Data([Row(1, ["区名", "取組"]),
                .. Many(Rows, i => $"<row>{Text(i + 2, 1, "川崎区")}{StreamedBook.Shared(i + 2, 2, 0)}</row>")]))
            .ToBytes()),
        new("a ward's cells of many items", () => Of(Department).SharedStrings([$"<si><t>{Times("・x\n", 3_300)}</t></si>"])
            .Sheet("区", Data([Row(1, ["区名", "取組"]),
                .. Many(Rows, i => $"<row>{Text(i + 2, 1, "川崎区")}{StreamedBook.Shared(i + 2, 2, 0)}</row>")]))
            .ToBytes()),
        new("collaborations without a lead", () => Of(Department).Sheet("連携", Data(
            [Row(1, ["No.", "担当局・区名", "主な連携先（局・区名）", "事業名等", "事業概要", "今後の方向性"]),
                .. Many(90_000, i => Row(i + 2, ["", $"局{i}", $"局{i}、課{i}", $"事業{i}", "概要", "方向"]))])).ToBytes()),
    ];

    private static byte[] Viewpoint(int rows, Func<int, string> row) =>
        Of(Department).Sheet("視点1", Data([Row(1, ["視点1「x」"]), Row(2, Header), .. Many(rows, row)])).ToBytes();

    // This many rows with a text of up to 10,000 characters stay within the maximum number of characters in a workbook. If they exceeded
    // it, the reading would stop early, and its time would say nothing.
    private const int Rows = 4_600;

    /// <summary>Makes a workbook in which the cell with the items contains the same text in every row.</summary>
    private static byte[] Items(string text, bool bullet = false) => Of(Department)
        .SharedStrings([$"<si><t xml:space=\"preserve\">{(bullet ? "・" : "")}{text}</t></si>"])
        .Sheet("視点1", Data([Row(1, ["視点1「x」"]), Row(2, Header),
            .. Many(Rows, i => $"<row r=\"{Number(i + 3)}\">{Text(i + 3, 1, "その他")}{StreamedBook.Shared(i + 3, 2, 0)}</row>")]))
        .ToBytes();
}
