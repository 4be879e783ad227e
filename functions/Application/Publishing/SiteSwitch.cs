using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>The state that the live site should have.</summary>
/// <param name="Manifest">The id of the publication that stored the manifest (the list of the site's files). It is not the id of the
/// running publication when an earlier publication is restored or the site is repaired.</param>
/// <param name="State">The state that the row of the running publication gets once the live site equals the manifest.</param>
public sealed record TargetSite(SiteContents Contents, string Manifest, PublicationState State)
{
    /// <summary>
    /// The manifest of the last live publication, if the files of the live site are assumed to equal it; null to list the files of the live
    /// site instead.
    /// </summary>
    public Manifest? Before { get; init; }

    /// <summary>
    /// Ids of the submissions that the previous publication did not contain: all submissions of the site for the first publication, none if
    /// the manifest of the previous publication is missing or damaged.
    /// </summary>
    public IReadOnlyList<string> NewSubmissions { get; init; } = [];
}

/// <summary>
/// The last steps of a publication, the same for a new site and for a restore: writes the live site, verifies it, sets the state in the
/// publication's row (such as Live), and deletes files that are not in the manifest.
/// </summary>
public sealed class SiteSwitch(LiveSiteWriter writer, ChangeHistory history, UploadTraces traces, TimeProvider time)
{
    /// <param name="run">The running publication.</param>
    /// <param name="site">The target state, whose contents and manifest are already stored.</param>
    /// <param name="changes">The entry to commit to the change history once the site is written; null if there is none.</param>
    /// <param name="cancellation">Cancellation takes effect between two writes.</param>
    public async Task<PublicationEnd> SwitchAsync(
        PublicationRun run, TargetSite site, ComparedChanges? changes, CancellationToken cancellation)
    {
        var manifest = site.Contents.Manifest;
        if (await writer.WriteAsync(run, site.Contents, site.Before, cancellation) is not { } listed)
            return LiveSiteWriter.Unsettled;
        run.Lock.EnsureHeld();
        if (changes is not null && !await history.TryCommitAsync(changes, cancellation))
            return ChangeHistory.HistoryChanged;
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
        // No page links to the files that could not be deleted, and the next nightly run deletes them. A purge, however, is not complete
        // while they exist, because they may contain the purged data.
        return left == 0 || run.Row.Trigger != Triggers.Purge ? new PublicationEnd.Reached(run.Row) : LiveSiteWriter.Unsettled;
    }
}
