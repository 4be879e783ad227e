using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Reading;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Workbooks.Tests.Checks;

/// <summary>Content that exceeds the limits of a record is reported at its cell, with its size.</summary>
public sealed class LimitTests
{
    private static readonly Source Nowhere = Source.Read("", "", "");

    public static TheoryData<string, string, string, string, string> Beyond() => new()
    {
        { "課題と方向性", "担当部署", string.Join('、',
            Enumerable.Repeat("財政局", RecordLimits.ListItems + 1)), "too-many-items", "「担当部署」が101件あり、多すぎます。" },
        { "課題と方向性", "担当部署", "財政局" + new string('課', RecordLimits.ListLength), "text-too-long", "「担当部署」が長すぎます（5,003文字）。" },
        { "課題と方向性", "課題と今後の方向性", new string('文', RecordLimits.TextLength + 1), "text-too-long", "「課題と今後の方向性」が長すぎます（10,001文字）。" },
        { "課題と方向性", "課題と今後の方向性", new string('文', 200_000), "text-too-long", "「課題と今後の方向性」が長すぎます（32,767文字以上）。" },
        { "本文", "資料", new string('a', RecordLimits.DocumentLength + 1), "text-too-long", "「資料」が長すぎます（101文字）。" },
        { "本文", "見出し", string.Join('＞', Enumerable.Repeat("章", RecordLimits.PathLevels + 1)), "too-many-items", "「見出し」が21件あり、多すぎます。" },
        { "本文", "見出し", new string('章', RecordLimits.PathLength + 1), "text-too-long", "「見出し」が長すぎます（1,001文字）。" },
        { "視点別取組", "備考", string.Join('\n', Enumerable.Repeat("注", RecordLimits.ListItems + 1)), "too-many-items", "「備考」が101件あり、多すぎます。" },
        { "視点別取組", "平成29（2017）年度", "実施" + new string('文', RecordLimits.FigureLength), "text-too-long", "「平成29（2017）年度」が長すぎます（502文字）。" },
    };

    [Theory]
    [MemberData(nameof(Beyond))]
    public void ACellThatHoldsTooMuchIsAnError(string sheet, string column, string content, string code, string message)
    {
        var (headers, row) = RowOf(sheet);
        row[Array.IndexOf(headers, column)] = content;
        var reading = Read(sheet, headers, row);

        var problem = Assert.Single(reading.Problems, p => p.Severity == Severity.Error);
        Assert.Equal((code, message, $"{CellAddress.ColumnName(Array.IndexOf(headers, column) + 1)}2"),
            (problem.Code, problem.Message, problem.Cell));
        Assert.Matches("^[0-9,]+(文字|件)以内にしてください。例：", problem.Remedy);
    }

    [Theory]
    [InlineData("課題と方向性")]
    [InlineData("本文")]
    [InlineData("視点別取組")]
    public void ACellAtTheLimitIsAccepted(string sheet)
    {
        var (headers, row) = RowOf(sheet);
        var contents = new Dictionary<string, string>
        {
            ["担当部署"] = "財政局" + new string('\uE000', RecordLimits.ListLength - 3),
            ["課題と今後の方向性"] = new('文', RecordLimits.TextLength),
            ["資料"] = new('a', RecordLimits.DocumentLength),
            ["見出し"] = string.Join(
                '＞', Enumerable.Repeat(new string('章', RecordLimits.PathLength / RecordLimits.PathLevels), RecordLimits.PathLevels)),
            ["備考"] = string.Join(
                '\n', Enumerable.Repeat(new string('注', RecordLimits.ListLength / RecordLimits.ListItems), RecordLimits.ListItems)),
            ["平成29（2017）年度"] = "実施" + new string('文', RecordLimits.FigureLength - 2),
        };
        foreach (var (header, content) in contents.Where(c => headers.Contains(c.Key)))
            row[Array.IndexOf(headers, header)] = content;

        Assert.DoesNotContain(Read(sheet, headers, row).Problems, p => p.Severity == Severity.Error);
    }

    [Fact]
    public void AnItemGatheredFromManyCellsIsAnErrorWhereItBecomesTooLong()
    {
        var rows = Enumerable.Range(0, 3)
            .Select(n => new object?[] { n == 0 ? "高齢者施策" : null, n == 0 ? "・取組" : $"（{new string('続', 6_000)}）", null });
        var problem = Assert.Single(Report([.. rows]).Problems, p => p.Severity == Severity.Error);

        Assert.Equal(("text-too-long", "B5", "「これまでの主な取組」が長すぎます（12,008文字）。"), (problem.Code, problem.Cell, problem.Message));
    }

