using KawasakiServerless.Functions.Publishing;
using KawasakiServerless.Functions.SignIn;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Api;

/// <summary>A publication as staff see it.</summary>
/// <param name="State">requested, running, live, unchanged or failed.</param>
/// <param name="Seconds">How long it ran; null until it has ended.</param>
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
    string? Message)
{
    public static PublicationView Of(Publication p) => new(
        p.Id, p.State, p.Trigger, p.RequestedBy, p.RequestedAt, p.StartedAt, p.FinishedAt, (p.FinishedAt - p.StartedAt)?.TotalSeconds, p.Rendered, p.Written, p.Removed, p.Message);
}

public static class PublicationEndpoints
{
    public static async Task<IResult> RequestAsync(HttpContext context, Publisher publisher, RequestedPublications queue, CancellationToken cancellation)
    {
        var requested = await publisher.RequestAsync(Triggers.Request, context.Caller().Name, cancellation);
        queue.Add(requested);
        return Results.Accepted($"/api/publications/{requested.Id}", PublicationView.Of(requested));
    }

    public static async Task<IResult> HistoryAsync(PublicationStore publications, CancellationToken cancellation) =>
        Results.Ok((await publications.HistoryAsync(cancellation)).Select(PublicationView.Of));

    public static async Task<IResult> FindAsync(string id, PublicationStore publications, CancellationToken cancellation) =>
        PublicationStore.IsId(id) && await publications.FindAsync(id, cancellation) is { } found
            ? Results.Ok(PublicationView.Of(found))
            : ApiProblem.UnknownPublication(id);
}
