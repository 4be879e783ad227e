using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>Keeps what is published: contents first, then the manifest that names them, so that a manifest never promises what is not there.</summary>
public sealed class SiteKeeper(ContentStore contents, ManifestStore manifests)
{
    /// <summary>Writes what is not kept yet, and what is damaged, and the manifest.</summary>
    /// <param name="run">Under way.</param>
    /// <param name="site">What is to be kept.</param>
    /// <param name="kept">What is kept already, as listed under this lock.</param>
    /// <param name="cancellation">Stops between two writes.</param>
    public async Task KeepAsync(PublicationRun run, SiteContents site, IReadOnlyDictionary<string, StoredContent> kept, CancellationToken cancellation)
    {
        await run.EnterAsync(PublicationStage.Storing, cancellation);
        var missing = site.Manifest.Files.Values.DistinctBy(f => f.Sha256).Where(f => kept.GetValueOrDefault(f.Sha256) is not { IsWhole: true });
        await run.EachAsync(missing, async file =>
        {
            await contents.WriteAsync(await site.OfAsync(file, cancellation), kept.GetValueOrDefault(file.Sha256), cancellation);
            return 1;
        }, (row, _) => row, cancellation);
        run.Lock.EnsureHeld();
        await manifests.SaveAsync(run.Row.Id, site.Manifest, cancellation);
    }

    /// <summary>Everything that is kept, and which of it the manifests name, the newest first that is whole.</summary>
    public async Task<KeptSite> EarlierAsync(IEnumerable<string> manifestsNewestFirst, CancellationToken cancellation)
    {
        var kept = await contents.ListAsync(cancellation);
        foreach (var id in manifestsNewestFirst)
        {
            if (await manifests.FindAsync(id, cancellation) is { } manifest)
                return new(manifest, kept);
        }

        return new(Manifest.Empty, kept);
    }

    /// <returns>Null when the manifest or one of its contents is gone or damaged: it cannot be put back.</returns>
    public async Task<SiteContents?> FindAsync(string? manifest, CancellationToken cancellation)
    {
        if (manifest is null || await manifests.FindAsync(manifest, cancellation) is not { } found)
            return null;
        var kept = await contents.ListAsync(cancellation);
        return found.Files.Values.All(f => kept.GetValueOrDefault(f.Sha256) is { IsWhole: true }) ? SiteContents.Of(found, contents) : null;
    }
}
