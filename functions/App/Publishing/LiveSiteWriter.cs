using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

public sealed record WrittenFiles(int Written, int Removed);

/// <summary>Makes the live site equal to what was rendered: assets first, then pages, the home page last, removals at the end.</summary>
public sealed class LiveSiteWriter(LiveSite live, PublicationStore publications)
{
    private const int AtOnce = 8, AssetsKeptFor = 3;
    private const string HomePage = "index.html", Assets = "assets/";

    public async Task<WrittenFiles> WriteAsync(string publication, IReadOnlyList<SiteFile> files, PublishLock publishLock, CancellationToken cancellation)
    {
        var listed = await live.ListAsync(cancellation);
        var different = files.Where(f => !LiveSite.Equals(f, listed.GetValueOrDefault(f.Path))).ToList();
        await publications.SaveManifestAsync(publication, new(files.ToDictionary(f => f.Path, LiveSite.HashOf, StringComparer.Ordinal)), cancellation);
        foreach (var stage in different.GroupBy(StageOf).OrderBy(g => g.Key))
            await EachAsync(stage, file => live.WriteAsync(file, listed.GetValueOrDefault(file.Path), cancellation), publishLock, cancellation);
        var superfluous = await SuperfluousAsync(listed, files, cancellation);
        await EachAsync(superfluous, file => live.RemoveAsync(file, cancellation), publishLock, cancellation);
        return new(different.Count, superfluous.Count);
    }

    private static int StageOf(SiteFile file) => file.Path switch
    {
        HomePage => 2,
        var path when path.StartsWith(Assets, StringComparison.Ordinal) => 0,
        _ => 1,
    };

    // A browser may hold a page of an earlier publication, and that page asks for the assets of its time.
    private async Task<List<LiveFile>> SuperfluousAsync(IReadOnlyDictionary<string, LiveFile> listed, IReadOnlyList<SiteFile> files, CancellationToken cancellation)
    {
        var wanted = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var candidates = listed.Values.Where(f => !wanted.Contains(f.Path)).ToList();
        if (!candidates.Exists(IsAsset))
            return candidates;
        var kept = await RecentAssetsAsync(cancellation);
        return [.. candidates.Where(f => !kept.Contains(f.Path))];
    }

    private async Task<HashSet<string>> RecentAssetsAsync(CancellationToken cancellation)
    {
        var recent = (await publications.HistoryAsync(cancellation)).Where(p => p.State == PublicationState.Live).Take(AssetsKeptFor);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var publication in recent)
        {
            if (await publications.ManifestAsync(publication.Id, cancellation) is { } manifest)
                kept.UnionWith(manifest.Files.Keys.Where(p => p.StartsWith(Assets, StringComparison.Ordinal)));
        }

        return kept;
    }

    private static bool IsAsset(LiveFile file) => file.Path.StartsWith(Assets, StringComparison.Ordinal);

    private static Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> act, PublishLock publishLock, CancellationToken cancellation) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (item, _) =>
        {
            publishLock.EnsureHeld();
            await act(item);
        });
}
