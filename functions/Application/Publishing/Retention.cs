using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>
/// Enforces the retention period: the last thirty live publications with different manifests, and the last live publication of each fiscal
/// year, stay restorable. Deletes older manifests first, then contents that no manifest references; after a crash in between, the next run
/// continues. Holds the publish lock, so that no running publication loses contents that it references.
/// </summary>
public sealed class Retention(
    CityStorage storage, PublicationStore publications, HoldStore holds, ManifestStore manifests, ContentStore contents, TimeProvider time)
{
    /// <summary>
    /// Minimum age of contents that may be deleted. A younger content may have been written by a publisher that has lost the publish lock
    /// without noticing it yet, and that still uses the content.
    /// </summary>
    public static readonly TimeSpan MinimumAge = TimeSpan.FromDays(1);

    /// <param name="minimumAge">The minimum age of contents that may be deleted.</param>
    /// <param name="cancellation">Cancellation takes effect between two removals.</param>
    /// <returns>One log line for each action; null when nothing was done because a publication or a purge holds the publish lock.</returns>
    public async Task<IReadOnlyList<string>?> TrySweepAsync(TimeSpan minimumAge, CancellationToken cancellation)
    {
        await using var publishLock = await PublishLock.TryTakeAsync(storage, time, cancellation);
        if (publishLock is null)
            return null;
        var kept = RetentionDecisions.KeptManifests(await publications.HistoryAsync(cancellation), await holds.FindAsync(cancellation));
        var old = (await manifests.ListAsync(cancellation)).Where(m => !kept.Contains(m)).ToList();
        foreach (var manifest in old)
        {
            publishLock.EnsureHeld();
            await manifests.RemoveAsync(manifest, cancellation);
        }

        return [.. Removed(old.Count, "manifests"),
            .. await SweepContentsAsync(kept, time.GetUtcNow() - minimumAge, publishLock, cancellation)];
    }

    private async Task<IReadOnlyList<string>> SweepContentsAsync(
        IReadOnlySet<string> kept, DateTimeOffset writtenBefore, PublishLock publishLock, CancellationToken cancellation)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in (await manifests.ListAsync(cancellation)).Where(kept.Contains))
        {
            if (await manifests.FindAsync(id, cancellation) is not { } manifest)
                return [$"the manifest of {id} is damaged: no content is removed, since the manifest may need it"];
            wanted.UnionWith(manifest.Files.Values.Select(f => f.Sha256));
        }

        var unwanted = (await contents.ListAsync(cancellation)).Values.Where(
            c => RetentionDecisions.MayRemoveContent(c.Sha256, wanted, c.WrittenAt, writtenBefore))
            .ToList();
        await publishLock.ConfirmAsync(cancellation);
        foreach (var content in unwanted)
        {
            publishLock.EnsureHeld();
            await contents.RemoveAsync(content, cancellation);
        }

        return [.. Removed(unwanted.Count, "contents")];
    }

    private static IEnumerable<string> Removed(int removed, string what) =>
        removed == 0 ? [] : [$"removed {removed} {what} that are no longer kept"];
}
