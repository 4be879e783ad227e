using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>
/// Makes the live site equal to a manifest (the list of all files of a site). Writes assets first, then new files, then changed files and
/// the home page last, so that no link leads to a missing file. Then verifies the written files by reading their state again.
/// <see cref="RemoveAsync"/> deletes files that are not in the manifest.
/// </summary>
public sealed class LiveSiteWriter(LiveSite live, ManifestStore manifests, ILogger<LiveSiteWriter> log)
{
    private const int MostRounds = 3, AssetsKeptFor = 3, Few = 100;
    private const string HomePage = "index.html", Assets = "assets/";

    /// <summary>
    /// The result when the live site still differs from the manifest after several rounds of writing. Also the result when a purge could
    /// not delete all files that are not in the manifest. A later run may succeed.
    /// </summary>
    public static PublicationEnd Unsettled { get; } = new PublicationEnd.Delayed(
        "The live site still differs after several rounds: another process keeps writing to it.");

    /// <param name="run">The running publication.</param>
    /// <param name="contents">The manifest, with the contents of its files.</param>
    /// <param name="before">The manifest of the last live publication, if the files of the live site are assumed to equal it; null to list
    /// the files of the live site instead.</param>
    /// <param name="cancellation">Cancellation takes effect between two writes.</param>
    /// <returns>The files of the live site: those of the manifest, and possibly others. Null when the site still differed after three
    /// rounds, because another process writes to it at the same time.</returns>
    public async Task<IReadOnlyDictionary<string, LiveFile>?> WriteAsync(
        PublicationRun run, SiteContents contents, Manifest? before, CancellationToken cancellation)
    {
        var listed = before is null
            ? await ListAsync(run, cancellation)
            : await ListFilesAsync(run, before.Files.ToDictionary(f => f.Key, f => LiveSite.Of(f.Key, f.Value), StringComparer.Ordinal),
                Differences(before, contents.Manifest), cancellation);
        for (var round = 1; ; round++)
        {
            var different = contents.Manifest.Files.Where(f => !LiveSite.Equals(f.Value, listed.GetValueOrDefault(f.Key))).ToList();
            if (different.Count == 0)
                return listed;
            if (round > MostRounds)
            {
                log.LogWarning("The live site still differs in {Files} files after {Rounds} rounds, {Path} among them", different.Count,
                    MostRounds, different[0].Key);
                return null;
            }

            await run.EnterAsync(round == 1 ? PublicationStage.Writing : PublicationStage.Repairing, cancellation);
            foreach (var stage in different.GroupBy(f => StageOf(f.Key, listed)).OrderBy(g => g.Key))
                await run.EachAsync(
                    stage,
                    async file => await WriteOneAsync(
                        run, await ToWriteAsync(file, contents, cancellation), listed.GetValueOrDefault(file.Key), cancellation),
                    (row, count) => row with { Written = row.Written + count }, cancellation);
            listed = await ListFilesAsync(run, listed, different.Select(f => f.Key).ToHashSet(StringComparer.Ordinal), cancellation);
        }
    }

    /// <summary>
    /// Empties the cache in front of the site, so that it does not keep sending copies of the earlier pages. A failure is only logged,
    /// because these copies expire after some minutes anyway. Does nothing if the publication changed no file.
    /// </summary>
    public async Task PurgeCachesAsync(PublicationRun run, CancellationToken cancellation)
    {
        if (run.Row.Written == 0 && run.Row.Removed == 0)
            return;
        try
        {
            await live.PurgeCachesAsync(cancellation);
        }
        catch (StorageException failure)
        {
            log.LogWarning(failure, "The cache in front of the site was not purged; readers may see earlier pages until they expire");
        }
    }

    /// <summary>Deletes the files that are not in the manifest.</summary>
    /// <param name="run">The publication. The live site already has all files of the manifest.</param>
    /// <param name="manifest">The manifest; that of an earlier publication when the site was restored or repaired.</param>
    /// <param name="listed">The files of the live site, as they were last listed.</param>
    /// <param name="cancellation">Cancellation takes effect between two removals.</param>
    /// <returns>The number of files that were not deleted because another process has written them since the listing.</returns>
    public async Task<int> RemoveAsync(
        PublicationRun run, Manifest manifest, IReadOnlyDictionary<string, LiveFile> listed, CancellationToken cancellation)
    {
        var superfluous = await SuperfluousAsync(run, manifest, listed, cancellation);
        if (superfluous.Count == 0)
            return 0;
        var before = run.Row.Removed;
        await run.EnterAsync(PublicationStage.Removing, cancellation);
        await run.EachAsync(superfluous, async file => await live.TryRemoveAsync(file, cancellation) ? 1
            : 0, (row, count) => row with { Removed = row.Removed + count }, cancellation);
        return superfluous.Count - (run.Row.Removed - before);
    }

