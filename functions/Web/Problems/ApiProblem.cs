using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Problems;

/// <summary>The error responses of the app: RFC 9457 problem details in Japanese, each with a stable code.</summary>
public static class ApiProblem
{
    private const int LongestEcho = 60;

    public static IResult NotSignedIn() => Of(401, "not-signed-in", "サインインが必要です", "庁内アカウントでサインインしてから、もう一度お試しください。");

    public static IResult NotAllowed() => Of(403, "not-allowed", "この操作の権限がありません", "ご自身の局・区のアカウントでお試しください。必要な権限は、報告の取りまとめ担当にお問い合わせください。");

    public static IResult ForeignOrigin() => Of(403, "foreign-origin", "別のサイトからの操作は受け付けません", "このシステムの画面を開きなおして、もう一度お試しください。");

    public static IResult UnknownDepartment(string code) => Of(404, "unknown-department", "その局・区はありません", $"「{code}」という局・区コードは登録されていません。コードの一覧は /api/departments にあります。");

    public static IResult UnknownYear(string? year) => Of(
        404,
        "unknown-year",
        "その報告年度は受け付けていません",
        string.IsNullOrWhiteSpace(year)
            ? "報告年度が空です。year=2018 のように指定してください。"
            : $"「{year}」という報告年度は開かれていません。西暦4桁（例：2018）で指定してください。");

    public static IResult UnknownSubmission(string id) => Of(404, "unknown-submission", "その提出はありません", $"受付番号「{id}」は見つかりませんでした。番号をご確認ください。");

    public static IResult UnknownPublication(string id) => Of(404, "unknown-publication", "その公開はありません", $"公開番号「{id}」は見つかりませんでした。番号をご確認ください。");

    public static IResult NoHold() => Of(404, "no-hold", "公開は保留されていません", "以前の公開に戻したあと、保留を解除するまでの間だけ、ここに表示されます。");

    public static IResult PublicationGone(string id) =>
        Of(
            410, "publication-gone", "その公開には戻せません",
            $"公開番号「{id}」の内容は、残っていないか、公開されたことがありません。/api/publications の一覧から、別の公開を選んでください。いま公開されている内容は変わっていません。");

    public static IResult PublishingHeld(string restored) =>
        Of(
            409, "publishing-held", "公開は保留されています",
            $"以前の公開（公開番号 {restored}）に戻してあるため、新しい公開は行いません。公開を再開するには、保留を解除（POST /api/publications/release）してから、もう一度お試しください。");

    public static IResult NothingReleased() => Of(409, "nothing-released", "公開できる報告年度がありません", "どの報告年度もまだ準備中です。公開してよい年度を公開中にして（例：POST /api/years/2018/release）から、もう一度お試しください。");

    public static IResult SubmissionPurged(string id) => Of(410, "submission-purged", "その提出の内容は抹消されました", $"受付番号「{id}」の内容は、報告の取りまとめ担当の操作で抹消されました。");

    /// <summary>The response if the workbook of a submission is not stored, because it was purged or there never was one.</summary>
    public static IResult NoWorkbookOf(Submission submission) => submission switch
    {
        { State: SubmissionState.Purged } => SubmissionPurged(submission.Id.Value),
        { DeclaresNothing: true } => Of(
            404, "no-workbook", "その提出にはファイルがありません", $"受付番号「{submission.Id.Value}」は、ファイルのない「該当なし」の申告です。提出の履歴から、ファイルのある提出を選んでください。"),
        _ => UnknownSubmission(submission.Id.Value),
    };

    public static IResult UnknownPurge(string id) => Of(404, "unknown-purge", "その抹消はありません", $"抹消番号「{id}」は見つかりませんでした。番号をご確認ください。");

    public static IResult NothingToPurge() => Of(422, "nothing-to-purge", "抹消するものが分かりません", "受付番号（submission）か管理番号（record）の、どちらか一つを指定してください。例：{\"record\":\"takatsu-0003\"}");

    public static IResult NoRecordIdToPurge(string sent) =>
        Of(
            422, "no-record-id", "管理番号の形ではありません",
            $"{Echo("record", sent)}は、管理番号として読めません。局・区コードと4桁以上の番号を「-」でつないで指定してください。"
                + "例：{\"record\":\"takatsu-0003\"}、指標だけのときは {\"record\":\"takatsu-0003-2\"}");

    public static IResult NoSubmissionIdToPurge(string sent) =>
        Of(
            422, "no-submission-id", "受付番号の形ではありません",
            $"{Echo("submission", sent)}は、受付番号として読めません。提出の履歴にある番号を、そのまま指定してください。"
                + "例：{\"submission\":\"2018-takatsu-20180801T013000123-9f3ac1\"}");

    public static IResult UnknownToPurge(string what) =>
        Of(404, "unknown-to-purge", "抹消するものが見つかりません", $"「{what}」という提出も取組もありません。すでに抹消したときも、この表示になります。");

