using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Budgets;

/// <summary>
/// Reading ends whatever a file contains. If a loop took quadratic time, these tests would exceed the time limit of reading.
/// </summary>
public sealed class BudgetTests
{
    private static readonly string[] Header = ["視点", "施策", "取組"];

    [Fact]
    public void AWorkbookThatTakesTooLongToReadIsReportedWithTheTimeLimit()
    {
        var reading = WorkbookReader.Read(
            Some.Sample("kenkofukushi"), new(Some.Register, Some.Year, "kenkofukushi") { Time = new Hurrying() });
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("too-large", "読み取りにかかる時間が上限の15秒を超えているため、読み取れませんでした。"), (problem.Code, problem.Message));
        Assert.Empty(reading.Records.All);
    }

    [Fact]
    public void ReadingThrowsSoonAfterItIsCancelled()
    {
        using var source = new CancellationTokenSource();
        var time = new Hurrying { After = 20, Then = source.Cancel };
        Assert.Throws<OperationCanceledException>(
            () => WorkbookReader.Read(Some.Sample("kenkofukushi"), new(Some.Register, Some.Year, null) { Time = time }, source.Token));
    }

    [Theory]
    [InlineData("取組、指標などの件数が上限の5万件", 50_001)]
    [InlineData(null, 50_000)]
    public void AWorkbookHoldsFiftyThousandRecords(string? told, int rows) =>
        Assert.Equal(told, TooLarge(TestBook.Of("zaisei", "視点別取組",
            [Header, .. Enumerable.Range(0, rows).Select(i => (object?[])[1, "その他", $"{i}"])])));

    [Fact]
    public void ItemsOfTheReportLayoutCountTowardsTheLimitOfRecords() =>
        Assert.Equal("取組、指標などの件数が上限の5万件", TooLarge(Report([.. Enumerable.Repeat(Times("・x\n", 2_501), 20)])));

    [Theory]
    [InlineData("担当部署、備考などに並べて書かれたものの数が上限の100万個", 101)]
    [InlineData(null, 99)]
    public void LinesOfTheReportLayoutCountTowardsTheLimitOfListItems(string? told, int rows) =>
        Assert.Equal(told, TooLarge(Report([.. Enumerable.Repeat($"・x{Times("\n", 9_990)}x", rows)])));

    [Fact]
    public void ASharedTextCountsEachTimeItIsUsed()
    {
        var book = Shared(Times("長い文。", 2_500), rows: 5_100);
        Assert.Equal("文字の数が上限の5,000万字", TooLarge(book));
    }

    [Fact]
    public void NamesOfElementsHaveALimit() => Assert.Equal(
        "ファイルの内部で使われている名前の長さの合計が上限の50万字",
        TooLarge(Book().Part("xl/sharedStrings.xml", $"<sst>{string.Concat(Enumerable.Range(0, 90_000).Select(i => $"<e{i}/>"))}</sst>")));

    [Fact]
    public void AnXmlAttributeOverOneMegabyteIsTooLarge() => Assert.Equal(
        "ファイルの内部の記述の長さが上限の1MB", TooLarge(Book().Part("xl/sharedStrings.xml", $"<sst a=\"{Times(">\n", 700_000)}\"/>")));

    [Fact]
    public void MoreSheetsThanAThousandAreTooMany()
    {
        var sheets = string.Concat(Enumerable.Range(0, 1_001).Select(i => $"<sheet name=\"s{i}\"/>"));
        Assert.Equal("ファイルに含まれる部品（シート、画像など）の数が上限の1,000個",
            TooLarge(Book().Part("xl/workbook.xml", $"<workbook><sheets>{sheets}</sheets></workbook>")));
    }

    [Fact]
    public void ColumnFormatsHaveALimit() => Assert.Equal(
        "列の書式の数が上限の10万個",
        TooLarge(Book().Raw("列", "", $"<cols>{Times("<col min=\"1\" max=\"16384\" hidden=\"1\"/>", 100_001)}</cols><sheetData/>")));

    [Fact]
    public void TheLastOfTwoCellsWithTheSameAddressIsRead()
    {
        var row = "<row r=\"2\"><c r=\"B2\" t=\"str\"><v>誤り</v></c><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"str\"><v>その他</v></c><c "
            + "r=\"C2\" t=\"str\"><v>文</v></c></row>";
        var reading = Some.Read(
            TestBook.Of("zaisei", "表紙").Raw("課題", "", $"<sheetData>{HeaderRow("課題と今後の方向性")}{row}</sheetData>").ToBytes());
        Assert.Equal(("other", "文"), (Assert.Single(reading.Records.Directions).PolicyArea, reading.Records.Directions[0].Text));
    }

    [Fact]
    public void ARowMayBeWrittenInPieces()
    {
        const string pieces = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\" t=\"str\"><v>その他</v></c></row><row "
            + "r=\"2\"><c r=\"C2\" t=\"str\"><v>文</v></c></row>";
        Assert.Equal("文", Assert.Single(
            Some.Read(TestBook.Of("zaisei", "表紙").Raw("課題", "", $"<sheetData>{HeaderRow("課題と今後の方向性")}{pieces}</sheetData>")
                .ToBytes()).Records.Directions).Text);
    }

    [Theory]
    [MemberData(nameof(QuadraticOnce))]
    public void AWorkbookThatOnceTookQuadraticTimeIsReadWithinTheTimeLimit(string name, Func<byte[]> make)
    {
        Assert.NotEmpty(name);
        Assert.DoesNotContain(Some.Read(make()).Problems, p => p.Message.StartsWith("読み取りにかかる時間", StringComparison.Ordinal));
    }

    public static TheoryData<string, Func<byte[]>> QuadraticOnce() => new()
    {
        { "headers at one place", () => Sheet($"<row r=\"1\">{string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<c r=\"Z1\" t=\"str\"><v>担当{i}</v></c>"))}</row>") },
        { "a merged cell over rows of repeated "
            + "cells",
            () =>
                Sheet(
                    $"{HeaderRow("取組")}<row r=\"2\">{Times("<c r=\"IV2\"><v>1</v></c>", 300_000)}</row>",
                    "<mergeCells><mergeCell ref=\"A2:A90000\"/></mergeCells>")},
        { "headers of the report layout without their last column", () => Report(Enumerable.Repeat("", 0),
            Times("<row><c t=\"str\"><v>施策等</v></c><c t=\"str\"><v>これまでの主な取組</v></c></row>", 40_000)).ToBytes() },
        { "divisions that all differ", () => Report([], string.Concat(Enumerable.Range(0, 20_000)
            .Select(i => $"<row><c t=\"str\"><v>その他（課{i}）</v></c><c t=\"str\"><v>・x</v></c></row>"))).ToBytes() },
        { "an item that is cut off in every row", () => Report([.. Enumerable.Repeat($"（{Times("続", 40)}）", 40_000)]).ToBytes() },
    };

    [Fact]
    public void AnItemThatBecomesTooLongOverSeveralRowsIsReported() =>
        Assert.Contains(Some.Read(Report(["・x", .. Enumerable.Repeat($"（{Times("続", 4_000)}）", 5)]).ToBytes(), "zaisei").Problems,
            p => p.Code == "text-too-long");

    [Fact]
    public void AFindingQuotesNoMoreThanAHundredCharacters()
    {
        var reading = Some.Read(Report([$"・取組 H28：約{Times("1", 3_000)}人"]).ToBytes(), "zaisei");
        Assert.All(reading.Problems, p => Assert.True(p.Message.Length < 300, p.Message));
    }

    [Fact]
    public void HundredsOfYearsInOneTextAreNoSeries()
    {
        var reading = Some.Read(Report([$"・取組 {Times("\nH28：1", 201)}"]).ToBytes(), "zaisei");
        Assert.Empty(reading.Records.Indicators);
        Assert.Contains(reading.Problems, p => p.Code == "figure-in-doubt");
    }

    private static string? TooLarge(TestBook book) =>
        Some.Read(book.ToBytes(), "zaisei").Problems.FirstOrDefault(p => p.Code == "too-large")?.Message.Split("を超えて")[0];

    private static TestBook Book() => TestBook.Of("zaisei", "課題", ["視点", "施策", "課題と今後の方向性"], [1, "その他", "文"]);

    private static byte[] Sheet(string rows, string after = "") =>
        TestBook.Of("zaisei", "表紙").Raw("視点別取組", "", $"<sheetData>{rows}</sheetData>{after}").ToBytes();

    private static string HeaderRow(string last) =>
        TestBook.Rows([["視点", "施策", last]]).Replace("<sheetData>", "", StringComparison.Ordinal)
            .Replace("</sheetData>", "", StringComparison.Ordinal);

    private static TestBook Report(IEnumerable<string> initiatives, string rows = "") => TestBook.Of("zaisei", "表紙").Raw(
        "視点1",
        "",
        $"<sheetData><row><c t=\"str\"><v>視点1「x」</v></c></row><row><c t=\"str\"><v>施策等</v></c><c t=\"str\"><v>これまでの主な取組</v></c><c t=\"str\"><v>今後の方向性</v></c></row>{string.Concat(initiatives.Select(i => $"<row><c t=\"str\"><v>その他</v></c><c t=\"str\"><v>{i}</v></c></row>"))}{rows}</sheetData>");

    private static TestBook Shared(string text, int rows) => TestBook.Of("zaisei", "表紙")
        .Part("xl/sharedStrings.xml", $"<sst><si><t>{text}</t></si></sst>")
        .Raw(
            "課題", "",
            $"<sheetData>{HeaderRow("課題と今後の方向性")}{Times("<row><c><v>1</v></c><c t=\"str\"><v>その他</v></c><c t=\"s\"><v>0</v></c></row>", rows)}</sheetData>");

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    /// <summary>
    /// A clock that advances by a second whenever it is read. If After is set, the clock stands still instead, and runs Then at the reading
    /// with this number (1 is the first).
    /// </summary>
    private sealed class Hurrying : TimeProvider
    {
        private long looks;

        public int After { get; init; } = int.MaxValue;

        public Action Then { get; init; } = () => { };

        public override long TimestampFrequency => 1;

        public override long GetTimestamp()
        {
            if (++looks == After)
                Then();
            return After == int.MaxValue ? looks : 0;
        }
    }
}
