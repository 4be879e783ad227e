using KawasakiServerless.Application.Background;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Api.Publications;

/// <summary>
/// Starts the publications that a person requests. The request is stored first; then the publication runs in the background of this
/// process, and the response does not wait for it.
/// </summary>
public sealed class PublicationStarts(
    PublicationRequests requests, Restoration restoration, Publisher publisher, RequestedWork work)
{
    /// <summary>Starts a publication of the released years. If something prevents it, nothing starts, and the outcome says what.</summary>
    public async Task<PublicationRequestOutcome> RequestAsync(string who, CancellationToken cancellation)
    {
        var outcome = await requests.RequestAsync(who, cancellation);
        if (outcome is PublicationRequestOutcome.Requested(var publication))
            Start(publication);
        return outcome;
    }

    /// <summary>Starts to restore an earlier publication. If something prevents it, nothing starts, and the outcome says what.</summary>
    /// <param name="id">The id of the publication to restore.</param>
    /// <param name="seen">The hold that the person has seen, as <see cref="Hold.Publication"/>, empty if there was none. If null, the
    /// hold that is in force when the request begins is replaced.</param>
    /// <param name="who">The person.</param>
    /// <param name="cancellation">Cancellation takes effect between two steps.</param>
    public async Task<RestoreOutcome> RestoreAsync(string id, string? seen, string who, CancellationToken cancellation)
    {
        var outcome = seen is null
            ? await restoration.RequestAsync(id, who, cancellation)
            : await restoration.RequestSeenAsync(id, seen, who, cancellation);
        if (outcome is RestoreOutcome.Requested(var publication))
            Start(publication);
        return outcome;
    }

    private void Start(Publication requested) =>
        work.Add($"Publication {requested.Id}", stopping => publisher.RunAsync(requested, stopping));
}
