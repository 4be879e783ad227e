using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Accounting;

/// <summary>Cells outside the tables are reported as not read, except for the titles at the top of a sheet.</summary>
public sealed class NotReadTests
{
    private static readonly object?[] Headers = ["視点", "施策", "担当部署", "課題と今後の方向性"], Row = [1, "その他", "財政局", "文"];

    private static readonly object?[] List = ["No.", "担当局・区名", "主な連携先", "事業名等", "事業概要", "今後の方向性"];

    [Fact]
    public void ANoteBesideATableIsReportedWithTheNearestColumnAsExample() => Expect.Only(
        Directions(Headers, [.. Row, null, "要確認"], [.. Row[..3], "別の文", null, "未定"]),
        new(
            "cell-not-read",
            Severity.Warning,
            "課題と方向性",
            "F2–F3",
            null,
            "様式の欄の外に書かれているため、読み取りませんでした。",
            "報告する内容であれば、見出しのある列に書き写してください。控えなどであれば、このままで構いません。例：「課題と今後の方向性」の列に書く"));

    [Fact]
    public void ARowAboveTheHeaderIsReportedAsNotRead() => Expect.Only(
        Directions(Row, Headers, Row),
        new(
            "row-not-read",
            Severity.Warning,
            "課題と方向性",
            "A1",
            null,
            "この行は、表の見出しの行より上にあるため、読み取りませんでした。",
            "報告する内容であれば、見出しの行より下に移してください。説明などであれば、このままで構いません。例：表のいちばん下の行に移す"));

    [Theory]
    [InlineData("平成30年度　課題と今後の方向性")]
    [InlineData("様式2")]
    [InlineData("小学校区単位の取組")]
    [InlineData("【地域包括ケアシステム】")]
    public void ATitleAboveATableIsNotReported(string title) =>
        Assert.Empty(Codes(Directions([title, null, "財政局", "資料１－２"], [], Headers, Row)));

    [Theory]
    [InlineData("（単位：人）")]
    [InlineData("【単位：千円】")]
    [InlineData("［単位：千円］")]
    [InlineData("〔単位：人〕")]
    [InlineData("＜単位：人＞")]
    [InlineData("（千円）")]
    [InlineData("【人・件】")]
    [InlineData("千円")]
    [InlineData("(金額単位：千円)")]
    [InlineData("金額の単位は千円")]
    [InlineData("千円単位で表示")]
    [InlineData("平成29年度は速報値")]
    [InlineData("平成30年度（見込み）")]
    [InlineData("数値は税抜き")]
    [InlineData("以下は再掲")]
    [InlineData("参加者は延べ人数")]
    [InlineData("【注】担当部署は課まで書くこと")]
    [InlineData("※担当部署は課まで書くこと")]
    [InlineData("平成29年度から数え方を変えた。")]
    [InlineData("（平成30年3月末現在）")]
    [InlineData("平成30年4月1日時点")]
    [InlineData("川崎病院を除く")]
    [InlineData("（委託分を含む）")]
    [InlineData("4月から12月までの実績")]
    [InlineData("平成29年4月～12月分")]
    public void ANoteAboveATableIsReportedAsNotRead(string note) =>
        Assert.Equal(["cell-not-read C1"], Codes(Directions([null, null, note], Headers, Row)));

    [Fact]
    public void AHeadingMergedOverSeveralColumnsIsNotReported() => Assert.Empty(Codes(Raw(
        [["どこの", null, "何の"], Headers, Row], "<mergeCell ref=\"A1:B1\"/><mergeCell ref=\"C1:D1\"/>")));

