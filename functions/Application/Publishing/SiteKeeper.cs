using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>
/// Keeps what is published: contents first, then the manifest that names them, so that a manifest never promises what is not there.
/// </summary>
public sealed class SiteKeeper(ContentStore contents, ManifestStore manifests)
{
    /// <summary>Writes what is not kept yet, and what is damaged, and the manifest.</summary>
    /// <param name="run">Under way.</param>
    /// <param name="site">What is to be kept.</param>
    /// <param name="kept">What is kept already.</param>
    /// <param name="cancellation">Stops between two writes.</param>
    public async Task KeepAsync(PublicationRun run, SiteContents site, IReadOnlySet<string> kept, CancellationToken cancellation)
    {
        await run.EnterAsync(PublicationStage.Storing, cancellation);
        var missing = site.Manifest.Files.Values.DistinctBy(f => f.Sha256).Where(f => !kept.Contains(f.Sha256));
        await run.EachAsync(missing, async file =>
        {
            await contents.WriteAsync(await site.OfAsync(file, cancellation), cancellation);
            return 1;
        }, (row, _) => row, cancellation);
        await run.Lock.ConfirmAsync(cancellation);
        await manifests.SaveAsync(run.Row.Id, site.Manifest, cancellation);
    }

    /// <summary>
    /// What a publication was made of, as its manifest says: to ask storage for all that is kept takes longer than to publish one figure.
    /// The night asks.
    /// </summary>
    /// <returns>Null when its manifest is gone or damaged.</returns>
    public async Task<KeptSite?> TrustedAsync(string? publication, CancellationToken cancellation) =>
        await ManifestAsync(publication, cancellation) is { } manifest
        ? new(manifest, manifest.Files.Values.Select(f => f.Sha256).ToHashSet(StringComparer.Ordinal), IsTrusted: true)
        : null;

    /// <summary>What a publication was made of, as far as it is still whole, and all that is kept besides.</summary>
    public async Task<KeptSite> ListedAsync(string? publication, CancellationToken cancellation)
    {
        var kept = (await contents.ListAsync(cancellation)).Values.Where(c => c.IsWhole).Select(c => c.Sha256)
            .ToHashSet(StringComparer.Ordinal);
        return new(await ManifestAsync(publication, cancellation) ?? Manifest.Empty, kept, IsTrusted: false);
    }

    /// <returns>Null when the manifest or one of its contents is gone or damaged: it cannot be put back.</returns>
    public async Task<SiteContents?> FindAsync(string? manifest, CancellationToken cancellation)
    {
        if (await ManifestAsync(manifest, cancellation) is not { } found)
            return null;
        var kept = await contents.ListAsync(cancellation);
        return found.Files.Values.All(f => kept.GetValueOrDefault(f.Sha256) is { IsWhole: true }) ? SiteContents.Of(found, contents) : null;
    }

    private async Task<Manifest?> ManifestAsync(string? publication, CancellationToken cancellation) =>
        publication is null ? null : await manifests.FindAsync(publication, cancellation);
}
