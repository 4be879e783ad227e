using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>
/// Keeps what can be put back: the last thirty publications that differ, and each fiscal year's last. Older manifests go first, then contents that no manifest names;
/// killed in between, the next run goes on. It works under the publish lock, so no publication under way loses what it refers to.
/// </summary>
public sealed class Retention(
    CityStorage storage, PublicationStore publications, HoldStore holds, ManifestStore manifests, ContentStore contents, TimeProvider time)
{
    public const int Kept = 30;

    /// <summary>Younger contents may belong to a publisher that has lost its lock and does not know it yet.</summary>
    public static readonly TimeSpan MinimumAge = TimeSpan.FromDays(1);

    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);

    /// <param name="minimumAge">Of contents that may go.</param>
    /// <param name="cancellation">Stops between two removals.</param>
    /// <returns>What was done, a line each; null while a publication is under way.</returns>
    public async Task<IReadOnlyList<string>?> TrySweepAsync(TimeSpan minimumAge, CancellationToken cancellation)
    {
        await using var publishLock = await PublishLock.TryTakeAsync(storage, time, cancellation);
        if (publishLock is null)
            return null;
        var kept = await KeptAsync(cancellation);
        var old = (await manifests.ListAsync(cancellation)).Where(m => !kept.Contains(m)).ToList();
        foreach (var manifest in old)
        {
            publishLock.EnsureHeld();
            await manifests.RemoveAsync(manifest, cancellation);
        }

        return [.. Said(old.Count, "manifests"), .. await SweepContentsAsync(kept, time.GetUtcNow() - minimumAge, publishLock, cancellation)];
    }

    private async Task<HashSet<string>> KeptAsync(CancellationToken cancellation)
    {
        var history = await publications.HistoryAsync(cancellation);
        var lastOfYears = history.Where(p => p is { State: PublicationState.Live, Manifest: not null, StartedAt: not null })
            .GroupBy(p => FiscalYearOf(p.StartedAt!.Value)).Select(year => year.MaxBy(p => p.StartedAt)!.Manifest!);
        // A publication that has not ended may have kept its manifest already, and one to be put back needs it.
        var underWay = history.Where(p => !p.HasEnded()).SelectMany(p => new[] { p.Id, p.Manifest });
        var held = await holds.FindAsync(cancellation) is { } hold ? (await publications.FindAsync(hold.Restored, cancellation))?.Manifest : null;
        return [.. history.LiveManifests().Take(Kept), .. lastOfYears, .. underWay.Append(held).OfType<string>()];
    }

    private async Task<IReadOnlyList<string>> SweepContentsAsync(
        HashSet<string> kept, DateTimeOffset writtenBefore, PublishLock publishLock, CancellationToken cancellation)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in (await manifests.ListAsync(cancellation)).Where(kept.Contains))
        {
            if (await manifests.FindAsync(id, cancellation) is not { } manifest)
                return [$"the manifest of {id} is damaged: no content is removed, since it may be one of its"];
            wanted.UnionWith(manifest.Files.Values.Select(f => f.Sha256));
        }

        var unwanted = (await contents.ListAsync(cancellation)).Values.Where(c => !wanted.Contains(c.Sha256) && c.WrittenAt < writtenBefore).ToList();
        await publishLock.ConfirmAsync(cancellation);
        foreach (var content in unwanted)
        {
            publishLock.EnsureHeld();
            await contents.RemoveAsync(content, cancellation);
        }

        return [.. Said(unwanted.Count, "contents")];
    }

    private static IEnumerable<string> Said(int removed, string what) => removed == 0 ? [] : [$"removed {removed} {what} that are no longer kept"];

    private static int FiscalYearOf(DateTimeOffset time) => time.ToOffset(Japan).AddMonths(-3).Year;
}