    [Fact]
    public void DivisionsGatheredFromManyRowsAreAnErrorWhereTheyBecomeTooMany()
    {
        var rows = Enumerable.Range(0, RecordLimits.ListItems + 1)
            .Select(n => new object?[] { n == 0 ? "高齢者施策（財政局）" : $"（財政局第{n}課）", n == 0 ? "・取組" : null, null });

        Assert.Equal(("too-many-items", "A103"), Assert.Single(Report([.. rows]).Problems, p => p.Severity == Severity.Error) is var p
            ? (p.Code, p.Cell) : default);
    }

    [Theory]
    [InlineData("・取組の_x0000_文_xFFFE_", "取組の文")]
    [InlineData("・_x0001_取組_xD83D__xDE00_", "取組😀")]
    public void ControlCharactersOfTheReportLayoutAreTakenOut(string typed, string read)
    {
        var reading = Report(["高齢者施策", typed, null]);

        Assert.Equal(read, Assert.Single(reading.Records.Initiatives).Text);
        Assert.Equal(("control-characters", "B3"), Assert.Single(reading.Problems) is var p ? (p.Code, p.Cell) : default);
    }

    [Fact]
    public void SharesBeyondTheLimitAreAnError()
    {
        var rows = Enumerable.Range(1, RecordLimits.Shares + 1)
            .Select(n => new object?[] { "相談", "件数", "平成29年4月", "平成30年3月", 100, $"内訳{n}", 0.1 });
        var reading = Some.Read(
            TestBook.Of("kenkofukushi", "活動統計", [["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合"], .. rows]).ToBytes(), "kenkofukushi");

        Assert.Equal(("too-many-items", "F2", "「内訳」が501件あり、多すぎます。"),
            Assert.Single(reading.Problems, p => p.Severity == Severity.Error) is var p ? (p.Code, p.Cell, p.Message) : default);
    }

    [Theory]
    [InlineData("a", 2_000)]
    [InlineData("\uE000&#xFFFD;", 1)]
    public void ASheetNameThatExcelDoesNotAllowIsShortened(string name, int times)
    {
        var book = new TestBook().Sheet("はじめに", ["局・区名", "健康福祉局"], ["報告年度", "平成30年度"])
            .Sheet(string.Concat(Enumerable.Repeat(name, times)), RowOf("課題と方向性").Headers, RowOf("課題と方向性").Row);

        Assert.InRange(Assert.Single(Some.Read(book.ToBytes(), "kenkofukushi").Records.Directions).Source.Sheet.Length, 1,
            RecordLimits.SheetNameLength);
    }

    [Fact]
    public void EveryFieldThatHasALimitHasAColumn()
    {
        var text = new string('文', RecordLimits.SharesLength + 1);
        Record[] records =
        [
            new Initiative("a", Nowhere, 1, "elderly", [text], text),
            new Indicator("a", Nowhere, "a", text, text, text, true, [Figure.InWords(Some.Year, text)], [text]),
            new Direction("a", Nowhere, 1, "elderly", [text], text),
            new Collaboration("a", Nowhere, text, text, text, text),
            new WardActivity("a", Nowhere, null, null, text, text, text),
            new Statistic("a", Nowhere, text, text, YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 1, [new(text, 1, text)]),
            new Passage("a", Nowhere, text, [text], PassageKind.Paragraph, text),
            new PlainSummary("a", Nowhere, SectionPage.Home, text),
        ];

        Assert.All(
            records.SelectMany(r => RecordLimits.ExcessesOf(r).Select(e => TemplateSheets.ColumnOf(r.GetRecordKind(), e))),
            c => Assert.NotEmpty(c.Header));
        Assert.Equal(23, records.Sum(r => RecordLimits.ExcessesOf(r).Count));
    }

    private static (string[] Headers, object?[] Row) RowOf(string sheet) => sheet switch
    {
        "本文" => (["資料", "見出し", "種別", "本文"], ["資料1-1", "章", "段落", "文"]),
        "課題と方向性" => (["視点", "施策", "担当部署", "課題と今後の方向性"], ["1", "高齢者施策", "財政局", "文"]),
        _ =>
            (["視点", "施策", "担当部署", "取組", "指標名", "単位", "平成28（2016）年度", "平成29（2017）年度", "備考"],
                ["1", "高齢者施策", "財政局", "文", "数", "回", 1, 1, "注"]),
    };

    private static WorkbookReading Read(string sheet, object?[] headers, object?[] row) =>
        Some.Read(TestBook.Of("kenkofukushi", sheet, headers, row).ToBytes(), "kenkofukushi");

    private static WorkbookReading Report(params object?[][] rows) =>
        Some.Read(new TestBook().Sheet("視点1", [["視点1"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], .. rows]).ToBytes(), "kenkofukushi");
}
