using KawasakiServerless.Application.Departments;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Publications;

/// <summary>The Japanese words with which the portal describes publications.</summary>
internal static class PublicationWords
{
    public static string Word(this Publication publication) => publication.IsCancelled() ? "取りやめました" : publication.State.Word();

    public static string? Css(this Publication publication) => publication.IsCancelled() ? null : publication.State.Css();

    private static string Word(this PublicationState state) => state switch
    {
        PublicationState.Requested => "順番待ち",
        PublicationState.Running => "公開中の作業",
        PublicationState.Live => "公開しました",
        PublicationState.Unchanged => "変更なし",
        PublicationState.Held => "保留",
        _ => "公開できませんでした",
    };

    private static string? Css(this PublicationState state) => state switch
    {
        PublicationState.Live or PublicationState.Unchanged => "done",
        PublicationState.Failed => "back",
        _ => null,
    };

    public static string Word(this PublicationStage stage) => stage switch
    {
        PublicationStage.Composing => "提出の内容をまとめています",
        PublicationStage.Rendering => "ページを作っています",
        PublicationStage.Checking => "公開前の点検をしています",
        PublicationStage.Storing => "控えを保存しています",
        PublicationStage.Writing => "公開サイトに書き込んでいます",
        PublicationStage.Repairing => "公開サイトを整えています",
        _ => "使われなくなったページを取り除いています",
    };

    /// <summary>
    /// Names a publication by the time of its request: with seconds if another publication was requested in the same minute.
    /// </summary>
    public static string TimeOf(this PublicationOverview overview, Publication publication)
    {
        var time = StaffTexts.Time(publication.RequestedAt);
        return overview.History.Any(p => p.Id != publication.Id && StaffTexts.Time(p.RequestedAt) == time)
            ? StaffTexts.Second(publication.RequestedAt)
            : time;
    }

    /// <summary>Names a publication in a list from which the coordinator chooses.</summary>
    public static string ChoiceOf(this PublicationOverview overview, Publication publication) =>
        $"{overview.TimeOf(publication)}（{TriggerWord(publication.Trigger)}"
            + $"{(publication.Manifest == overview.Live?.Manifest ? "、いまの公開サイト" : "")}）";

    /// <summary>Says when an accepted submission will be published; the end of a sentence that begins with what or where.</summary>
    public static string Words(this PublicationProspect prospect) => prospect switch
    {
        PublicationProspect.AfterRelease => "取りまとめ担当がこの年度を公開したあとに載ります。",
        PublicationProspect.AfterHold => "公開の保留が解除されたあとの公開で載ります。いまは、以前の公開に戻されています。",
        PublicationProspect.NextPublication => "次の公開（毎晩の更新）で載ります。",
    };

    public static string TriggerWord(string trigger) => trigger switch
    {
        Triggers.Request => "職員の操作",
        Triggers.Restore => "以前の公開に戻す操作",
        Triggers.Purge => "抹消",
        Triggers.Command => "コマンド",
        _ => "毎晩の更新",
    };
}
