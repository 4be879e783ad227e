using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// Stores the changes that each publication made. The file `publications/{id}/changes.json` is written before the live site is updated.
/// After the update, a row with the next number is added to the table Publications; only changes with a row are committed, and a number has
/// only one row. If a publisher crashes before it adds the row, or if another publisher gets the number first, the publisher's file has no
/// row and is never read. The combined file `publications/changes.json` contains copies of the changes of many publications, so that
/// reading the history takes few requests.
/// </summary>
public sealed class ChangeStore(CityStorage storage)
{
    private const string Partition = "changes", FileName = "changes.json";

    // If the combined file (one file with copies of the changes of many publications) lacks the changes of more publications than this, the
    // next publication writes it again with the changes of all publications before it.
    private const int MostApart = 8;

    /// <summary>
    /// Writes the changes that a publication is about to make. A retried publication overwrites the file of its earlier attempt.
    /// </summary>
    /// <param name="changes">The changes of the publication.</param>
    /// <param name="toGather">The changes of all earlier publications, to be written to the combined file, which saves readers from opening
    /// many files; null to leave the combined file as it is.</param>
    /// <param name="cancellation">Cancels the writes. Possibly only the combined file, which is written first, has been written by
    /// then.</param>
    public async Task SaveAsync(PublicationChanges changes, IReadOnlyList<PublicationChanges>? toGather, CancellationToken cancellation)
    {
        if (toGather is not null)
            await storage.PublicationBlobs.PutAsync(Gathered, new(PublicationJson.Write(toGather)), cancellation);
        await SaveAsync(changes, cancellation);
    }

    /// <summary>
    /// Commits the changes of a publication by adding a row whose key is their sequence number. To be called only after the live site
    /// contains the changes.
    /// </summary>
    /// <returns>False if another publication's changes have this number.</returns>
    public async Task<bool> TryCommitAsync(PublicationChanges changes, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, KeyOf(changes.Changes.Number)) { ["Publication"] = changes.Publication };
        return await storage.Publications.AddOnceAsync(row, cancellation) is Added;
    }

    /// <summary>Lists the ids of the publications whose changes are committed, oldest first, in one query.</summary>
    public async Task<IReadOnlyList<string>> NumberedAsync(CancellationToken cancellation) =>
        await storage.Publications.QueryAsync($"PartitionKey eq {Partition}", cancellation)
            .OrderBy(row => row.RowKey, StringComparer.Ordinal).Select(row => row.Require("Publication")).ToListAsync(cancellation);

    /// <summary>
    /// Reads the changes of the given publications. Those of the last publication, and those that are missing in the combined file (one
    /// file with copies of the changes of many publications), are read from the file of the publication itself; all others are read from
    /// the combined file.
    /// </summary>
    /// <param name="numbered">The ids of the publications whose changes are committed, oldest first.</param>
    /// <param name="cancellation">Cancels the reads, which run concurrently.</param>
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
    /// Reads all committed changes, oldest first, each from its publication's own file. If that file is missing or damaged, it is written
    /// again from the copy in the combined file. Otherwise the changes would be lost, because the caller calls <see cref="RewriteAsync"/>
    /// next, which deletes the combined file.
    /// </summary>
    /// <exception cref="InvalidDataException">A publication's file and the copy of it are both missing or damaged.</exception>
    public async Task<IReadOnlyList<PublicationChanges>> AllAsync(CancellationToken cancellation)
    {
        var known = await GatheredAsync(cancellation);
        return await Task.WhenAll((await NumberedAsync(cancellation)).Select(id => OwnOrPutBackAsync(id, known, cancellation)));
    }

    /// <summary>
    /// Overwrites the files of committed changes. Deletes the files of changes that were never committed, and the combined file, whose
    /// copies may contain the changes as they were before. A purge (a deletion of personal data) calls this method while it holds the
    /// publish lock.
    /// </summary>
    /// <param name="changed">The changes that are to replace the stored ones; all others are left as they are.</param>
    /// <param name="cancellation">Cancels the rewriting. Some files may already have been overwritten or deleted by then.</param>
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
            $"publications/{PathOf(publication)} and its copy are missing or damaged; restore an earlier version of the blob.");

    // Reads the combined file, which contains copies of the changes of many publications. Code that changes a committed publication's own
    // file must delete the combined file. Otherwise, readers would get the old changes from the combined file.
    private async Task<IReadOnlyDictionary<string, PublicationChanges>> GatheredAsync(CancellationToken cancellation) =>
        (await FindAsync<List<PublicationChanges>>(Gathered, cancellation) ?? []).ToDictionary(c => c.Publication, StringComparer.Ordinal);

    /// <returns>The content; null if the file does not exist or is not valid JSON of this type.</returns>
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
