using KawasakiServerless.Application.Background;
using KawasakiServerless.Application.Purging;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Api.Purges;

/// <summary>
/// Starts the purges that the coordinator requests. The request is stored first; then the purge runs in the background of this process,
/// and the response does not wait for it.
/// </summary>
public sealed class PurgeStarts(Purger purger, RequestedWork work)
{
    /// <param name="what">The id of a submission, or the record id (管理番号) of a record.</param>
    /// <param name="who">The name of the coordinator.</param>
    /// <param name="cancellation">Cancels only the steps until the request is stored. A stored purge runs even if the client
    /// disconnects.</param>
    /// <returns>Null when no such submission or record exists, or when it is already purged.</returns>
    public async Task<Purge?> RequestAsync(string what, string who, CancellationToken cancellation)
    {
        if (await purger.RequestAsync(what, who, cancellation) is not { } purge)
            return null;
        work.Add($"Purge {purge.Id}", stopping => purger.RunSoonAsync(purge, stopping));
        return purge;
    }
}
