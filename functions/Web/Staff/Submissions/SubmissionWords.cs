using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Submissions;

/// <summary>The Japanese words with which the portal describes submissions.</summary>
internal static class SubmissionWords
{
    /// <param name="submission">The submission to describe.</param>
    /// <param name="counting">The id of the department's current submission; null if it has none.</param>
    public static string Word(this Submission submission, string? counting) => submission.State switch
    {
        SubmissionState.Accepted => submission.Id.Value == counting ? "いまの報告" : "以前の報告",
        SubmissionState.Rejected => "受け付けられませんでした",
        SubmissionState.Conflict => "別の提出が先に受け付けられました",
        SubmissionState.Abandoned => "読み取れませんでした",
        SubmissionState.Purged => "抹消されました",
        _ => "受け付けの処理中です",
    };

    /// <summary>
    /// Whether the submission has a file to download and to check again. A declaration that there is nothing to report (該当なし) may have
    /// been made without one, and what remains of a submission after a purge has none.
    /// </summary>
    public static bool HasFile(this Submission submission) => submission is { State: not SubmissionState.Purged, Size: > 0 };

    public static string Advice(this Submission submission) => submission.State switch
    {
        SubmissionState.Rejected => "いま公開されている内容は変わっていません。直してから、もう一度点検して提出してください。",
        SubmissionState.Conflict => "ほぼ同時に、同じ局・区から別のファイルが提出されました。内容を確かめ、必要であればもう一度点検して提出してください。",
        SubmissionState.Abandoned => "いま公開されている内容は変わっていません。ファイルを開き直して保存し、もう一度点検して提出してください。",
        SubmissionState.Purged => "報告の取りまとめ担当の操作で、内容が抹消されました。",
        SubmissionState.Accepted => "",
        _ => "しばらくしてから、この画面を開き直してください。",
    };
}
