using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>The target state of the live site.</summary>
/// <param name="Manifest">The id of the publication that the manifest belongs to.</param>
/// <param name="State">The state of the running publication once the site equals the manifest.</param>
public sealed record SiteToBe(SiteContents Contents, string Manifest, PublicationState State)
{
    /// <summary>The manifest that the last publication left live; null to list the live site in storage.</summary>
    public Manifest? Before { get; init; }

    /// <summary>Ids of the submissions that this publication shows for the first time.</summary>
    public IReadOnlyList<string> NewSubmissions { get; init; } = [];
}

/// <summary>
/// The last steps of a publication, the same for new contents and for restores: write, list again, mark the row as live, remove superfluous
/// files.
/// </summary>
public sealed class SiteSwitch(LiveSiteWriter writer, ChangeHistory history, UploadTraces traces, TimeProvider time)
{
    /// <param name="run">The running publication.</param>
    /// <param name="site">The site, whose contents and manifest are already stored.</param>
    /// <param name="changes">The changes to commit to the history once the site is written; null for none.</param>
    /// <param name="cancellation">Cancels between two writes.</param>
    public async Task<PublicationEnd> GoAsync(PublicationRun run, SiteToBe site, ComparedChanges? changes, CancellationToken cancellation)
    {
        var manifest = site.Contents.Manifest;
        if (await writer.WriteAsync(run, site.Contents, site.Before, cancellation) is not { } listed)
            return LiveSiteWriter.Unsettled;
        run.Lock.EnsureHeld();
        if (changes is not null && !await history.TryCommitAsync(changes, cancellation))
            return ChangeHistory.MovedOn;
        var live = run.Row with
        {
            State = site.State,
            Fingerprint = manifest.Fingerprint,
            Manifest = site.Manifest,
            FinishedAt = time.GetUtcNow()
        };
        await run.UpdateAsync(live, cancellation);
        await traces.EndAsync(site.NewSubmissions, run.Row.Id, cancellation);
        var left = await writer.RemoveAsync(run, manifest, listed, cancellation);
        await writer.PurgeCachesAsync(run, cancellation);
        // No page links to the remaining files, and the next nightly run removes them. A purge, however, may not finish while they exist.
        return left == 0 || run.Row.Trigger != Triggers.Purge ? new PublicationEnd.Reached(run.Row) : LiveSiteWriter.Unsettled;
    }
}
