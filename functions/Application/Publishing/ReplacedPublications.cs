using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Publishing;

/// <summary>
/// Ends publications whose process crashed after their site was live, and whose site a later publication has replaced since. They must not
/// run again: that would show their old site again or repeat their entry in the change history.
/// </summary>
public sealed class ReplacedPublications(ChangeHistory history, SiteArchive archive)
{
    /// <summary>
    /// Returns the end of a publication that must not run again. To be called before the publication's start time is updated.
    /// </summary>
    /// <returns>Null when the publication may run.</returns>
    public async Task<PublicationEnd?> FindEndAsync(PublicationRun run, CancellationToken cancellation)
    {
        if (!run.Situation.IsBegunAgain
            || !PublicationDecisions.IsReplaced(run.Situation, await history.NumberedAsync(cancellation)))
            return null;
        var manifest = run.Row.Manifest ?? run.Row.Id;
        var site = await archive.FromManifestAsync(manifest, cancellation);
        return new PublicationEnd.Reached(PublicationDecisions.Replaced(run.Row, manifest, site?.Manifest.Fingerprint));
    }
}
