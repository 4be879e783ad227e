using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>Reads which years and submissions the live site contains.</summary>
public sealed class LiveYears(PublicationStore publications, ManifestStore manifests)
{
    // The years of the last manifest that was read. A manifest contains an entry for each file of the site, so reading it takes time; once
    // it is live, it does not change.
    private Known? last;

    /// <returns>The years, each with its submissions; empty if the site was never published or its manifest is missing or
    /// damaged.</returns>
    public async Task<EquatableList<PublishedYear>> FindAsync(CancellationToken cancellation)
    {
        var history = await publications.HistoryAsync(cancellation);
        if (history.LiveManifests().FirstOrDefault() is not { } live)
            return [];
        if (last is { } known && known.Manifest == live)
            return known.Years;
        if (await manifests.FindAsync(live, cancellation) is not { } manifest)
            return [];
        last = new(live, manifest.Years);
        return manifest.Years;
    }

    private sealed record Known(string Manifest, EquatableList<PublishedYear> Years);
}