    private async Task<IReadOnlyDictionary<string, LiveFile>> ListAsync(PublicationRun run, CancellationToken cancellation)
    {
        var listed = await live.ListAsync(cancellation);
        // If another publisher has taken the publish lock, the listing may contain files that it wrote, and their ETags would let this
        // process overwrite them. Confirming the lock after the listing proves that no other publisher had written before the listing was
        // complete.
        await run.Lock.ConfirmAsync(cancellation);
        return listed;
    }

    /// <returns>The files of the live site. Files at the given paths are read again. The other files are taken from `known`, unless there
    /// are so many paths that the whole site is listed.</returns>
    private async Task<IReadOnlyDictionary<string, LiveFile>> ListFilesAsync(
        PublicationRun run, IReadOnlyDictionary<string, LiveFile> known, HashSet<string> paths, CancellationToken cancellation)
    {
        // One listing call returns thousands of files, but for a few files one request per file is cheaper.
        if (paths.Count > Few)
            return await ListAsync(run, cancellation);
        var found = await Task.WhenAll(paths.Select(path => live.FindAsync(path, cancellation)));
        await run.Lock.ConfirmAsync(cancellation);
        return known.Values.Where(f => !paths.Contains(f.Path)).Concat(found.OfType<LiveFile>())
            .ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    private static HashSet<string> Differences(Manifest before, Manifest after) => before.Files.Keys.Concat(after.Files.Keys)
        .Where(path => !LiveSite.Equals(before.Files.GetValueOrDefault(path), after.Files.GetValueOrDefault(path)))
        .ToHashSet(StringComparer.Ordinal);

    private static int StageOf(string path, IReadOnlyDictionary<string, LiveFile> listed) => path switch
    {
        HomePage => 3,
        _ when IsAsset(path) => 0,
        _ => listed.ContainsKey(path) ? 2 : 1,
    };

    private static async Task<FileToWrite> ToWriteAsync(
        KeyValuePair<string, ManifestFile> file, SiteContents contents, CancellationToken cancellation) =>
        new(file.Key, file.Value, await contents.OfAsync(file.Value, cancellation));

    // The write is conditional on the listed ETag. If another process has written the file since the listing, the write fails, and the next
    // round reads the file again. If that process is a publisher that has taken the publish lock, this one stops at once.
    private async Task<int> WriteOneAsync(PublicationRun run, FileToWrite file, LiveFile? replaces, CancellationToken cancellation)
    {
        if (await live.TryWriteAsync(file, replaces, cancellation))
            return 1;
        await run.Lock.ConfirmAsync(cancellation);
        return 0;
    }

    // Returns the live files to delete: those that the manifest does not contain, except the assets (such as styles and scripts) of the
    // three publications that were live before this one. A browser may have cached a page of one of them, which still requests its assets.
    private async Task<List<LiveFile>> SuperfluousAsync(
        PublicationRun run, Manifest manifest, IReadOnlyDictionary<string, LiveFile> listed, CancellationToken cancellation)
    {
        var candidates = listed.Values.Where(f => !manifest.Files.ContainsKey(f.Path)).ToList();
        if (!candidates.Exists(f => IsAsset(f.Path)))
            return candidates;
        var kept = await RecentAssetsAsync(run, cancellation);
        return [.. candidates.Where(f => !IsAsset(f.Path) || kept?.Contains(f.Path) == false)];
    }

    /// <returns>The paths to keep; null when a manifest cannot be read, in which case no asset is deleted.</returns>
    private async Task<HashSet<string>?> RecentAssetsAsync(PublicationRun run, CancellationToken cancellation)
    {
        var recent = run.Situation.History.LiveManifests().Where(m => m != run.Row.Manifest).Take(AssetsKeptFor);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in recent)
        {
            if (await manifests.FindAsync(id, cancellation) is not { } manifest)
                return null;
            kept.UnionWith(manifest.Files.Keys.Where(IsAsset));
        }

        return kept;
    }

    private static bool IsAsset(string path) => path.StartsWith(Assets, StringComparison.Ordinal);
}
