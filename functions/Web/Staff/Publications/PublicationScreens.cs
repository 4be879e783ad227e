using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Api.Publications;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Publications;

/// <param name="Overview">All publications, and the hold that blocks new ones, if any.</param>
public sealed record PublicationListView(PublicationOverview Overview);

/// <param name="Overview">All publications, and the hold that blocks new ones, if any.</param>
/// <param name="Publication">The publication that the screen is about.</param>
public sealed record PublicationScreenView(PublicationOverview Overview, Publication Publication);

/// <param name="Overview">All publications, and the hold that blocks new ones, if any.</param>
/// <param name="Before">The publication that counts as the old state; null for the publication that is live now.</param>
/// <param name="After">The publication that counts as the new state; null for the publication that is live now.</param>
/// <param name="Difference">The difference; null when one of the publications does not exist or refers to no manifest, or when its manifest
/// is missing or damaged.</param>
/// <param name="Restores">The publication that the form on the screen restores; null if the screen has no form.</param>
public sealed record PublicationDifferenceView(
    PublicationOverview Overview, Publication? Before, Publication? After, PublicationDifference? Difference, Publication? Restores);

/// <summary>
/// The screens for publishing (公開): requesting a publication, its progress, the history, and restoring an earlier publication.
/// </summary>
internal static class PublicationScreens
{
    public const string Folder = "/staff/publications";

    /// <summary>The name of the form field with the id of the publication that set the displayed hold.</summary>
    public const string HoldField = "hold";

    public static void MapPublications(this IEndpointRouteBuilder staff)
    {
        staff.MapPage("/publications", ListAsync).For(Access.Coordinator);
        staff.MapForm("/publications", PublishAsync).For(Access.Coordinator).RequireRateLimiting(RateLimits.Publish);
        staff.MapForm("/publications/lift", LiftAsync).For(Access.Coordinator);
        staff.MapPage("/publications/difference", CompareAsync).For(Access.Coordinator);
        staff.MapPage("/publications/{id}", ShowAsync).For(Access.Coordinator);
        staff.MapPage("/publications/{id}/restore", AskToRestoreAsync).For(Access.Coordinator);
        staff.MapForm("/publications/{id}/restore", RestoreAsync).For(Access.Coordinator).RequireRateLimiting(RateLimits.Publish);
    }

    public static string PathOf(Publication publication) => $"{Folder}/{publication.Id}";

    private static async Task<IResult> ListAsync(PublicationOverviews overviews, CancellationToken cancellation) =>
        StaffPage.Of<PublicationListPage>(new PublicationListView(await overviews.ReadAsync(cancellation)));

    private static async Task<IResult> ShowAsync(string id, PublicationOverviews overviews, CancellationToken cancellation)
    {
        var overview = await overviews.ReadAsync(cancellation);
        return overview.Find(id) is { } publication
            ? StaffPage.Of<PublicationScreenPage>(new PublicationScreenView(overview, publication))
            : ApiProblem.UnknownPublication(id);
    }

    private static async Task<IResult> PublishAsync(
        HttpContext context, PublicationStarts publications, CancellationToken cancellation) =>
        await publications.RequestAsync(context.Caller().Name, cancellation) switch
        {
            PublicationRequestOutcome.Requested requested => StaffPage.GoTo(PathOf(requested.Publication)),
            PublicationRequestOutcome.Held held => ApiProblem.PublishingHeld(held.Hold.Restored),
            _ => ApiProblem.NothingReleased(),
        };

    private static async Task<IResult> LiftAsync(HttpContext context, Restoration restoration, CancellationToken cancellation) =>
        await restoration.LiftSeenAsync(context.Request.Form[HoldField].ToString(), context.Caller().Name, cancellation)
            ? StaffPage.Done(Folder, "lifted")
            : ApiProblem.HeldAnew();

    private static async Task<IResult> CompareAsync(
        HttpContext context, PublicationOverviews overviews, PublicationDifferences differences, CancellationToken cancellation)
    {
        var (before, after) = (IdOf(context.Request.Query["before"]), IdOf(context.Request.Query["after"]));
        var overview = await overviews.ReadAsync(cancellation);
        var difference = await differences.BetweenAsync(before, after, cancellation);
        return StaffPage.Of<PublicationDifferencePage>(
            new PublicationDifferenceView(overview, Find(overview, before), Find(overview, after), difference, null));
    }

    private static async Task<IResult> AskToRestoreAsync(
        string id, PublicationOverviews overviews, PublicationDifferences differences, CancellationToken cancellation)
    {
        var overview = await overviews.ReadAsync(cancellation);
        if (overview.Find(id) is not { } earlier)
            return ApiProblem.UnknownPublication(id);
        return overview.CanBeRestored(earlier) && await differences.BetweenAsync(null, id, cancellation) is { } difference
            ? StaffPage.Of<PublicationDifferencePage>(
                new PublicationDifferenceView(overview, null, earlier, difference, earlier))
            : ApiProblem.PublicationGone(id);
    }

    private static async Task<IResult> RestoreAsync(
        string id, HttpContext context, PublicationStarts publications, CancellationToken cancellation) =>
        await publications.RestoreAsync(
            id, context.Request.Form[HoldField].ToString(), context.Caller().Name, cancellation) switch
        {
            RestoreOutcome.Requested requested => StaffPage.GoTo(PathOf(requested.Publication)),
            RestoreOutcome.Gone => ApiProblem.PublicationGone(id),
            // The form was sent twice.
            RestoreOutcome.Overtaken({ } now) when now.Restored == id => StaffPage.GoTo($"{Folder}/{now.Publication}"),
            RestoreOutcome.Overtaken(var now) => OvertakenBy(now),
            _ => ApiProblem.UnknownPublication(id),
        };

    // Another person restored a publication or lifted the hold since the screen was opened.
    private static IResult OvertakenBy(Hold? now) => ApiProblem.Overtaken(
        (now is null ? "保留が先に解除されました。" : $"{now.Who}さんが、先に別の公開に戻しました。") + "公開の画面で内容を確かめてから、もう一度お試しください。");

    private static string? IdOf(string? sent) => string.IsNullOrEmpty(sent) ? null : sent;

    private static Publication? Find(PublicationOverview overview, string? id) =>
        id is null ? overview.Live : overview.Find(id);
}
