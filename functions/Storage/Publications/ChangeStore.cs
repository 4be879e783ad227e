using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// The changes that each publication made. `publications/{id}/changes.json` is written before the site is updated, and a row with the next
/// number is added to the table once the site contains the changes. Only changes with a row are committed, and each number has one row: if
/// a publisher crashes or is overtaken, its file is orphaned and never read.
/// </summary>
public sealed class ChangeStore(CityStorage storage)
{
    private const string Partition = "changes", FileName = "changes.json";

    // When more files than this are not yet in the combined file, the next publication combines all changes into one file.
    private const int MostApart = 8;

    /// <summary>Saves the changes that a publication is about to make. A retried publication overwrites what it saved before.</summary>
    /// <param name="changes">The changes of the publication.</param>
    /// <param name="toGather">The changes to write to the combined file; null to leave that file as it is.</param>
    /// <param name="cancellation">Stops between the two writes.</param>
    public async Task SaveAsync(PublicationChanges changes, IReadOnlyList<PublicationChanges>? toGather, CancellationToken cancellation)
    {
        if (toGather is not null)
            await storage.PublicationBlobs.PutAsync(Gathered, new(PublicationJson.Write(toGather)), cancellation);
        await SaveAsync(changes, cancellation);
    }

    /// <summary>Commits the changes, once the live site contains them.</summary>
    /// <returns>False if another publication has taken the number.</returns>
    public async Task<bool> TryCommitAsync(PublicationChanges changes, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, KeyOf(changes.Changes.Number)) { ["Publication"] = changes.Publication };
        return await storage.Publications.AddOnceAsync(row, cancellation) is Added;
    }

    /// <summary>Lists the ids of the publications whose changes have a number, which commits them, oldest first, in one query.</summary>
    public async Task<IReadOnlyList<string>> NumberedAsync(CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        await foreach (var row in storage.Publications.QueryAsync($"PartitionKey eq {Partition}", cancellation))
            rows.Add(row);
        return [.. rows.OrderBy(r => r.RowKey, StringComparer.Ordinal).Select(r => r.Require("Publication"))];
    }

    /// <summary>Reads the changes of these publications: the combined file, and at most a few separate files.</summary>
    /// <param name="numbered">The publications whose changes are committed.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    /// <exception cref="InvalidDataException">A publication's file and the copy of it are both missing or damaged.</exception>
    public async Task<StoredHistory> ReadAsync(IReadOnlyList<string> numbered, CancellationToken cancellation)
    {
        if (numbered is not [.., var last])
            return new(History.Empty, null, null);
        var known = await GatheredAsync(cancellation);
        var apart = numbered.SkipLast(1).Count(id => !known.ContainsKey(id));
        var all = await Task.WhenAll(numbered.Select(async id => id != last && known.TryGetValue(id, out var gathered) ? gathered
            : await OwnAsync(id, cancellation) ?? CopyOf(id, known)));
        return new(new([.. all.Select(c => c.Changes).Reverse()]), all[^1], apart > MostApart ? all : null);
    }

    /// <summary>
    /// Reads all committed changes, oldest first, each from its own file. A lost file is restored from its copy in the combined file,
    /// because rewriting the history deletes the combined file.
    /// </summary>
    /// <exception cref="InvalidDataException">A publication's file and the copy of it are both missing or damaged.</exception>
    public async Task<IReadOnlyList<PublicationChanges>> AllAsync(CancellationToken cancellation)
    {
        var known = await GatheredAsync(cancellation);
        return await Task.WhenAll((await NumberedAsync(cancellation)).Select(id => OwnOrPutBackAsync(id, known, cancellation)));
    }

    /// <summary>
    /// Rewrites committed changes, as a purge does while it holds the publish lock, and deletes the files of changes that were never
    /// committed.
    /// </summary>
    /// <param name="changed">The changes that differ from the stored ones.</param>
    /// <param name="cancellation">Stops between two writes.</param>
    public async Task RewriteAsync(IEnumerable<PublicationChanges> changed, CancellationToken cancellation)
    {
        await storage.PublicationBlobs.RemoveAsync(Gathered, cancellation);
        foreach (var changes in changed)
            await SaveAsync(changes, cancellation);
        var numbered = await NumberedAsync(cancellation);
        await foreach (var blob in storage.PublicationBlobs.ListAsync(cancellation))
        {
            if (blob.Name.Split('/') is [var publication, FileName] && !numbered.Contains(publication, StringComparer.Ordinal))
                await storage.PublicationBlobs.RemoveAsync(blob.Name, cancellation);
        }
    }

    private Task SaveAsync(PublicationChanges changes, CancellationToken cancellation) =>
        storage.PublicationBlobs.PutAsync(PathOf(changes.Publication), new(PublicationJson.Write(changes)), cancellation);

    private async Task<PublicationChanges> OwnOrPutBackAsync(
        string publication, IReadOnlyDictionary<string, PublicationChanges> gathered, CancellationToken cancellation)
    {
        if (await OwnAsync(publication, cancellation) is { } own)
            return own;
        var copy = CopyOf(publication, gathered);
        await SaveAsync(copy, cancellation);
        return copy;
    }

    private async Task<PublicationChanges?> OwnAsync(string publication, CancellationToken cancellation) =>
        await FindAsync<PublicationChanges>(PathOf(publication), cancellation) is { } own && own.Publication == publication ? own : null;

    private static PublicationChanges CopyOf(string publication, IReadOnlyDictionary<string, PublicationChanges> gathered) =>
        gathered.GetValueOrDefault(publication)
        ?? throw new InvalidDataException(
            $"publications/{PathOf(publication)} and the copy of it are gone or damaged; an earlier version of the blob has to be put "
                + "back.");

    // The combined file is only a copy that saves requests: code that changes a publication's own file must delete it.
    private async Task<IReadOnlyDictionary<string, PublicationChanges>> GatheredAsync(CancellationToken cancellation) =>
        (await FindAsync<List<PublicationChanges>>(Gathered, cancellation) ?? []).ToDictionary(c => c.Publication, StringComparer.Ordinal);

    /// <returns>Null if the file does not exist or is not valid JSON of this type.</returns>
    private async Task<T?> FindAsync<T>(string path, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await storage.PublicationBlobs.ReadAsync(path, cancellation) is { } found
                ? PublicationJson.Read<T>(found.Content)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private const string Gathered = "changes.json";

    private static string PathOf(string publication) => $"{publication}/{FileName}";

    private static string KeyOf(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
