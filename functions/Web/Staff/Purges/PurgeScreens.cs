using KawasakiServerless.Application.Purging;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Api.Purges;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Purges;

/// <param name="Purges">All purges, newest first.</param>
/// <param name="Typed">The id that the person typed; empty when the form is shown for the first time.</param>
/// <param name="Fault">What is wrong with the typed id, as a Japanese sentence; null if nothing is.</param>
public sealed record PurgeListView(IReadOnlyList<Purge> Purges, string Typed = "", string? Fault = null);

/// <param name="Purge">The purge that the screen is about.</param>
/// <param name="Returned">The report that the purge brought back; null if there is none.</param>
public sealed record PurgeView(Purge Purge, ReturnedReport? Returned);

/// <summary>The screens for deleting personal data (個人情報の抹消): a preview of what a purge will remove, then its progress.</summary>
internal static class PurgeScreens
{
    public const string Folder = "/staff/purges";

    /// <summary>The address of the screen with what the purge of a submission or record would remove.</summary>
    public static string PlanOf(string what) => $"{Folder}/plan?what={Uri.EscapeDataString(what)}";

    public static void MapPurges(this IEndpointRouteBuilder staff)
    {
        staff.MapPage("/purges", ListAsync).For(Access.Coordinator);
        staff.MapForm("/purges", PurgeAsync).For(Access.Coordinator).RequireRateLimiting(RateLimits.Publish);
        staff.MapPage("/purges/plan", PlanAsync).For(Access.Coordinator);
        staff.MapPage("/purges/{id}", ShowAsync).For(Access.Coordinator);
    }

    private static async Task<IResult> ListAsync(Purger purger, CancellationToken cancellation) =>
        StaffPage.Of<PurgeListPage>(new PurgeListView(await purger.HistoryAsync(cancellation)));

    private static async Task<IResult> PlanAsync(string? what, PurgePlanner planner, Purger purger, CancellationToken cancellation)
    {
        var typed = (what ?? "").Trim();
        if (PurgeRequest.OfTyped(typed) is not PurgeRequest.Of(var meant))
            return await RefuseAsync(typed, "受付番号か管理番号の形ではありません。提出の履歴にある受付番号か、公開サイトにある管理番号を、そのまま入れてください。", purger, cancellation);
        return await planner.PlanAsync(meant, cancellation) is { } plan
            ? StaffPage.Of<PurgePlanPage>(plan)
            : await RefuseAsync(typed, "その番号の提出も取組も見つかりません。すでに抹消したときも、この表示になります。", purger, cancellation);
    }

    private static async Task<IResult> RefuseAsync(string typed, string fault, Purger purger, CancellationToken cancellation) =>
        StaffPage.Of<PurgeListPage>(
            new PurgeListView(await purger.HistoryAsync(cancellation), typed, fault), StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> PurgeAsync(HttpContext context, PurgeStarts purges, CancellationToken cancellation)
    {
        if (PurgeRequest.OfTyped(context.Request.Form["what"].ToString()) is not PurgeRequest.Of(var what))
            return ApiProblem.NothingToPurge();
        return await purges.RequestAsync(what, context.Caller().Name, cancellation) is { } purge
            ? StaffPage.GoTo($"{Folder}/{purge.Id}")
            : ApiProblem.UnknownToPurge(what);
    }

    private static async Task<IResult> ShowAsync(string id, Purger purger, PurgePlanner planner, CancellationToken cancellation) =>
        await purger.FindAsync(id, cancellation) is { } purge
            ? StaffPage.Of<PurgePage>(new PurgeView(purge, await planner.ReturnedAsync(purge, cancellation)))
            : ApiProblem.UnknownPurge(id);
}
