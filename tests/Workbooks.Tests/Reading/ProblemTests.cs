using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Reading;

public sealed class ProblemTests
{
    private static readonly string[] Directions = ["管理番号", "視点", "施策", "担当部署", "課題と今後の方向性"];
    private static readonly string[] Initiatives =
        ["管理番号", "視点", "施策", "担当部署", "取組", "指標名", "区分", "単位", "累計", "平成28年度", "平成29年度", "平成30年度", "備考"];

    [Fact]
    public void ATextFileIsNoWorkbook() => AssertOnly(
        Some.Read("管理番号,視点"u8.ToArray()),
        new("not-a-workbook", Severity.Error, null, null,
            null, "Excelのブックとして読み取れませんでした。", "Excelで開けることを確かめ、「名前を付けて保存」で「Excel ブック (*.xlsx)」を選んで保存し直してください。例：2018-○○局.xlsx"));

    [Fact]
    public void AnEncryptedWorkbookIsNamedAsSuch() => AssertOnly(
        Some.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000],
            .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage\0")]),
        new("encrypted", Severity.Error, null, null,
            null, "パスワードで保護されているため、読み取れませんでした。", "パスワードを外して保存し直してください。例：「ファイル」→「情報」→「ブックの保護」→「パスワードを使用して暗号化」を空欄にする"));

    [Fact]
    public void AFileOfMoreThan20MebibytesIsTooLarge() => AssertOnly(
        Some.Read(new byte[(20 * 1024 * 1024) + 1]),
        new("too-large", Severity.Error, null, null,
            null, "ファイルの大きさが上限の20MBを超えているため、読み取れませんでした。", "画像や使っていないシートを削除してください。例：シートの見出しを右クリックして「削除」を選ぶ"));

    [Fact]
    public void AWorkbookWithoutAKnownTableIsAnError() => AssertOnly(
        Read(TestBook.Of("zaisei", "メモ", ["買い物"])),
        new(
            "no-known-table", Severity.Error, null, null, null, "報告の表が見つかりませんでした。",
            "別のファイルを選んでいないか確かめ、様式の見出し行を消さずに記入してください。見出し行はシートの30行目までに置いてください。報告することがないときは「はじめに」で「該当なし」を選んでください。例：管理番号、視点、施策、担当部署、取組"));

    [Fact]
    public void AnEmptyTableIsAWarning() => AssertOnly(
        Read(TestBook.Of("zaisei", "課題と方向性", [.. Directions])),
        new("nothing-reported", Severity.Warning, null, null,
            null, "どの表にも記入がありません。", "記入した様式かどうかを確かめてください。報告することがないときは「はじめに」で選んでください。例：該当なし"));

    [Fact]
    public void AnotherDepartmentsWorkbookIsRefused() => AssertOnly(
        Some.Read(DirectionBook([null, 1, "その他", null, "文"]), "takatsu"),
        new(
            "other-department", Severity.Error, "はじめに", "B1", "財政局", "高津区役所の報告ではありません。",
            "別の局・区のファイルを選んでいないか確かめ、高津区役所の様式に記入したものを提出してください。局・区名だけを書き換えないでください。例：高津区役所の様式を取り直して記入する"));

    [Fact]
    public void ASheetOfTheCoordinatorIsRefusedElsewhere() => AssertOnly(
        Read(TestBook.Of("zaisei", "本文", ["資料", "見出し", "種別", "本文"], ["資料2", null, "段落", "文"])),
        new(
            "other-department", Severity.Error, "本文", "A2", "資料2", "「本文」は財政局が記入する表ではありません。",
            "この表に書いた行を削除し、担当の局・区に報告を依頼してください。例：「本文」は報告の取りまとめ担当の局が報告します"));

    [Theory]
    [InlineData("幸区")]
    [InlineData("全区共通")]
    public void AWardOfficeMayReportOnlyItsOwnWardsActivities(string ward) => AssertOnly(
        Read(TestBook.Of("takatsu", "区の取組", ["区", "取組"], [ward, "文"], ["高津区", "文"])),
        new("other-department", Severity.Error, "区の取組", "A2",
            ward, "高津区以外の区の取組が書かれています。", "自分の区の取組だけを書いてください。全区共通の取組は、報告の取りまとめ担当の局が報告します。例：高津区"));

    [Fact]
    public void AnotherYearsWorkbookIsRefused() => AssertOnly(
        Read(new TestBook().Sheet("はじめに", ["局・区名", "財政局"], ["報告年度", "平成29年度"]).Sheet("課題", Directions, [null, 1, "その他", null, "文"])),
        new(
            "other-year", Severity.Error, "はじめに", "B2", "平成29年度", "平成30（2018）年度の報告ではありません。",
            "別の年度のファイルを選んでいないか確かめ、平成30（2018）年度の様式に記入したものを提出してください。年度だけを書き換えないでください。例：平成30（2018）年度の様式を取り直して記入する"));

    [Fact]
    public void AnUnknownDepartmentOnTheFrontSheetIsAnError() => AssertOnly(
        Read(new TestBook().Sheet("はじめに", ["局・区名", "宇宙局"], ["報告年度", "平成30年度"]).Sheet("課題", Directions, [null, 1, "その他", null, "文"])),
        new("unknown-department", Severity.Error, "はじめに", "B1", "宇宙局", "どの局・区の報告か分かりませんでした。", "「はじめに」の「局・区名」に正式な名称を書いてください。例：○○局"));

    [Fact]
    public void AMissingColumnIsNamedOnce() => AssertOnly(
        Read(TestBook.Of("zaisei", "課題と方向性", ["施策", "担当部署", "課題と今後の方向性"], ["その他", null, "文"], ["その他", null, "文"])),
        new("column-missing", Severity.Error, "課題と方向性", null,
            null, "「視点」の列がありません。", "1行目に「視点」という見出しの列を作り、その下に記入してください。列の順序は変わっていても構いません。例：視点"));

    [Theory]
    [InlineData("施策区分", "この列の見出し「施策区分」のことでしょうか。", "見出しを書き直して")]
    [InlineData("施　策名", "この列の見出し「施　策名」のことでしょうか。", "見出しを書き直して")]
    [InlineData(null, "この列は見出しが空です。", "見出しを書いて")]
    public void AMissingColumnIsReportedAtItsProbableHeader(string? header, string said, string remedy)
    {
        var problem = Assert.Single(
            Read(TestBook.Of("zaisei", "課題と方向性", ["視点", header, "担当部署", "課題と今後の方向性"], [1, "その他", null, "文"])).Problems);
        Assert.Equal(("column-missing", "B1", $"「施策」の列がありません。{said}"), (problem.Code, problem.Cell, problem.Message));
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void AMistypedYearIsNamedAtItsHeader()
    {
        var reading = Read(TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "指標名", "平成28（2016）年度", "平成92（2017）年度", "平成30（2018）年度"],
            [1, "その他", "甲", "回数", 1, 1, 1]));
        Assert.Equal(("F1", "「平成29（2017）年度」の列がありません。この列の見出し「平成92（2017）年度」のことでしょうか。"), reading.Problems
            .Where(p => p.Severity == Severity.Error).Select(p => (p.Cell, p.Message)).Single());
    }

    [Fact]
    public void ABlankRequiredCellIsNamed() => AssertOnly(
        Some.Read(DirectionBook([null, 1, null, null, "文"])),
        new("required", Severity.Error, "課題と方向性", "C2",
            null, "「施策」が空です。", "次のいずれかを選んでください：高齢者施策、障害児者施策、健康づくり施策、地域福祉施策、子ども施策、教育施策、医療施策、住宅施策、その他。要らない行のときは、行ごと削除してください。例：高齢者施策"));

    [Fact]
    public void AValueThatIsNotInTheListIsNamed() => AssertOnly(
        Some.Read(DirectionBook([null, 9, "その他", null, "文"])),
        new(
            "not-in-list", Severity.Error, "課題と方向性", "B2", "9", "「視点」が一覧にない値です。",
            "次のいずれかを選んでください：1 意識の醸成と参加・活動の促進、2 住まいと住まい方、3 多様な主体の活躍、4 一体的なケアの提供、5 地域マネジメント。例：1 意識の醸成と参加・活動の促進"));

    [Fact]
    public void ADateIsNoFigure() => AssertOnly(
        Some.Read(InitiativeBook([null, 1, "その他", null, "文", "名", null, "人", null, 1, new RawCell("s=\"2\"", "<v>42826</v>")])),
        new("not-a-number", Severity.Error, "視点別取組", "K2", "平成29年4月", "「平成29（2017）年度」が日付になっています。", "セルの表示形式を「標準」に戻し、数字を入力し直してください。例：1000"));

    [Fact]
    public void AShareInWordsIsNoNumber() => AssertOnly(
        Read(TestBook.Of("kenkofukushi", "活動統計", ["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合", "注"],
            ["相談", "年齢", "H29.4", "H30.3", 100, "幼児", "三割"])),
        new("not-a-number", Severity.Error, "活動統計", "G2", "三割", "「割合」を数値として読み取れませんでした。", "「約」などの言葉や単位を付けず、数字だけを書いてください。例：29.4"));

    [Fact]
    public void ABareEraYearIsNoYear() => AssertOnly(
        Read(TestBook.Of("takatsu", "区の取組", ["区", "年度", "取組"], ["高津区", 29, "文"])),
        new("not-a-year", Severity.Error, "区の取組", "B2", "29", "「年度」を年度として読み取れませんでした。", "月や日を付けず、年度だけを、元号を付けるか西暦4桁で書いてください。例：平成29年度"));

    [Fact]
    public void AMonthWithoutItsYearIsAnError() => AssertOnly(
        Read(TestBook.Of("kenkofukushi", "活動統計", ["区分", "項目", "期間開始", "期間終了", "総数", "内訳", "割合", "注"],
            ["相談", "年齢", "4月", "平成30年3月", 100, "幼児", 20])),
        new("not-a-year", Severity.Error, "活動統計", "C2", "4月", "「期間開始」を年月として読み取れませんでした。", "年と月を書いてください。年は、元号を付けるか、西暦4桁で書いてください。例：平成29年4月"));

    [Fact]
    public void ATextOfMoreThanTenThousandCharactersIsTooLong() => AssertOnly(
        Some.Read(DirectionBook([null, 1, "その他", null, new string('あ', 10_001)])),
        new("text-too-long", Severity.Error, "課題と方向性", "E2", new string('あ', 99)
            + "…", "「課題と今後の方向性」が長すぎます（10,001文字）。", "10,000文字以内にしてください。例：要点を残し、詳しい説明は別の行に分ける"));

    [Fact]
    public void AFormulaThatWasNeverCalculatedIsNamed() => AssertOnly(
        Some.Read(DirectionBook([null, 1, "その他", null, new RawCell("", "<f>A1&amp;B1</f>")])),
        new("formula-without-value", Severity.Error, "課題と方向性", "E2",
            null, "「課題と今後の方向性」の計算式の結果が保存されていません。", "Excelで開いて保存し直すか、計算式の代わりに値を書いてください。例：計算式を「値の貼り付け」で置き換える"));

    [Fact]
    public void AnErrorValueIsNamed() => AssertOnly(
        Some.Read(DirectionBook([null, 1, new RawCell("t=\"e\"", "<f>VLOOKUP(1,A1:B1,2)</f><v>#N/A</v>"), null, "文"])),
        new(
            "error-value", Severity.Error, "課題と方向性", "C2", "#N/A", "「施策」の計算式がエラーになっています。",
            "計算式を直すか、計算式の代わりに値を書いてください。例：正しい値が分かるときは、計算式を消して入力する"));

    [Fact]
    public void AMalformedRecordNumberIsAnError() => AssertOnly(
        Some.Read(DirectionBook(["12番", 1, "その他", null, "文"])),
        new(
            "number-malformed", Severity.Error, "課題と方向性", "A2", "12番", "「管理番号」の形が正しくありません。",
            "様式に入っていた番号に戻してください。新しい行や、番号が分からない行では、空にしてください。合計や注の行は、行ごと削除してください。例：（空欄）"));

    [Fact]
    public void ARecordNumberOfAnotherDepartmentIsAnError() => AssertOnly(
        Some.Read(DirectionBook(["takatsu-0001", 1, "その他", null, "文"])),
        new("number-malformed", Severity.Error, "課題と方向性", "A2",
            null, "高津区役所の「管理番号」です。", "様式に入っていた番号に戻してください。新しい行や、番号が分からない行では、空にしてください。例：（空欄）"));

    [Fact]
    public void RecordNumbersOfAnotherDepartmentAreReportedAsOneProblem() => Assert.Equal(
        [("A2–A3", "高津区役所の「管理番号」です。"), ("A4", "別の局・区の「管理番号」です。")],
        Some.Read(DirectionBook(["takatsu-0001", 1, "その他", null, "甲"], ["takatsu-0002", 1, "その他", null, "乙"],
            ["uchu-0003", 1, "その他", null, "丙"])).Problems.Select(p => (p.Cell, p.Message)));

    [Theory]
    [InlineData("ZAISEI-0001")]
    [InlineData("Ｚａｉｓｅｉ－０００１")]
    public void ARecordNumberInCapitalsOrFullWidthIsTheSameRecordNumber(string typed)
    {
        var reading = Some.Read(DirectionBook([typed, 1, "その他", null, "文"]));
        Assert.Equal((0, "zaisei-0001"), (reading.Problems.Count, Assert.Single(reading.Records.Directions).Id));
    }

    [Fact]
    public void ARecordNumberUsedForTwoRecordsIsAnError() => AssertOnly(
        Some.Read(DirectionBook(["zaisei-0001", 1, "その他", null, "文"], ["zaisei-0001", 1, "その他", null, "別の文"])),
        new(
            "number-twice", Severity.Error, "課題と方向性", "A3", "zaisei-0001", "管理番号 zaisei-0001 は、内容の異なるほかの行にも使われています。",
            "新しく加えた行では「管理番号」を空にしてください。番号は受付のときに付きます。一つの取組の行であれば、視点・施策・担当部署・取組をほかの行と同じにしてください。例：（空欄）"));

    [Fact]
    public void ARemarkWithoutAnIndicatorIsAWarning() => AssertOnly(
        Some.Read(InitiativeBook([null, 1, "その他", null, "文", null, null, null, null, null, null, null, "補足"])),
        new(
            "note-without-indicator", Severity.Warning, "視点別取組", "M2", "補足", "指標のない行に「備考」が書かれているため、この備考は取り込まれません。",
            "指標についての備考であれば、「指標名」と数値を記入してください。取組についての説明であれば、「取組」に移してください。例：「取組」の文の後に書き加える"));

    [Fact]
    public void ProblemsComeInTheOrderOfRowsAndColumns()
    {
        var reading = Some.Read(InitiativeBook(["x", 9, "何か", null, null, null, null, null, "多分", "約1"], [null, 1, null, null, "文"]));
        Assert.Equal(["A2", "B2", "C2", "E2", "I2", "J2", "C3"], reading.Problems.Select(p => p.Cell));
    }

    [Fact]
    public void TheSameFaultInSeveralRowsOfAColumnIsOneProblem()
    {
        object?[] wrong = [null, 9, "その他", null, "文"], right = [null, 1, "その他", null, "文"];
        var reading = Some.Read(DirectionBook(wrong, right, wrong, wrong, wrong, [null, 8, "その他", null, "文"]));
        Assert.Equal([("B2, B4–B6", "9"), ("B7", "8")], reading.Problems.Select(p => (p.Cell, p.Found)));
    }

    private static byte[] DirectionBook(params object?[][] rows) => TestBook.Of("zaisei", "課題と方向性", [[.. Directions], .. rows]).ToBytes();

    private static byte[] InitiativeBook(params object?[][] rows) => TestBook.Of("zaisei", "視点別取組", [[.. Initiatives], .. rows]).ToBytes();

    private static WorkbookReading Read(TestBook book) => Some.Read(book.ToBytes());

    private static void AssertOnly(WorkbookReading reading, Problem expected) => Assert.Equal(expected, Assert.Single(reading.Problems));
}
