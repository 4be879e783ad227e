using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Purges;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Purges;

/// <summary>A purge as shown to the coordinator.</summary>
/// <param name="State">requested or done.</param>
public sealed record PurgeView(
    string Id, PurgeState State, string What, string Who, DateTimeOffset RequestedAt, DateTimeOffset? FinishedAt, string? Message)
{
    public static PurgeView Of(Purge p) => new(p.Id, p.State, p.What, p.Who, p.RequestedAt, p.FinishedAt, p.Message);
}

public static class PurgeEndpoints
{
    public static async Task<IResult> RequestAsync(
        HttpContext context, PurgeStarts purges, CancellationToken cancellation) =>
        await PurgeRequest.ReadAsync(context.Request, cancellation) switch
        {
            PurgeRequest.Of(var what) => await purges.RequestAsync(what, context.Caller().Name, cancellation) is { } purge
                ? Results.Accepted($"/api/purges/{purge.Id}", PurgeView.Of(purge))
                : ApiProblem.UnknownToPurge(what),
            PurgeRequest.NoSubmissionId other => ApiProblem.NoSubmissionIdToPurge(other.Sent),
            PurgeRequest.NoRecordId other => ApiProblem.NoRecordIdToPurge(other.Sent),
            PurgeRequest.Malformed => ApiProblem.MalformedJson(),
            _ => ApiProblem.NothingToPurge(),
        };

    public static async Task<IResult> FindAsync(string id, PurgeStore purges, CancellationToken cancellation) =>
        await purges.FindAsync(id, cancellation) is { } purge ? Results.Ok(PurgeView.Of(purge)) : ApiProblem.UnknownPurge(id);
}
