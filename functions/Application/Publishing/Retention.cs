using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>
/// Keeps what can be put back: the last thirty publications that differ, and each fiscal year's last. Older manifests go first, then
/// contents that no manifest names; killed in between, the next run goes on. It works under the publish lock, so no publication under way
/// loses what it refers to.
/// </summary>
public sealed class Retention(
    CityStorage storage, PublicationStore publications, HoldStore holds, ManifestStore manifests, ContentStore contents, TimeProvider time)
{
    /// <summary>Younger contents may belong to a publisher that has lost its lock and does not know it yet.</summary>
    public static readonly TimeSpan MinimumAge = TimeSpan.FromDays(1);

    /// <param name="minimumAge">Of contents that may go.</param>
    /// <param name="cancellation">Stops between two removals.</param>
    /// <returns>What was done, a line each; null while a publication is under way.</returns>
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
                return [$"the manifest of {id} is damaged: no content is removed, since it may be one of its"];
            wanted.UnionWith(manifest.Files.Values.Select(f => f.Sha256));
        }

        var unwanted = (await contents.ListAsync(cancellation)).Values.Where(
            c => RetentionDecisions.MayRemoveContent(wanted.Contains(c.Sha256), c.WrittenAt, writtenBefore))
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
