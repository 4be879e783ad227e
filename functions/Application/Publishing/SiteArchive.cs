using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>
/// Stores the site of a publication: contents first, then the manifest that references them, so that no stored manifest references a
/// missing content.
/// </summary>
public sealed class SiteArchive(ContentStore contents, ManifestStore manifests)
{
    /// <summary>Writes the contents that <paramref name="kept"/> does not list, then the manifest.</summary>
    /// <param name="run">The running publication.</param>
    /// <param name="site">The site to store.</param>
    /// <param name="kept">SHA-256 of each content that is not written, because storage has it, or is assumed to have it, undamaged.</param>
    /// <param name="cancellation">Cancellation takes effect between two writes.</param>
    public async Task SaveAsync(PublicationRun run, SiteContents site, IReadOnlySet<string> kept, CancellationToken cancellation)
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
    /// Returns what a publication stored, according to its manifest alone. Does not list storage to verify this, because that would take
    /// longer than publishing a single changed value; the nightly run lists storage and detects missing contents.
    /// </summary>
    /// <returns>Null when no publication is given, or when its manifest is missing or damaged.</returns>
    public async Task<ReusableSite?> FromManifestAsync(string? publication, CancellationToken cancellation) =>
        await ManifestAsync(publication, cancellation) is { } manifest
        ? new(manifest, manifest.Files.Values.Select(f => f.Sha256).ToHashSet(StringComparer.Ordinal), IsTrusted: true)
        : null;

    /// <summary>
    /// Lists storage, and returns every undamaged content together with the manifest of a publication. The manifest is empty when no
    /// publication is given, or when its manifest is missing or damaged.
    /// </summary>
    public async Task<ReusableSite> FromStorageAsync(string? publication, CancellationToken cancellation)
    {
        var kept = (await contents.ListAsync(cancellation)).Values.Where(c => c.IsWhole).Select(c => c.Sha256)
            .ToHashSet(StringComparer.Ordinal);
        return new(await ManifestAsync(publication, cancellation) ?? Manifest.Empty, kept, IsTrusted: false);
    }

    /// <returns>Null when no manifest is given, or when the manifest or one of its contents is missing or damaged, so that the publication
    /// cannot be restored.</returns>
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
