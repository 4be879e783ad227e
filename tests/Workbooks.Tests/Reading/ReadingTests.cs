using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Reading;

public sealed class ReadingTests
{
    private static readonly string[] Headers = ["管理番号", "視点", "施策", "担当部署", "取組", "指標名", "区分", "単位", "累計", "平成28年度", "Ｈ２９", "2018", "備考"];

    [Fact]
    public void ARowThatLeavesItsInitiativeBlankContinuesTheRowAbove()
    {
        var records = Read(
            [null, 1, "その他", null, "文", "甲", null, null, null, 1], [null, null, null, null, null, "乙", null, null, null, 2]).Records;
        Assert.Equal("視点別取組!2", Assert.Single(records.Initiatives).Id);
        Assert.Equal([("甲", "視点別取組!2"), ("乙", "視点別取組!2")], records.Indicators.Select(i => (i.Name, i.Initiative)));
    }

    [Fact]
    public void RowsOfAnInitiativeMayBeSortedApart()
    {
        object?[] first = ["zaisei-0001", 1, "その他", null, "文", "甲"], other = ["zaisei-0002", 1, "その他", null, "別の文", "丙"],
            again = ["zaisei-0001", 1, "その他", null, "文", "乙"];
        var reading = Read(first, other, again);
        Assert.DoesNotContain(reading.Problems, p => p.Severity > Severity.Info);
        Assert.Equal(["zaisei-0001", "zaisei-0002"], reading.Records.Initiatives.Select(i => i.Id));
        Assert.Equal(["zaisei-0001", "zaisei-0002", "zaisei-0001"], reading.Records.Indicators.Select(i => i.Initiative));
    }

    [Fact]
    public void RowsWithTheSameViewpointAndTextAndNoRecordNumberAreOneInitiative()
    {
        var records = Read([null, 1, "その他", null, "文", "甲"], [null, 1, "その他", null, "文", "乙"], [null, 2, "その他", null, "文", "丙"]).Records;
        Assert.Equal((2, 3), (records.Initiatives.Count, records.Indicators.Count));
    }

    [Fact]
    public void AnIndicatorWithoutANameIsNamedAfterItsInitiative() =>
        Assert.Equal("文", Assert.Single(Read([null, 1, "その他", null, "文", null, null, null, null, 5]).Records.Indicators).Name);

    [Fact]
    public void ABlankCellIsReadAsNotReportedOnlyInYearsForWhichAFigureIsDue() =>
        Assert.Equal(
            [Figure.NotReported(FiscalYear.Of(2016)), Figure.NotApplicable(FiscalYear.Of(2017))],
            Figures(null, "対象外", null));

    [Theory]
    [InlineData("５６", 56)]
    [InlineData("1,000", 1000)]
    [InlineData("▲5", -5)]
    [InlineData("△5", -5)]
    [InlineData("（5）", -5)]
    [InlineData("-5", -5)]
    [InlineData("45.9%", 45.9)]
    public void NumbersTypedAsTextAreNumbers(string typed, double expected) =>
        Assert.Equal(Figure.Reported(FiscalYear.Of(2016), (decimal)expected), Figures(typed)[0]);

