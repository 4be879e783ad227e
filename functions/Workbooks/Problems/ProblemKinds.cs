using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Problems;

/// <summary>All kinds of findings, about single workbooks and about the report of a year.</summary>
public static class ProblemKinds
{
    public static ProblemKind NotAWorkbook { get; } = new("not-a-workbook", Severity.Error, "Excelのブックとして読み取れない。");
    public static ProblemKind Encrypted { get; } = new("encrypted", Severity.Error, "パスワードで保護されている。");
    public static ProblemKind AmbiguousWorkbook { get; } = new(
        "ambiguous-workbook", Severity.Error, "ファイルの中に同じ名前の部分が二つあり、ソフトによって違う内容に見える。");
    public static ProblemKind TooLarge { get; } = new("too-large", Severity.Error, "ファイルの大きさ、行数などが上限を超えている。");
    public static ProblemKind NoKnownTable { get; } = new("no-known-table", Severity.Error, "報告の表が見つからない。");
    public static ProblemKind NothingReported { get; } = new("nothing-reported", Severity.Warning, "表に記入がなく、該当なしとも書かれていない。");
    public static ProblemKind EmptiesReport { get; } = new("empties-report", Severity.Error, "受付済みの報告があるのに、表に記入がなく、該当なしとも書かれていない。");
    public static ProblemKind NotFinished { get; } = new("not-finished", Severity.Error, "読み取りが終わらなかった。");
    public static ProblemKind ReportTooLarge { get; } = new("report-too-large", Severity.Error, "受け付けると、その年度の報告全体の件数が上限を超える。");
    public static ProblemKind OtherDepartment { get; } = new("other-department", Severity.Error, "別の局・区の報告である。");
    public static ProblemKind OtherYear { get; } = new("other-year", Severity.Error, "別の年度の報告である。");
    public static ProblemKind UnknownDepartment { get; } = new("unknown-department", Severity.Error, "局・区名が分からない。");
    public static ProblemKind NothingContradicted { get; } = new("nothing-contradicted", Severity.Error, "該当なしと書かれているのに、表に記入がある。");
    public static ProblemKind DepartmentAssumed { get; } = new("department-assumed", Severity.Warning, "局・区名が書かれていない。提出先の局・区の報告として読み取られる。");
    public static ProblemKind YearAssumed { get; } = new("year-assumed", Severity.Warning, "報告年度が書かれていない。受付中の年度の報告として読み取られる。");
    public static ProblemKind ColumnMissing { get; } = new("column-missing", Severity.Error, "必要な列がない。");
    public static ProblemKind Required { get; } = new("required", Severity.Error, "必須の欄が空である。");
    public static ProblemKind NotInList { get; } = new("not-in-list", Severity.Error, "一覧にない値である。");
    public static ProblemKind NotANumber { get; } = new("not-a-number", Severity.Error, "数値として読み取れない。");
    public static ProblemKind NotAYear { get; } = new("not-a-year", Severity.Error, "年度、年月などの時期として読み取れない。");
    public static ProblemKind DateForText { get; } = new("date-for-text", Severity.Error, "文字を書く欄が日付になっている。");
    public static ProblemKind TextTooLong { get; } = new("text-too-long", Severity.Error, "文字数が上限を超えている。");
    public static ProblemKind TooManyItems { get; } = new("too-many-items", Severity.Error, "部署、備考、見出し、内訳などの件数が上限を超えている。");
    public static ProblemKind FormulaWithoutValue { get; } = new("formula-without-value", Severity.Error, "計算式の結果が保存されていない。");
    public static ProblemKind ErrorValue { get; } = new("error-value", Severity.Error, "計算式の結果がエラーである。");
    public static ProblemKind NumberMalformed { get; } = new("number-malformed", Severity.Error, "管理番号の形が違う、又は別の局・区の番号である。");
    public static ProblemKind NumberTwice { get; } = new("number-twice", Severity.Error, "同じ管理番号が別の内容に使われている。");
    public static ProblemKind NoteWithoutIndicator { get; } = new("note-without-indicator", Severity.Warning, "指標のない行に備考がある。");
    public static ProblemKind OlderTemplate { get; } = new("older-template", Severity.Warning, "古い版の様式に記入されている。");
    public static ProblemKind SheetMissing { get; } = new("sheet-missing", Severity.Warning, "様式にあったシートがない、又は非表示になっている。");
    public static ProblemKind Macros { get; } = new("macros", Severity.Warning, "マクロが含まれている。マクロは実行されず、取り込まれない。");
    public static ProblemKind SheetNotRead { get; } = new("sheet-not-read", Severity.Warning, "様式の表がないシートに記入がある。取り込まれない。");
    public static ProblemKind ColumnNotRead { get; } = new("column-not-read", Severity.Warning, "様式にない列に記入がある。取り込まれない。");
    public static ProblemKind RowNotRead { get; } = new("row-not-read", Severity.Warning, "表の見出しより上の行に記入がある。取り込まれない。");
    public static ProblemKind CellNotRead { get; } = new("cell-not-read", Severity.Warning, "様式の欄の外などに記入がある。取り込まれない。");
    public static ProblemKind ShapeNotRead { get; } = new("shape-not-read", Severity.Warning, "図形やテキストボックスに文字がある。取り込まれない。");
    public static ProblemKind ColumnTwice { get; } = new("column-twice", Severity.Error, "同じ見出しの列が二つあり、二つ目にも記入がある。");
    public static ProblemKind SheetCopied { get; } = new("sheet-copied", Severity.Warning, "元のシートのほかに、その写しや前の版、記入例のようなシートがある。取り込まれる。");
    public static ProblemKind EarlierYears { get; } = new("earlier-years", Severity.Warning, "ほかのシートより前の年度までの列しかないシートがある。取り込まれる。");
    public static ProblemKind Hidden { get; } = new("hidden", Severity.Warning, "非表示の行又は列に記入がある。非表示でも取り込まれる。");
    public static ProblemKind PartnerUnknown { get; } = new("partner-unknown", Severity.Warning, "連携先に、一覧にない局・区名がある。");
    public static ProblemKind DivisionUnknown { get; } = new("division-unknown", Severity.Warning, "担当部署が局・区名から始まっていない。");
    public static ProblemKind ControlCharacters { get; } = new("control-characters", Severity.Warning, "目に見えない制御文字や、文字の向きを変える文字がある。取り除いて取り込まれる。");
    public static ProblemKind PrivateCharacters { get; } = new("private-characters", Severity.Warning, "外字がある。");
    public static ProblemKind Unpaired { get; } = new("unpaired", Severity.Warning, "かっこの片方がない。");
    public static ProblemKind FormulaLike { get; } = new("formula-like", Severity.Info, "計算式のように見える文字である。文字のまま取り込まれる。");
    public static ProblemKind DigitsSplit { get; } = new("digits-split", Severity.Warning, "数字の間に空白がある。つないで読み取られる。");
    public static ProblemKind EraEnded { get; } = new("era-ended", Severity.Warning, "終わった元号の年である。西暦で同じ年として読み取られる。");
    public static ProblemKind FigureInWords { get; } = new("figure-in-words", Severity.Warning, "数値の欄に、数字でも言葉でもない文字がある。文字のまま取り込まれる。");
    public static ProblemKind NumberUnknown { get; } = new("number-unknown", Severity.Warning, "管理番号がこれまでの報告にない。");
    public static ProblemKind IndicatorWithoutInitiative { get; } = new(
        "indicator-without-initiative", Severity.Error, "指標があるのに、その取組が書かれていない。");
    public static ProblemKind InitiativeTwice { get; } = new("initiative-twice", Severity.Warning, "同じ視点・施策に同じ取組が二つある。");
    public static ProblemKind DirectionRepeated { get; } = new("direction-repeated", Severity.Warning, "同じ課題と今後の方向性が繰り返されている。");
    public static ProblemKind RecordRepeated { get; } = new("record-repeated", Severity.Warning, "同じ連携取組、区の取組、統計の内訳又は本文が二つ以上ある。");
    public static ProblemKind SeveralItems { get; } = new(
        "several-items", Severity.Warning, "一つの欄に、取組や方向性が箇条書きで二つ以上書かれている。一つとして取り込まれる。");
    public static ProblemKind UnitMissing { get; } = new("unit-missing", Severity.Warning, "数値があるのに単位がない。");
    public static ProblemKind UnitUnclear { get; } = new("unit-unclear", Severity.Warning, "「単位」の欄に、単位のほかのことが書かれている。");
    public static ProblemKind UnitSpelling { get; } = new("unit-spelling", Severity.Warning, "同じ単位が、ほかの行と違う書き方になっている。");
    public static ProblemKind UnitDiffers { get; } = new("unit-differs", Severity.Warning, "数値に付いた単位が、「単位」の欄と違う。");
    public static ProblemKind UnitChanged { get; } = new("unit-changed", Severity.Warning, "単位が前の報告と違う。") { AsksForConfirmation = true };
    public static ProblemKind IndicatorTwice { get; } = new("indicator-twice", Severity.Warning, "同じ取組に同じ指標が二つある。");
    public static ProblemKind NegativeCount { get; } = new("negative-count", Severity.Warning, "数や割合が負の数である。");
    public static ProblemKind YearMissing { get; } = new("year-missing", Severity.Info, "報告の対象となる年度の数値がない。");
    public static ProblemKind SuddenChange { get; } = new(
        "sudden-change", Severity.Warning, "前の年度の3倍以上、又は3分の1以下である。")
    { AsksForConfirmation = true };
    public static ProblemKind CumulativeDrop { get; } = new(
        "cumulative-drop", Severity.Warning, "累計なのに、前の年度より小さい。")
    { AsksForConfirmation = true };
    public static ProblemKind PercentOver { get; } = new("percent-over", Severity.Warning, "割合が100%を超えている。");
    public static ProblemKind StruckOut { get; } = new("struck-out", Severity.Warning, "取り消し線が引かれた文字がある。除いて取り込まれる。");
    public static ProblemKind ShownDiffers { get; } = new(
        "shown-differs", Severity.Warning, "表示形式のため、表示されている値と入力されている値が違う。表示されているとおりに取り込まれる。")
    { AsksForConfirmation = true };
    public static ProblemKind DigitsHidden { get; } = new("digits-hidden", Severity.Info, "表示形式のため、小数点以下の一部が表示されていない。表示されている値が取り込まれる。");
    public static ProblemKind PlannedFigures { get; } = new("planned-figures", Severity.Warning, "見出しや「区分」に「見込み」「目標」などとあるか、報告年度より後の年度の数値である。");
    public static ProblemKind Ditto { get; } = new("ditto", Severity.Info, "「同上」「〃」「同左」「前年度同」などを、それが指す欄と同じ内容として読み取った。");
    public static ProblemKind DittoOfNothing { get; } = new("ditto-of-nothing", Severity.Warning, "「同上」「〃」「同左」「前年度同」などとあるが、それが指す欄に記入がない。");
    public static ProblemKind TotalsRow { get; } = new("totals-row", Severity.Warning, "合計の行である。取り込まれない。");
    public static ProblemKind MergedAcross { get; } = new("merged-across", Severity.Warning, "結合されたセルの値を、結合されたすべての年度や行の値として読み取った。");
    public static ProblemKind PeriodReversed { get; } = new("period-reversed", Severity.Warning, "期間の終わりが始まりより前である。");
    public static ProblemKind SharesOver { get; } = new(
        "shares-over", Severity.Warning, "内訳の割合の合計が100%を超えている。")
    { AsksForConfirmation = true };
    public static ProblemKind PercentFraction { get; } = new("percent-fraction", Severity.Warning, "割合が、%でなく小数で書かれているようである。");
    public static ProblemKind TotalDiffers { get; } = new(
        "total-differs", Severity.Warning, "合計と内訳の数値が合わない。")
    { AsksForConfirmation = true };
    public static ProblemKind TextDiffers { get; } = new("text-differs", Severity.Warning, "文章の中の数値が、同じ指標の同じ年度の数値と違う。");
    public static ProblemKind TextYearMissing { get; } = new("text-year-missing", Severity.Warning, "文章に数値がある年度なのに、指標にはその年度の数値がない。");
    public static ProblemKind FigureInDoubt { get; } = new("figure-in-doubt", Severity.Warning, "文章の中の数値や、数値の欄の言葉に、読み取れない、又は確かめるべきところがある。");
    public static ProblemKind NotSubmitted { get; } = new("not-submitted", Severity.Info, "局・区がまだ報告を提出していない。");
    public static ProblemKind CollaborationTwice { get; } = new("collaboration-twice", Severity.Warning, "同じ連携取組が、二つ以上の局・区の報告にある。");
    public static ProblemKind PageMissing { get; } = new("page-missing", Severity.Warning, "やさしい文章を載せるページがサイトにない。");

