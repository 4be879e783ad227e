using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>What the live site is to become.</summary>
/// <param name="Manifest">Id of the publication whose manifest it is.</param>
/// <param name="State">Of the publication under way, when the site equals the manifest.</param>
public sealed record SiteToBe(SiteContents Contents, string Manifest, PublicationState State)
{
    /// <summary>What the live site equals, as the last publication left it; null where storage has to be asked.</summary>
    public Manifest? Before { get; init; }

    /// <summary>Ids of the submissions that readers see for the first time.</summary>
    public IReadOnlyList<string> NewSubmissions { get; init; } = [];
}

/// <summary>
/// The last steps of a publication, alike for what is new and what is put back: write, list again, say that it is live, remove what is
/// superfluous.
/// </summary>
public sealed class SiteSwitch(LiveSiteWriter writer, ChangeHistory history, UploadTraces traces, TimeProvider time)
{
    /// <param name="run">Under way.</param>
    /// <param name="site">What is kept already: contents and manifest.</param>
    /// <param name="changes">What readers are told is new, once the site holds it; null for nothing.</param>
    /// <param name="cancellation">Stops between two writes.</param>
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
        // Nothing links to what is left, and the next night sees it. A purge may not end before it is gone.
        return left == 0 || run.Row.Trigger != Triggers.Purge ? new PublicationEnd.Reached(run.Row) : LiveSiteWriter.Unsettled;
    }
}
