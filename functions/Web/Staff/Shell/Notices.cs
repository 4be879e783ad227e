namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>
/// Messages about the result of a form, shown on the screen to which the form redirects: first in the title, which screen readers announce,
/// then above the heading. The query string contains only the name of the message, not its text, so that a link cannot show an arbitrary
/// text.
/// </summary>
internal static class Notices
{
    public const string Field = "done";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["deadline"] = "期限を保存しました",
        ["closed"] = "受付を終わりました",
        ["reopened"] = "受付を再開しました",
        ["workbooks-published"] = "提出ファイルを公開する設定にしました。公開サイトには、次の公開から載ります",
        ["workbooks-withheld"] = "提出ファイルを公開しない設定にしました。公開サイトからは、次の公開でなくなります",
        ["opened"] = "次の年度の受付を始めました",
        ["released"] = "公開する年度に加えました。公開サイトには、次の公開から載ります",
        ["lifted"] = "保留を解除しました。次の公開から、新しい内容が載ります",
        ["approve"] = "承認しました",
        ["send-back"] = "差し戻しました",
        ["message"] = "連絡を送りました",
        ["close"] = "コメントを完了にしました",
        ["nothing"] = "「該当なし」として届け出ました",
        ["confirm"] = "確認を記録しました",
        ["withdraw"] = "理由を公開しないことにしました",
    };

    /// <summary>Returns the message that the query string names; null if it names none or an unknown one.</summary>
    public static string? Of(HttpContext context) => Words.GetValueOrDefault(context.Request.Query[Field].ToString());

    /// <summary>Returns the name of the message for a department's form, which is the last segment of the form's address.</summary>
    public static string NameOf(HttpContext form) => form.Request.Path.Value!.Split('/')[^1];
}