    public static EquatableList<ProblemKind> OfFiles { get; } =
    [
        NotAWorkbook, AmbiguousWorkbook, Encrypted, TooLarge, NotFinished, ReportTooLarge, NoKnownTable, NothingReported,
        NothingContradicted, EmptiesReport,
        OtherDepartment, OtherYear, UnknownDepartment, DepartmentAssumed, YearAssumed,
        OlderTemplate, SheetMissing, SheetNotRead, Macros, ColumnMissing, ColumnNotRead, RowNotRead, CellNotRead, ShapeNotRead, ColumnTwice,
        SheetCopied, EarlierYears, Hidden,
    ];

    public static EquatableList<ProblemKind> OfCells { get; } =
    [
        Required, NotInList, NotANumber, NotAYear, DateForText, TextTooLong, TooManyItems, FormulaWithoutValue, ErrorValue, NumberMalformed,
        PartnerUnknown, DivisionUnknown, ControlCharacters, PrivateCharacters, Unpaired, FormulaLike,
        DigitsSplit, FigureInWords, EraEnded, StruckOut, ShownDiffers, DigitsHidden, PlannedFigures, Ditto, DittoOfNothing, TotalsRow,
        MergedAcross,
    ];

    public static EquatableList<ProblemKind> OfRecords { get; } =
    [
        NumberTwice, NumberUnknown, IndicatorWithoutInitiative, NoteWithoutIndicator,
        InitiativeTwice, IndicatorTwice, DirectionRepeated, RecordRepeated, SeveralItems,
        UnitMissing, UnitUnclear, UnitSpelling, UnitChanged, UnitDiffers,
        YearMissing, SuddenChange, CumulativeDrop, NegativeCount, PercentOver, SharesOver, PercentFraction, TotalDiffers, TextDiffers,
        TextYearMissing,
        PeriodReversed, FigureInDoubt,
    ];

    public static EquatableList<ProblemKind> OfReports { get; } = [NotSubmitted, CollaborationTwice, PageMissing];

    public static EquatableList<ProblemKind> All { get; } = [.. OfFiles, .. OfCells, .. OfRecords, .. OfReports];
}
