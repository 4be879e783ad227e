namespace KawasakiServerless.Domain;

/// <summary>
/// The kinds of actions that the audit log records (操作の種類). Each kind has a value, which is stored, and a label, which the screens show.
/// </summary>
public static class AuditKinds
{
    public const string Approved = "report approved", SentBack = "report sent back", CommentClosed = "comment closed", Message = "message",
        Confirmed = "values confirmed", DeadlineSet = "deadline set", YearClosed = "year closed", YearReopened = "year reopened",
        YearOpened = "year opened",
        WorkbooksPublished = "workbooks published", WorkbooksWithheld = "workbooks withheld",
        RegisterSaved = "register saved", PurgeReplaced = "purge replacement";

    private const string SubmissionPrefix = "submission ";

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        [SubmissionPrefix + nameof(SubmissionState.Accepted)] = "提出（受付）",
        [SubmissionPrefix + nameof(SubmissionState.Rejected)] = "提出（誤りがあり受け付けず）",
        [SubmissionPrefix + nameof(SubmissionState.Conflict)] = "提出（ほかの提出が先に受付）",
        [SubmissionPrefix + nameof(SubmissionState.Abandoned)] = "提出（読み取れず）",
        [Approved] = "承認",
        [SentBack] = "差戻し",
        [CommentClosed] = "コメントの完了",
        [Message] = "連絡",
        [Confirmed] = "指摘の確認",
        [DeadlineSet] = "期限の変更",
        [YearClosed] = "受付の終了",
        [YearReopened] = "受付の再開",
        [YearOpened] = "年度の受付開始",
        [WorkbooksPublished] = "提出ファイルを公開する設定",
        [WorkbooksWithheld] = "提出ファイルを公開しない設定",
        [RegisterSaved] = "台帳の保存",
        ["release"] = "年度の公開",
        ["restore"] = "以前の公開に戻す",
        ["lift hold"] = "保留の解除",
        ["purge"] = "抹消",
        [PurgeReplaced] = "抹消による置き換え",
    };

    /// <summary>All kinds by which the audit log can be filtered, as a dictionary from the stored value to the label.</summary>
    public static IReadOnlyDictionary<string, string> All => Labels;

    /// <summary>
    /// Returns the label of a kind. A kind that a newer version of the app wrote has no label here; its stored value is returned instead.
    /// </summary>
    public static string Label(string kind) => Labels.GetValueOrDefault(kind, kind);

    /// <summary>Text that the screens append to the label of an action that the coordinator took on behalf of a department.</summary>
    public const string OnBehalf = "（取りまとめ担当の代行）";

    /// <summary>Returns the kind of the entry about a submission that has ended.</summary>
    public static string Of(Submission ended) => ended is { State: SubmissionState.Accepted, IsPurgeReplacement: true }
        ? PurgeReplaced
        : SubmissionPrefix + ended.State;

    public static string Of(ReviewLineKind kind) => kind switch
    {
        ReviewLineKind.Approved => Approved,
        ReviewLineKind.SentBack => SentBack,
        ReviewLineKind.CommentClosed => CommentClosed,
        ReviewLineKind.Message => Message,
        ReviewLineKind.Confirmed => Confirmed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The audit has no line for this kind."),
    };
}