    public static IResult HeldAnew() =>
        Of(409, "held-anew", "別の公開に戻されたところです", "保留を確かめたあとに、別の公開に戻す操作がありました。保留は続いています。/api/publications/hold で内容を確かめてから、もう一度お試しください。");

    public static IResult HoldLifted() =>
        Of(409, "hold-lifted", "保留が先に解除されました", "保留を確かめたあとに、解除されました。公開サイトは変わっていません。/api/publications で内容を確かめてから、もう一度お試しください。");

    public static IResult ReleaseBlocked(FiscalYear year, IReadOnlyList<ChecklistItem> items) => Of(
        409,
        new("release-blocked", "この年度はまだ公開できません", $"{year.Label}の公開前の点検で、直すものが{items.Count}件あります。直してから、もう一度お試しください。"),
        KeyValuePair.Create<string, object?>("items", items.Select(i => new { i.Code, i.Message, i.Remedy })));

    public static IResult ReportsChanged(FiscalYear year) => Of(
        409, "reports-changed", "報告が先に変わりました",
        $"確かめたあとに、{year.Label}の報告が提出されたか、抹消されました。/api/departments?year={year.Year} で内容を確かめてから、もう一度お試しください。");

    public static IResult UnknownPath() => Of(404, "unknown-path", "そのアドレスはありません", "アドレスをご確認ください。");

    public static IResult BrokenRequest() =>
        Of(400, "bad-request", "送信が途中で途切れました", "通信が切れたか、送信の形式が正しくないため、最後まで受け取れませんでした。まだ何も受け付けていません。通信の状態を確かめて、もう一度送信してください。");

    public static IResult BrokenForm() =>
        Of(
            400, "bad-request", "フォームの形式が正しくありません",
            "送信されたフォーム（multipart/form-data）を読み取れませんでした。まだ何も受け付けていません。もう一度送信してください。例：curl -F workbook=@ファイル.xlsx");

    public static IResult MalformedJson() => Of(400, "bad-request", "JSONの形式が正しくありません", "送信された本文をJSONとして読み取れませんでした。まだ何も受け付けていません。引用符や括弧を確かめて、もう一度送信してください。");

    public static IResult TooSlow() =>
        Of(408, "too-slow", "送信に時間がかかりすぎました", "通信が遅いか止まったため、最後まで受け取れませんでした。まだ何も受け付けていません。通信の状態を確かめて、もう一度送信してください。");

    public static IResult NotSupported() => Of(405, "method-not-allowed", "その操作は受け付けていません", "操作の種類（GET、POST）をご確認ください。");

    public static IResult Conflict(string? winner) =>
        Of(409, "conflict", "ほかの提出が先に受け付けられました", $"ほぼ同時に、同じ局・区から別のワークブック（受付番号 {winner}）が受け付けられました。内容を確認し、必要であればもう一度提出してください。");

    public static IResult YearClosed(FiscalYear year) =>
        Of(409, "year-closed", "受付は終了しました", $"{year.Label}の報告の受付は終了しています。まだ提出したいものがあるときは、報告の取りまとめ担当にお問い合わせください。");

    public static IResult TooLarge(int limitMebibytes) =>
        Of(413, "too-large", "ファイルが大きすぎます", $"{limitMebibytes} MiBまでのファイルを受け付けます。画像や不要なシートを取り除いてから、もう一度提出してください。");

    public static IResult FormTooLarge() => Of(413, "form-too-large", "入力が長すぎます", "入力された文章が長すぎるため、この操作は行いませんでした。文章を控えてから前の画面に戻り、短くしてもう一度送信してください。");

    public static IResult NoWorkbook() => Of(415, "not-a-workbook", "Excelのファイルではありません", "Excelブック（.xlsx）を、本文そのまま、またはフォームのファイルとして送ってください。");

    public static IResult NoContent() => Of(422, "no-content", "ファイルが空です", "Excelブック（.xlsx）を選んでから、もう一度提出してください。");

    public static IResult SeveralFiles() =>
        Of(422, "several-files", "ファイルが2つ以上あります", "一度に提出できるワークブックは一つです。どのファイルもまだ受け付けていません。一つずつ提出してください。");

    public static IResult Rejected(string submission, IReadOnlyList<Problem> problems) => Of(
        422,
        new ProblemText(
            "rejected", "ワークブックに直していただきたいところがあります",
            $"誤りが{problems.Count(p => p.Severity == Severity.Error)}件あります。直してから、もう一度提出してください。いま公開されている内容は変わっていません。"),
        new("submission", submission),
        new("problems", problems));

    /// <param name="what">A Japanese sentence about who did what in the meantime, and what to do now.</param>
    public static IResult Overtaken(string what) => Of(409, "overtaken", "ほかの方の操作が先に行われました", what);