    [Fact]
    public void AHeaderMergedDownIntoARowIsNotReadAsAValueOfThatRow() => Assert.Equal(
        ["required C2"],
        Codes(TestBook.Of("zaisei", "空").Raw("連携取組", "", $"{TestBook.Rows(
            [["主な連携先", "事業名等", "事業概要", "今後の方向性"], ["環境局", "甲", null, "乙"]])}<mergeCells><mergeCell ref=\"C1:C2\"/></mergeCells>")));

    [Fact]
    public void ASecondTableOnASheetIsRead()
    {
        var book = Directions(Headers, Row, [], ["連携取組"], ["主な連携先", "事業名等", "事業概要", "今後の方向性"], ["環境局", "甲", "乙", "丙"]);
        var reading = Some.Read(book.ToBytes());

        Assert.Empty(reading.Problems);
        Assert.Equal((1, 1), (reading.Records.Directions.Count, reading.Records.Collaborations.Count));
    }

    [Theory]
    [InlineData("（単位：千円）")]
    [InlineData("※平成29年度の事業")]
    public void ANoteAboveALaterTableIsReportedAndIsNoRecordOfTheTableAboveIt(string note)
    {
        var book = Directions(Headers, Row, [], [note], ["主な連携先", "事業名等", "事業概要", "今後の方向性"], ["環境局", "甲", "乙", "丙"]);

        Assert.Equal(["cell-not-read A4"], Codes(book));
    }

    [Fact]
    public void ATableAboveALargerOneIsRead()
    {
        var book = Directions(["主な連携先", "事業名等", "事業概要", "今後の方向性"], ["環境局", "甲", "乙", "丙"], [], ["管理番号", .. Headers], [null, .. Row]);
        var reading = Some.Read(book.ToBytes());

        Assert.Empty(reading.Problems);
        Assert.Equal((1, 1), (reading.Records.Directions.Count, reading.Records.Collaborations.Count));
    }

    [Fact]
    public void AHeaderThatIsRepeatedIsNoRow()
    {
        var reading = Some.Read(Directions(Headers, Row, Headers, [.. Row[..3], "別の文"]).ToBytes());

        Assert.Empty(reading.Problems);
        Assert.Equal(["文", "別の文"], reading.Records.Directions.Select(d => d.Text));
    }

    [Fact]
    public void TextInHiddenColumnsOutsideATableIsNotReported() => Assert.Empty(Codes(TestBook.Of("zaisei", "空").Raw(
        "課題と方向性", "", $"<cols><col min=\"6\" max=\"16384\" hidden=\"1\"/></cols>{TestBook.Rows([Headers, [.. Row, null, "控え"]])}")));

    [Theory]
    [InlineData("IX2", "cell-not-read IX2")]
    [InlineData("XFD2", "cell-not-read XFD2")]
    public void ACellFarRightOfATableIsReported(string address, string told) => Assert.Equal([told], Codes(TestBook.Of("zaisei", "空").Raw(
        "課題と方向性", "",
        TestBook.Rows([Headers, Row])
            .Replace("文</t></is></c>", $"文</t></is></c><c r=\"{address}\"><v>5</v></c>", StringComparison.Ordinal))));

    [Fact]
    public void TheFirstThousandUnreadCellsAreNamedAndTheOthersAreReportedTogether()
    {
        object?[][] rows = [Headers, .. Enumerable.Range(0, 1_200).Select(i => (object?[])[.. Row[..3], $"文{i}", null, $"控え{i}"])];

        Assert.Equal(["cell-not-read", "cell-not-read F2–F1001"], Codes(Directions(rows)));
    }

    [Fact]
    public void TextOutsideTheFieldsOfTheFrontSheetIsReportedAsNotRead() => Assert.Equal(
        ["cell-not-read A4"],
        Codes(new TestBook().Sheet("はじめに", ["局・区名", "財政局"], ["報告年度", "平成30年度"], [], ["提出が遅れました"]).Sheet("課題と方向性", Headers, Row)));

    [Fact]
    public void ASecondFrontSheetIsReportedAsNotRead() => Assert.Equal(
        ["sheet-not-read"],
        Codes(Directions(Headers, Row).Sheet("控え", ["局・区名", "環境局"], ["報告年度", "平成30年度"])));

    [Fact]
    public void AListOfFindingsToWhichTheDepartmentAddedARowAndColumnsIsNotReported() => Assert.Empty(Codes(Directions(Headers, Row).Sheet(
        "指摘一覧 (2)", ["メモ"], ["担当", "重さ", "シート", "セル", "入力されている内容", "指摘", "直し方", "対応"], ["山田", "誤り", "課題"])));

    [Theory]
    [InlineData("控え")]
    [InlineData("指摘一覧")]
    public void AFurtherSheetIsReportedAsNotReadIfTheFrontSheetSaysNothingToReport(string name) => Assert.Equal(
        ["sheet-not-read"],
        Codes(new TestBook().Sheet("はじめに", ["局・区名", "財政局"], ["報告年度", "平成30年度"], ["報告の有無", "該当なし"]).Sheet(name, ["講座を開催した"])));

    [Fact]
    public void DivisionsInALaterRowOfAnInitiativeAreReportedAsNotRead() => Assert.Equal(
        ["cell-not-read C3"],
        Codes(TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "担当部署", "取組", "指標名", "単位", "平成28年度", "平成29年度"],
            [1, "その他", null, "文", "甲", "人", 1, 2], [1, "その他", "財政局", "文", "乙", "人", 1, 2])));

    [Fact]
    public void TheNumberColumnOfACollaborationListIsNotReported() => Assert.Empty(Codes(Report(List, [1, "健康福祉局", "環境局", "甲", "乙", "丙"])));

    [Fact]
    public void ANoteInTheNumberColumnOfACollaborationListIsReportedAsNotRead() =>
        Assert.Equal(["column-not-read A1"], Codes(Report(List, [1, "健康福祉局", "環境局", "甲", "乙", "丙"], ["※ 区役所を除く"])));

    [Fact]
    public void AColumnThatTheReportLayoutDoesNotHaveIsReportedAsNotRead() =>
        Assert.Equal(["column-not-read G1"], Codes(Report([.. List, "確認欄"], [1, "健康福祉局", "環境局", "甲", "乙", "丙", "済"])));

    [Fact]
    public void ANoteBelowACollaborationListIsNotReadAsALeadDepartment() =>
        Assert.Equal(["cell-not-read B3"], Codes(Report(List, [1, "健康福祉局", "環境局", "甲", "乙", "丙"], [null, "以上"])));

    [Fact]
    public void AWardNameInARowAboveItsActivitiesCausesNoFinding() =>
        Assert.Empty(Codes(Report(["区名", "取組"], ["高津区"], [null, "・講座を開催"])));

    [Fact]
    public void AHeadingLineWithoutItemsBelowItIsReportedAsNotRead() =>
        Assert.Equal(["cell-not-read B2", "cell-not-read B2"], Codes(Report(["区名", "取組"], ["高津区", "・講座を開催\n【広報】\n「つなぐ」\n・会議を開催\n【その他】"])));

    [Fact]
    public void AnUnreadableYearIsReportedInTheReportLayoutToo() =>
        Assert.Equal(["not-a-year B2"], Codes(Report(["区名", "年度", "取組"], ["高津区", "29", "・講座を開催"])));

    [Fact]
    public void AnItemThatMentionsAViewpointIsReadAsAnInitiativeAndNotAsAHeading()
    {
        var reading = Some.Read(Report(["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", "視点1の取組として講座を開催", "続ける"], [null, "視点2に係る調査"])
            .ToBytes(), "kenkofukushi");

        Assert.Empty(reading.Problems);
        Assert.Equal([(3, "視点1の取組として講座を開催"), (3, "視点2に係る調査")], reading.Records.Initiatives.Select(i => (i.Viewpoint, i.Text)));
    }

    [Fact]
    public void AHeadingThatIsHiddenIsStillRead() => Assert.Equal(
        ["hidden A1"],
        Codes(new TestBook().Raw("報告", "", TestBook.Rows([["視点3"], ["施策等", "これまでの主な取組", "課題と今後の方向性"],
            ["その他", "・甲", "・乙"]]).Replace("<row r=\"1\"", "<row hidden=\"1\" r=\"1\"", StringComparison.Ordinal))));

    [Fact]
    public void TheSheetAccountListsTheUseOfEveryCell()
    {
        var account = Some.Read(Directions(["様式2"], Headers, Row, [.. Row[..3], "別の文", null, "控え"]).ToBytes()).Sheets[1];

        Assert.Equal(
            ["Heading A1", "Header A2", "Header B2", "Header C2", "Header D2",
                "Record A3:A4", "Record B3:B4", "Record C3:C4", "Record D3:D4", "Finding F4"],
            account.Uses.Select(u => $"{u.Use} {u.Cells}"));
    }

    private static List<string> Codes(TestBook book) =>
        [.. Some.Read(book.ToBytes(), book.NamesDepartment ? null : "kenkofukushi").Problems.Select(p => $"{p.Code} {p.Cell}".TrimEnd())];

    private static TestBook Directions(params object?[][] rows) => TestBook.Of("zaisei", "課題と方向性", rows);

    private static TestBook Raw(object?[][] rows, string merges) =>
        TestBook.Of("zaisei", "空").Raw("課題と方向性", "", $"{TestBook.Rows(rows)}<mergeCells>{merges}</mergeCells>");

    private static TestBook Report(params object?[][] rows) => new TestBook().Sheet("報告", rows);
}