    [Fact]
    public void ANumberTypedAsTextIsRoundedTo15Digits() => Assert.Equal(1234567890.12346m, Figures("1234567890.123456789")[0].Value);

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("1,000,000,000,000,000")]
    public void ATooLargeNumberTypedAsTextIsAnError(string typed) =>
        Assert.Equal("not-a-number", Assert.Single(Read([null, 1, "その他", null, "文", "甲", null, null, null, typed]).Problems,
            p => p.Severity == Severity.Error).Code);

    [Fact]
    public void FractionsAreReadWithoutFloatingPointErrors()
    {
        Assert.Equal(0.459m, Figures(new RawCell("", "<v>0.45900000000000002</v>"))[0].Value);
        Assert.Equal(45.9m, Figures(new RawCell("s=\"1\"", "<v>0.45900000000000002</v>"))[0].Value);
    }

    [Fact]
    public void ANumberOfUnknownStyleIsStillANumber() => Assert.Equal(5m, Figures(new RawCell("s=\"99\"", "<v>5</v>"))[0].Value);

    [Theory]
    [InlineData("未実施")]
    [InlineData("第4次計画策定")]
    [InlineData("一部実施")]
    [InlineData("一部")]
    [InlineData("十分")]
    [InlineData("―")]
    public void WordsInAFigureCellAreKeptAsText(string typed) =>
        Assert.Equal(Figure.InWords(FiscalYear.Of(2016), typed), Figures(typed)[0]);

    [Theory]
    [InlineData("1")]
    [InlineData("１")]
    [InlineData("視点1")]
    [InlineData("視点１　意識の醸成と参加・活動の促進")]
    [InlineData("意識の醸成と参加・活動の促進")]
    [InlineData("地域における「ケア」への理解の共有とセルフケアの意識の醸成")]
    public void AViewpointIsWrittenInManyWays(string typed) =>
        Assert.Equal(1, Assert.Single(Read([null, typed, "高齢者 施策", null, "文"]).Records.Initiatives).Viewpoint);

    [Theory]
    [InlineData("累計")]
    [InlineData("○")]
    [InlineData("はい")]
    [InlineData("TRUE")]
    public void AnIndicatorMayBeMarkedAsCumulativeInManyWays(string typed) =>
        Assert.True(Assert.Single(Read([null, 1, "その他", null, "文", "甲", null, null, typed]).Records.Indicators).IsCumulative);

    [Fact]
    public void PhoneticGuidesDoNotLeakAndRunsAreJoined()
    {
        var book = Book([null, 1, "その他", null, new RawCell("t=\"s\"", "<v>0</v>")]).Part(
            "xl/sharedStrings.xml",
            "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><r><t>認知</t></r><r><rPr><b/></rPr><t>症_x000D_\nの</t></r><rPh sb=\"0\" eb=\"2\"><t>ニンチ</t></rPh><r><t xml:space=\"preserve\"> 会_x005F_x000D_</t></r><phoneticPr fontId=\"1\"/></si></sst>");
        Assert.Equal("認知症\nの 会_x000D_", Assert.Single(Some.Read(book.ToBytes()).Records.Initiatives).Text);
    }

    [Fact]
    public void AFormulasSavedTextCounts() =>
        Assert.Equal(
            "文", Assert.Single(Read([null, 1, "その他", null, new RawCell("t=\"str\"", "<f>\"文\"</f><v>文</v>")]).Records.Initiatives).Text);

    [Fact]
    public void ColumnsMayBeInAnyOrderOnASheetOfAnyName()
    {
        var book = TestBook.Of("zaisei", "Sheet1", ["財政局"], [], ["課題と\n今後の方向性", "メモ", "施 策", "視点"], ["文", "x", "その他", 1]);
        var direction = Assert.Single(Some.Read(book.ToBytes()).Records.Directions);
        Assert.Equal(("文", "Sheet1!4", "A4:D4"), (direction.Text, direction.Id, direction.Source.Cell));
    }

    [Fact]
    public void AMergedCellCountsForEveryRowItCovers()
    {
        var rows = TestBook.Rows([["視点", "施策", "課題と今後の方向性"], [1, "その他", "甲"], [null, null, "乙"], [], [2, "その他", "丙"]]);
        var book = TestBook.Of("zaisei", "空")
            .Raw("課題", "", rows + "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B4\"/></mergeCells>");
        var reading = Some.Read(book.ToBytes());
        Assert.Empty(reading.Problems);
        Assert.Equal([(1, "甲"), (1, "乙"), (2, "丙")], reading.Records.Directions.Select(d => (d.Viewpoint, d.Text)));
    }

    [Fact]
    public void AFigureMergedOverSeveralRowsCountsForEachAndIsReported()
    {
        var rows = TestBook.Rows([["視点", "施策", "取組", "指標名", "単位", "平成28年度", "平成29年度"],
            [1, "その他", "文", "男", "人", 10, 12], [null, null, null, "女", "人", null, 14]]);
        var book = TestBook.Of("zaisei", "空").Raw("視点別取組", "", rows + "<mergeCells><mergeCell ref=\"F2:F3\"/></mergeCells>");
        var reading = Expect.Only(book, new(
            "merged-across", Severity.Warning, "視点別取組", "F2", "10", "行をまたいで結合されたセルの「10」を、結合されたどの行の数値としても読み取りました。",
            "セルの結合を解除し、行ごとに書いてください。例：「ホーム」→「セルを結合して中央揃え」を押して解除する"));
        Assert.Equal([10, 10], reading.Records.Indicators.Select(i => i.Figures[0].Value ?? 0));
    }

    [Theory]
    [InlineData("2016年度（平成28年度）")]
    [InlineData("2016年度\n(平成28年度)")]
    [InlineData("平成28年度（2016年度）")]
    [InlineData("平成28年度（2016）")]
    [InlineData("平成28年度(H28)")]
    [InlineData("FY2016")]
    public void AHeaderMayNameAYearTwiceOrInEnglish(string header)
    {
        var reading = Some.Read(TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "指標名", "単位", header, "平成29年度"],
            [1, "その他", "文", "男", "人", 10, 12]).ToBytes());
        Assert.Empty(reading.Problems);
        Assert.Equal([10, 12], Assert.Single(reading.Records.Indicators).Figures.Select(f => f.Value ?? 0));
    }

    [Fact]
    public void AHeaderThatNamesTwoDifferentYearsIsNoYear() => Assert.Equal(
        ["column-missing F1"],
        Some.Read(TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "指標名", "単位", "平成28年度（2017年度）", "平成29年度"],
            [1, "その他", "文", "男", "人", 10, 12]).ToBytes()).Problems.Select(p => $"{p.Code} {p.Cell}"));

    [Fact]
    public void ARowWithOnlyValuesBeneathMergedCellsIsNoRecord()
    {
        var rows = TestBook.Rows([["主な連携先", "事業名等", "事業概要", "今後の方向性"], ["環境局", "甲", "乙", "丙"], ["財政局", "丁", "戊", "己"]]);
        var merges = string.Concat("ABCD".Select(c => $"<mergeCell ref=\"{c}2:{c}3\"/>"));
        var book = TestBook.Of("zaisei", "空").Raw("連携取組", "", $"{rows}<mergeCells>{merges}</mergeCells>");
        Assert.Equal("甲", Assert.Single(Some.Read(book.ToBytes()).Records.Collaborations).Name);
    }

    [Theory]
    [InlineData("第1章＞第1節")]
    [InlineData("第1章 > 第1節")]
    [InlineData("第1章>第1節")]
    public void TheSeparatorOfHeadingsMayBeFullOrHalfWidth(string path) => Assert.Equal(
        ["第1章", "第1節"],
        Assert.Single(Some.Read(TestBook.Of("kenkofukushi", "本文", ["資料", "見出し", "種別", "本文"], ["資料2", path, "段落", "文"]).ToBytes())
            .Records.Passages).Path);

    [Theory]
    [InlineData("財政局甲課／財政局乙課")]
    [InlineData("財政局甲課/財政局乙課")]
    public void DivisionsMayBeSeparatedByASlash(string divisions) => Assert.Equal(
        ["財政局甲課", "財政局乙課"], Assert.Single(Read([null, 1, "その他", divisions, "文"]).Records.Initiatives).Divisions);

    [Fact]
    public void AProblemOfAMergedCellIsNamedOnceByItsFirstCell()
    {
        var rows = TestBook.Rows([["視点", "施策", "課題と今後の方向性"], [9, "その他", "甲"], [null, "その他", "乙"]]);
        var book = TestBook.Of("zaisei", "空").Raw("課題", "", rows + "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>");
        Assert.Equal("A2", Assert.Single(Some.Read(book.ToBytes()).Problems).Cell);
    }

    [Fact]
    public void HiddenSheetsAreNotRead()
    {
        var book = TestBook.Of("zaisei", "課題", ["視点", "施策", "課題と今後の方向性"], [1, "その他", "甲"])
            .Hidden("古い表", ["視点", "施策", "課題と今後の方向性"], [1, "その他", "乙"]);
        Assert.Equal("甲", Assert.Single(Some.Read(book.ToBytes()).Records.Directions).Text);
    }

    [Theory]
    [InlineData("", 42826)]
    [InlineData("<workbookPr date1904=\"1\"/>", 41364)]
    public void AMonthMayBeADateInThe1900OrThe1904System(string properties, int serial)
    {
        var book = new TestBook { WorkbookProperties = properties }
            .Sheet("はじめに", ["局・区名", "健康福祉局"], ["報告年度", 2018])
            .Sheet("活動統計", ["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合", "注"],
                ["相談", "年齢", new RawCell("s=\"2\"", $"<v>{serial}</v>"), "2018/3", "80,252", "幼児", new RawCell("s=\"1\"", "<v>0.294</v>")],
                    [null, null, null, null, null, "乳児", 21.7]);
        var statistic = Assert.Single(Some.Read(book.ToBytes()).Records.Statistics);
        Assert.Equal(
            ("2017-04", "2018-03", 80252m, "A2:H3"), ($"{statistic.From}", $"{statistic.To}", statistic.Total, statistic.Source.Cell));
        Assert.Equal([29.4m, 21.7m], statistic.Shares.Select(s => s.Percent));
    }

    [Fact]
    public void NothingToReportIsAcceptedAsAReport()
    {
        var book = new TestBook().Sheet("はじめに", ["局・区名", "財政局"], ["報告年度", "平成30年度"], ["報告の有無", "該当なし"]);
        var reading = Some.Read(book.ToBytes(), "zaisei");
        Assert.True(reading is { NothingToReport: true, IsAccepted: true, Problems.Count: 0 });
    }

    [Fact]
    public void DepartmentAndYearAreReadFromTheDocumentPropertiesIfTheFrontSheetIsEmpty()
    {
        var stripped = TestBook.Zip(new System.IO.Compression.ZipArchive(new MemoryStream(Some.Template("takatsu"))).Entries
            .Where(e => e.FullName != "xl/worksheets/sheet1.xml")
            .Select(e => (e.FullName, Bytes(e)))
            .Append(("xl/worksheets/sheet1.xml", "<worksheet/>"u8.ToArray())));
        var reading = Some.Read(stripped);
        Assert.Equal(("takatsu", FiscalYear.Of(2018)), (reading.Department, reading.ReportingYear));
    }

    [Theory]
    [InlineData("川崎区")]
    [InlineData("川崎区役所")]
    public void AWardIsNamedByItselfOrItsOffice(string ward) => Assert.Equal(
        "kawasaki",
        Assert.Single(Some.Read(TestBook.Of("kenkofukushi", "区の取組", ["区", "取組"], [ward, "文"]).ToBytes()).Records.WardActivities).Ward);

    [Theory]
    [InlineData("General", 1234.5, "Number", "1234.5")]
    [InlineData("G/標準", 1234.5, "Number", "1234.5")]
    [InlineData("@", 0.5, "Number", "0.5")]
    [InlineData("G/標準\"人\"", 5, "Shown", "5人")]
    [InlineData("#,##0", 1234, "Number", "1234")]
    [InlineData("#,##0.###", 1234, "Shown", "1,234.")]
    [InlineData("0.0%", 0.459, "Percent", "45.9%")]
    [InlineData("0%", 0.459, "Shown", "46%")]
    [InlineData("0", 52.345, "Shown", "52")]
    [InlineData("#,##0,", 52345, "Shown", "52")]
    [InlineData("#,##0,\"千\"", 52345, "Shown", "52千")]
    [InlineData("#,##0;▲#,##0", -52, "Shown", "▲52")]
    [InlineData("[<1]0.0%;0", 52, "Shown", "52")]
    [InlineData("[>=1]0;0.0%", 0.459, "Shown", "45.9%")]
    [InlineData("000", 1, "Shown", "001")]
    [InlineData("\"第\"0\"回\"", 3, "Shown", "第3回")]
    [InlineData("0\"人\"", 52, "Shown", "52人")]
    [InlineData("0;-0;;@", 0, "Blank", "")]
    [InlineData(";;;", 52, "Blank", "")]
    [InlineData("[$-411]ggge\"年\"m\"月\"", 43000, "Date", "平成29年9月")]
    [InlineData("yyyy\\-mm;@", 43000, "Date", "2017-09")]
    [InlineData("yyyy/m/d", 43000, "Date", "2017/9/22")]
    [InlineData("yyyy/m/d;;", 0, "Blank", "")]
    [InlineData("ge.m.d", -5, "Date", "-5")]
    public void ANumberFormatDeterminesTheKindAndTheTextOfACell(string code, double stored, string kind, string shown)
    {
        var cell = NumberDisplay.Of(code).Show(stored);
        Assert.Equal((kind, shown), (cell.Kind.ToString(), cell.Text));
    }

    [Theory]
    [InlineData("A1", 1, 1)]
    [InlineData("AA12", 12, 27)]
    [InlineData("XFD1048576", 1_048_576, 16_384)]
    public void AnAddressIsReadAndWritten(string text, int row, int column)
    {
        Assert.True(CellAddress.TryParse(text, out var address));
        Assert.Equal((row, column, text), (address.Row, address.Column, address.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("A0")]
    [InlineData("XFE1")]
    [InlineData("A1048577")]
    [InlineData("12")]
    public void AnInvalidCellAddressIsNotParsed(string text) => Assert.False(CellAddress.TryParse(text, out _));

    private static byte[] Bytes(System.IO.Compression.ZipArchiveEntry entry)
    {
        using var stream = new MemoryStream();
        entry.Open().CopyTo(stream);
        return stream.ToArray();
    }

    private static EquatableList<Figure> Figures(params object?[] cells) =>
        Assert.Single(Read([null, 1, "その他", null, "文", "甲", null, null, null, .. cells]).Records.Indicators).Figures;

    private static TestBook Book(params object?[][] rows) => TestBook.Of("zaisei", "視点別取組", [[.. Headers], .. rows]);

    private static WorkbookReading Read(params object?[][] rows) => Some.Read(Book(rows).ToBytes());
}
