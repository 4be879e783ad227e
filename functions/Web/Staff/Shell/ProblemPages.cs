using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.Staff.Forms;
using Microsoft.AspNetCore.Mvc;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>Renders every rejection and failure in the portal as a page that explains what to do.</summary>
internal static class ProblemPages
{
    private static readonly PathString Portal = "/staff";

    // Texts for the portal that replace those of the API, which mention addresses and parameters that a person in the portal does not see.
    private static readonly Dictionary<string, (string Title, string Detail)> Words = new(StringComparer.Ordinal)
    {
        ["not-signed-in"] = ("サインインが必要です", "職員用の画面です。庁内アカウントでサインインすると、開こうとした画面に進みます。"),
        ["not-allowed"] = ("この画面を開く権限がありません", "ご担当でない局・区の画面か、取りまとめ担当だけの画面です。お心当たりのある場合は、必要な権限を報告の取りまとめ担当にお問い合わせください。"),
        ["unknown-path"] = ("お探しの画面は見つかりません", "アドレスが変わったか、途中で切れているかもしれません。ホームからもう一度お探しください。"),
        ["unknown-year"] = ("その報告年度はまだありません", "開かれていない報告年度のアドレスです。ホームから、受け付けている報告年度を開いてください。"),
        ["unknown-department"] = ("その局・区はありません", "この報告年度の台帳にない局・区です。ホームからもう一度お探しください。"),
        ["unknown-submission"] = ("その提出は見つかりません", "受付番号をご確認ください。提出の履歴から開くこともできます。"),
        ["held-anew"] = ("別の公開に戻されたところです", "画面を開いたあとに、別の公開に戻す操作がありました。保留は続いています。公開の画面で内容を確かめてから、もう一度お試しください。"),
        ["publication-gone"] = ("その公開には戻せません", "いまの公開サイトと同じ内容か、内容が残っていません。公開の履歴から、別の公開を選んでください。公開サイトは変わっていません。"),
        ["publishing-held"] = ("公開は保留されています", "以前の公開に戻してあるため、新しい内容は公開しませんでした。公開するときは、「公開」の画面で「保留を解除する」を押してから、もう一度お試しください。"),
        ["nothing-released"] = ("公開できる報告年度がありません", "どの報告年度もまだ準備中です。「年度」の画面の「公開前の点検へ進む」から年度を公開したあとで、もう一度お試しください。"),
        ["nothing-to-purge"] = ("抹消するものが分かりません", "まだ何も抹消していません。「抹消」の画面で、受付番号か管理番号を入れてください。"),
        ["unknown-to-purge"] = ("抹消するものが見つかりません", "その番号の提出も取組も見つかりません。すでに抹消したときも、この表示になります。"),
        ["bad-request"] = ("送信が途中で途切れました", "通信が切れたため、最後まで受け取れませんでした。まだ何も受け付けていません。通信の状態を確かめて、もう一度送信してください。"),
        ["too-large"] = ("ファイルが大きすぎます", $"{Upload.LimitMebibytes}MBまでのファイルを受け付けます。まだ何も受け付けていません。画像や不要なシートを取り除いてから、もう一度選んでください。"),
        ["busy"] = ("混み合っています", "ただいま、ほかのブックを読み取っています。30秒ほどしてから、もう一度お試しください。"),
        ["no-content"] = ("ファイルが選ばれていないか、空です", "Excelブック（.xlsx）を選んでから、もう一度押してください。"),
        ["failure"] = ("処理できませんでした", "時間をおいて、もう一度お試しください。続く場合は、この画面の時刻を添えて、報告の取りまとめ担当にお知らせください。"),
    };

    private static readonly (string, string) SessionOver = (
        "サインインの時間が切れました", "送った内容は、まだ何も受け付けていません。もう一度サインインしてから、同じ操作をしてください。");

    public static void UseProblemPages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Portal, StringComparison.OrdinalIgnoreCase))
            context.Features.Set<ProblemWriter>(WriteAsync);
        return next(context);
    });

    // Whoever submits a form was signed in when the form was shown. If the person is not signed in any more, the session has expired, and
    // the text says so.
    private static (string Title, string Detail)? WordsOf(HttpContext context, string code) =>
        code == "not-signed-in" && HttpMethods.IsPost(context.Request.Method)
            ? SessionOver
            : Words.TryGetValue(code, out var words)
            ? words
            : null;

    private static async Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        context.Features.Set(await FormChecks.UnsentTextsAsync(context));
        var code = problem.Extensions.TryGetValue("code", out var found) ? found as string ?? "" : "";
        var (title, detail) = WordsOf(context, code) ?? (problem.Title ?? "", problem.Detail ?? "");
        var status = problem.Status ?? StatusCodes.Status500InternalServerError;
        await StaffPage.Of<ProblemPage>(new ProblemView(code, title, detail), status).ExecuteAsync(context);
    }
}

/// <summary>The text of an error page: why the request failed, and what to do.</summary>
public sealed record ProblemView(string Code, string Title, string Detail)
{
    public bool AsksToSignIn => Code == "not-signed-in";
}