    /// <param name="what">A Japanese sentence about what is wrong, and where to correct it.</param>
    public static IResult RegisterNotValid(string what) => Of(422, "register-not-valid", "先に台帳を直してください", what);

    public static IResult UnknownRegisterVersion() =>
        Of(404, "unknown-register-version", "その版の台帳はありません", "この年度の台帳の版ではありません。台帳の画面の「版」から選んでください。");

    public static IResult NothingToEdit() => Of(404, "nothing-to-edit", "その局・区は台帳にありません", "改編されたか、アドレスが違います。台帳の画面から、もう一度お選びください。");

    public static IResult NoDate() => Of(422, "no-date", "日付の形ではありません", "期限は、2018-07-31 のように西暦の年月日で入れてください。");

    public static IResult UnknownCheck() =>
        Of(404, "unknown-check", "その点検の結果は残っていません", "点検の結果は24時間で消えます。まだ提出していない場合は、ブックをもう一度取り込んで点検してください。提出したものは、提出の履歴にあります。");

    public static IResult StaleForm() =>
        Of(400, "stale-form", "もう一度、画面を開いてから操作してください", "画面を開いてから時間がたったか、その間にサインインし直したため、この操作は行いませんでした。前の画面を開きなおして、もう一度操作してください。");

    public static IResult TooMany(TimeSpan after) => new RetryLater(
        Of(
            429, "too-many", "短い間に操作が重なっています",
            $"続けて操作できる回数を超えたため、この操作は行いませんでした。{Math.Max(1, (int)Math.Ceiling(after.TotalMinutes))}分ほどしてから、もう一度操作してください。"),
        after);

    public static IResult Failure() => Of(500, "failure", "処理できませんでした", "時間をおいて、もう一度お試しください。続く場合は、報告の取りまとめ担当にお知らせください。");

    public static IResult StorageUnavailable() => Of(503, "storage-unavailable", "保存先に接続できません", "時間をおいて、もう一度お試しください。受け付け済みの提出は失われていません。");

    public static IResult Busy() => BusyFor("ただいま、提出がほかにも届いています。30秒ほどしてから、もう一度提出してください。");

    public static IResult ReportBusy() => BusyFor("ただいま、ほかの提出を読み取っています。30秒ほどしてから、もう一度開いてください。");

    public static IResult MarkingTooLong() => Of(
        503, "marking-too-long", "印の付いたブックを作れませんでした",
        "ブックが大きいか複雑なため、1分以内に印を付けられませんでした。指摘は、点検や提出の画面の一覧で確かめられます。不要なシートや書式を取り除いてから取り込み直すと、作れることがあります。");

    private static RetryLater BusyFor(string detail) => new(Of(503, "busy", "混み合っています", detail), TimeSpan.FromSeconds(30));

    public static IResult StorageNotWritable() =>
        Of(503, "storage-not-writable", "保存先に書き込めません", "提出を受け付けられない状態です。時間をおいて、もう一度お試しください。受け付け済みの提出は失われていません。");

    /// <summary>The response to those who are not signed in: it does not say when the last nightly run was or what to look at.</summary>
    public static IResult NightOverdue() => NightOverdue("まもなく自動でやり直します。公開サイトは、前回の内容のままです。");

    public static IResult NightOverdue(DateTimeOffset? lastNight) => NightOverdue(
        (lastNight is { } last ? $"最後に行われたのは{last.InJapan():M月d日 H時mm分}です。" : "最初の公開のあと、まだ一度も行われていません。")
            + "まもなく自動でやり直します。続く場合は、関数アプリのタイマー（NightlyPublish）が動いているか確かめてください。");

    private static ProblemAnswer NightOverdue(string detail) => Of(503, "night-overdue", "夜間の更新が行われていません", detail);

    // Repeats the submitted value if it is short and contains only plain characters; otherwise returns only the name of the JSON property.
    private static string Echo(string member, string sent) =>
        sent.Length <= LongestEcho && PlainCharacters.Of(sent) == sent ? $"「{sent}」" : $"指定された {member} ";

    private static ProblemAnswer Of(int status, string code, string title, string detail) => Of(status, new(code, title, detail));

    private static ProblemAnswer Of(int status, ProblemText text, params IEnumerable<KeyValuePair<string, object?>> data) => new(
        TypedResults.Problem(
            text.Detail, statusCode: status, title: text.Title, type: $"urn:kawasaki-serverless:problem:{text.Code}",
            extensions: [.. data, new("code", text.Code)]));

    /// <param name="Code">The stable code of the problem, such as unknown-year.</param>
    /// <param name="Title">The kind of problem, in Japanese.</param>
    /// <param name="Detail">What is wrong in this request and what to do, as Japanese sentences.</param>
    private sealed record ProblemText(string Code, string Title, string Detail);
}
