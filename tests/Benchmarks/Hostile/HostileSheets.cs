using static KawasakiServerless.Benchmarks.HostileKinds;
using static KawasakiServerless.Benchmarks.StreamedBook;

namespace KawasakiServerless.Benchmarks;

/// <summary>Sheets that are hostile regardless of what their cells contain.</summary>
internal static class HostileSheets
{
    private static readonly string[] Header = ["視点", "施策", "課題と今後の方向性"];

    public static IReadOnlyList<HostileKind> All { get; } =
    [
        new("100,001 empty rows", () => Sheet(Data(Enumerable.Repeat("<row/>", 100_001)))),
        new("millions of cells at one place",
            () => Sheet(Data(["<row r=\"1\">", .. Enumerable.Repeat("<c r=\"A1\"><v>1</v></c>", 1_990_000), "</row>"]))),
        new("millions of cells at two places by turns", () => Sheet(
            Data(["<row r=\"1\">", .. Enumerable.Repeat("<c r=\"IV1\"><v>1</v></c><c r=\"A1\"><v>1</v></c>", 990_000), "</row>"]))),
        new("millions of blank cells", () => Sheet(Data(["<row>", .. Enumerable.Repeat("<c/>", 40_000_000), "</row>"]))),
        new("millions of cells far to the right",
            () => Sheet(Data(["<row>", .. Enumerable.Repeat("<c r=\"XFD1\"><v>1</v></c>", 8_000_000), "</row>"]))),
        new("100,000 elements of one row", () => Sheet(Data(Many(99_000, i => $"<row r=\"5\">{Text(5, (i % 250) + 1, "x")}</row>")))),
        new("rows from the last to the first", () => Sheet(Data(Many(99_000, i => Row(100_000 - i, ["1", "その他", "文"]))))),
        new("merged cells by the hundred thousand, all overlapping", () => Merged(199_000, i => $"A1:C{i + 2}")),
        new("merged cells by the hundred thousand, one per row", () => Merged(199_000, i => $"A{(i % 90_000) + 2}:A{(i % 90_000) + 3}")),
        new("a merge of each column over all rows", MergedFigures),
        new("millions of column formats",
            () => Sheet(Many(6_000_000, _ => "<col min=\"1\" max=\"16384\" hidden=\"1\"/>").Concat(Data([Row(1, Header)])))),
        new("1,000 sheets of headers that are nearly right", NearHeaders),
        new("900 sheets called はじめに", FrontSheets),
        new("1,000 sheets of 30 full rows", () => Sheets(900, _ => Data(Many(8, r => Row(r + 1, Enumerable.Repeat("見出し", 250)))))),
        new("formulas without value by the million", () => Sheet(Data(Many(99_000, r => $"<row>{Times("<c><f>1</f></c>", 19)}</row>")))),
        new("numbers of 1,000 digits",
            () => Sheet(Data(Many(9_000, r => $"<row>{Times($"<c><v>{Times("1", 1_000)}</v></c>", 19)}</row>")))),
        new("a long text of digits and spaces in each cell",
            () => Sheet(Data(Many(400, r => $"<row>{Times($"<c t=\"inlineStr\"><is><t>{Times("1 ", 4_000)}</t></is></c>", 5)}</row>")))),
    ];

    private static byte[] Sheet(IEnumerable<string> content) => Of(Department).Sheet("課題と方向性", content).ToBytes();

    private static byte[] Sheets(int count, Func<int, IEnumerable<string>> content) =>
        Enumerable.Range(0, count).Aggregate(Of(Department), (book, i) => book.Sheet($"シート{i}", content(i))).ToBytes();

    private static byte[] Merged(int count, Func<int, string> range) => Sheet(
        Data([Row(1, Header), .. Many(90_000, i => Row(i + 2, ["1", "その他", "文"]))])
            .Append("<mergeCells>").Concat(Many(count, i => $"<mergeCell ref=\"{range(i)}\"/>")).Append("</mergeCells>"));

    // Each of the 150 columns of figures is one merged cell over all rows, so that every figure of every record is read from a merged cell.
    private static byte[] MergedFigures()
    {
        string[] header = ["視点", "施策", "取組", "指標名", .. Enumerable.Range(1926, 150).Select(y => $"{y}年度")];
        var first = Row(2, ["1", "その他", "取組", "指標", .. Enumerable.Repeat("1", 150)]);
        var merges = Enumerable.Range(5, 150)
            .Select(c => $"<mergeCell ref=\"{CellAddress.ColumnName(c)}2:{CellAddress.ColumnName(c)}49000\"/>");
        return Of(Department).Sheet("視点別取組", Data([Row(1, header), first, .. Many(48_000, i => Row(i + 3, ["1", "その他", $"取組{i}", "指標"]))])
            .Append("<mergeCells>").Concat(merges).Append("</mergeCells>")).ToBytes();
    }

    private static byte[] NearHeaders() => Sheets(900, _ => Data(
        [Row(1, ["管理番号", "視点", "施策", .. Enumerable.Range(0, 240).Select(i => $"担当部署あいうえおかきくけこさしすせそたちつてと{i}")]),
            Row(2, Enumerable.Repeat("1", 250))]));

    private static byte[] FrontSheets() => Enumerable.Range(0, 900).Aggregate(
        Of(Department), (book, i) => book.Sheet("はじめに", Data(Many(8, r => Row(r + 1, Enumerable.Repeat("局・区名", 250)))))).ToBytes();
}
