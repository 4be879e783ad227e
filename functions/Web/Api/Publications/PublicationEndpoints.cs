using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Publications;

/// <summary>A publication as shown to staff.</summary>
/// <param name="State">requested, running, live, unchanged, held or failed.</param>
/// <param name="Seconds">The duration of the publication; null until it has ended.</param>
/// <param name="Stage">composing, rendering, checking, storing, writing, repairing or removing; null before the publication starts and
/// after it has ended.</param>
/// <param name="Restores">The id of the publication that this one restores; null for a publication of new content.</param>
/// <param name="Hold">The hold that this publication set, if that hold still blocks new publications; otherwise null.</param>
public sealed record PublicationView(
    string Id,
    PublicationState State,
    string Trigger,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    double? Seconds,
    int Rendered,
    int Written,
    int Removed,
    string? Message,
    PublicationStage? Stage,
    string? Restores,
    HoldView? Hold)
{
    public static PublicationView Of(Publication p, Hold? hold) => new(
        p.Id, p.State, p.Trigger, p.RequestedBy, p.RequestedAt, p.StartedAt, p.FinishedAt, (p.FinishedAt - p.StartedAt)?.TotalSeconds,
        p.Rendered, p.Written, p.Removed, p.Message,
        p.Stage, p.Restores, hold?.Publication == p.Id ? HoldView.Of(hold) : null);
}

/// <summary>A hold as shown to staff: after a restore, it blocks new publications until the coordinator lifts it.</summary>
/// <param name="Publication">The id of the publication that set the hold.</param>
/// <param name="Restored">The id of the publication that was restored.</param>
public sealed record HoldView(string Publication, string Restored, string Who, DateTimeOffset Since)
{
    public static HoldView Of(Hold hold) => new(hold.Publication, hold.Restored, hold.Who, hold.Since);
}

public static class PublicationEndpoints
{
    public static async Task<IResult> RequestAsync(
        HttpContext context, PublicationStarts publications, CancellationToken cancellation) =>
        await publications.RequestAsync(context.Caller().Name, cancellation) switch
        {
            PublicationRequestOutcome.Requested requested => Accepted(requested.Publication),
            PublicationRequestOutcome.Held held => ApiProblem.PublishingHeld(held.Hold.Restored),
            _ => ApiProblem.NothingReleased(),
        };

    /// <param name="id">The id of the publication to restore.</param>
    /// <param name="hold">The <see cref="HoldView.Publication"/> of the hold that the caller has seen, empty if there was none. If another
    /// hold is in force now, nothing is restored. If null, nothing is restored only if the hold changes during the request.</param>
    /// <param name="context">The context of the request.</param>
    /// <param name="publications">Starts the restore.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public static async Task<IResult> RestoreAsync(
        string id, string? hold, HttpContext context, PublicationStarts publications, CancellationToken cancellation) =>
        await publications.RestoreAsync(id, hold, context.Caller().Name, cancellation) switch
        {
            RestoreOutcome.Requested requested => Accepted(requested.Publication),
            RestoreOutcome.Gone => ApiProblem.PublicationGone(id),
            RestoreOutcome.Overtaken(null) => ApiProblem.HoldLifted(),
            RestoreOutcome.Overtaken => ApiProblem.HeldAnew(),
            _ => ApiProblem.UnknownPublication(id),
        };

    public static async Task<IResult> HoldAsync(HoldStore holds, CancellationToken cancellation) =>
        await holds.FindAsync(cancellation) is { } hold ? Results.Ok(HoldView.Of(hold)) : ApiProblem.NoHold();

    /// <param name="hold">The <see cref="HoldView.Publication"/> of the hold that the caller has seen; a different hold is not lifted. If
    /// null, the hold in force is lifted, whichever it is. An empty value matches no hold.</param>
    /// <param name="context">The context of the request.</param>
    /// <param name="restoration">Lifts the hold.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public static async Task<IResult> LiftAsync(
        string? hold, HttpContext context, Restoration restoration, CancellationToken cancellation)
    {
        var who = context.Caller().Name;
        var isLifted = hold is null
            ? await restoration.LiftAsync(who, cancellation)
            : await restoration.LiftSeenAsync(hold, who, cancellation);
        return isLifted ? Results.NoContent() : ApiProblem.HeldAnew();
    }

    public static async Task<IResult> HistoryAsync(PublicationStore publications, HoldStore holds, CancellationToken cancellation)
    {
        var hold = await holds.FindAsync(cancellation);
        return Results.Ok((await publications.HistoryAsync(cancellation)).Select(p => PublicationView.Of(p, hold)));
    }

    public static async Task<IResult> FindAsync(
        string id, PublicationStore publications, HoldStore holds, CancellationToken cancellation) =>
        PublicationStore.IsId(id) && await publications.FindAsync(id, cancellation) is { } found
            ? Results.Ok(PublicationView.Of(found, await holds.FindAsync(cancellation)))
            : ApiProblem.UnknownPublication(id);

    private static IResult Accepted(Publication requested) =>
        Results.Accepted($"/api/publications/{requested.Id}", PublicationView.Of(requested, hold: null));
}
