namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>
/// Messages about what a form has done, shown on the following screen: first in its title, which screen readers announce, and then above
/// its heading. The address contains only the name of the message, never its text.
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
    };

    /// <summary>Null when the address names no message or an unknown one.</summary>
    public static string? Of(HttpContext context) => Words.GetValueOrDefault(context.Request.Query[Field].ToString());

    /// <summary>The name of the message for a department's form: the last segment of the form's address.</summary>
    public static string NameOf(HttpContext form) => form.Request.Path.Value!.Split('/')[^1];
}
