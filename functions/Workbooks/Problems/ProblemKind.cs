using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>A kind of finding (指摘の種類). <see cref="Code"/> is stable; what stands beside it is what docs/datasets/problems.md prints.</summary>
/// <param name="Meaning">In one sentence of Japanese.</param>
public sealed record ProblemKind(string Code, Severity Severity, string Meaning)
{
    internal Finding Say(string message, string remedy) => new(this, message, remedy);
}

/// <summary>A finding that has no place yet.</summary>
internal sealed record Finding(ProblemKind Kind, string Message, string Remedy)
{
    public Problem At(string? sheet, string? cell, string? found) => new(Kind.Code, Kind.Severity, sheet, cell, found, Message, Remedy);
}

/// <summary>Every kind of finding a workbook can get.</summary>
public static class ProblemKinds
{
    public static ProblemKind NotAWorkbook { get; } = new("not-a-workbook", Severity.Error, "Excelのブックとして読み取れない。");

    public static ProblemKind Encrypted { get; } = new("encrypted", Severity.Error, "パスワードで保護されている。");

    public static ProblemKind TooLarge { get; } = new("too-large", Severity.Error, "ファイルの大きさ、行数などが上限を超えている。");

    public static ProblemKind NoKnownTable { get; } = new("no-known-table", Severity.Error, "報告の表が見つからない。");

    public static ProblemKind NothingReported { get; } = new("nothing-reported", Severity.Warning, "表に記入がなく、該当なしとも書かれていない。");

    public static ProblemKind OtherDepartment { get; } = new("other-department", Severity.Error, "別の局・区の報告である。");

    public static ProblemKind OtherYear { get; } = new("other-year", Severity.Error, "別の年度の報告である。");

    public static ProblemKind UnknownDepartment { get; } = new("unknown-department", Severity.Error, "局・区名が分からない。");

    public static ProblemKind ColumnMissing { get; } = new("column-missing", Severity.Error, "必要な列がない。");

    public static ProblemKind Required { get; } = new("required", Severity.Error, "必須の欄が空である。");

    public static ProblemKind NotInList { get; } = new("not-in-list", Severity.Error, "一覧にない値である。");

    public static ProblemKind NotANumber { get; } = new("not-a-number", Severity.Error, "数値として読み取れない。");

    public static ProblemKind NotAYear { get; } = new("not-a-year", Severity.Error, "年度又は年月として読み取れない。");

    public static ProblemKind TextTooLong { get; } = new("text-too-long", Severity.Error, "文字数が上限を超えている。");

    public static ProblemKind FormulaWithoutValue { get; } = new("formula-without-value", Severity.Error, "計算式の結果が保存されていない。");

    public static ProblemKind ErrorValue { get; } = new("error-value", Severity.Error, "計算式の結果がエラーである。");

    public static ProblemKind NumberMalformed { get; } = new("number-malformed", Severity.Error, "管理番号の形が違う、又は別の局・区の番号である。");

    public static ProblemKind NumberTwice { get; } = new("number-twice", Severity.Error, "同じ管理番号が別の内容に使われている。");

    public static ProblemKind NoteWithoutIndicator { get; } = new("note-without-indicator", Severity.Warning, "指標のない行に備考がある。");

    public static ProblemKind FigureInDoubt { get; } = new("figure-in-doubt", Severity.Warning, "文章の中の数値に、読み取れない、又は確かめるべきところがある。");

    public static EquatableList<ProblemKind> All { get; } =
    [
        NotAWorkbook, Encrypted, TooLarge, NoKnownTable, NothingReported, OtherDepartment, OtherYear, UnknownDepartment, ColumnMissing,
        Required, NotInList, NotANumber, NotAYear, TextTooLong, FormulaWithoutValue, ErrorValue, NumberMalformed, NumberTwice, NoteWithoutIndicator, FigureInDoubt,
    ];
}
