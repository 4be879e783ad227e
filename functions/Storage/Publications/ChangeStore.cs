using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// What each publication changed: `publications/{id}/changes.json` is written before the site is, and a row with the next number is added
/// to the table when the site holds the changes. Only changes with a row count, and each number has one row: a publisher that crashed or
/// was overtaken leaves a file that nobody reads.
/// </summary>
public sealed class ChangeStore(CityStorage storage)
{
    private const string Partition = "changes", FileName = "changes.json";

    // When more changes than this stand in files of their own, the next publication gathers all of them into one file.
    private const int MostApart = 8;

    /// <summary>Says what a publication would change. Repeating it, as a retried publication does, replaces what it said before.</summary>
    /// <param name="changes">Of the publication.</param>
    /// <param name="toGather">What is to be gathered into one file; null for nothing.</param>
    /// <param name="cancellation">Stops between the two.</param>
    public async Task SaveAsync(PublicationChanges changes, IReadOnlyList<PublicationChanges>? toGather, CancellationToken cancellation)
    {
        if (toGather is not null)
            await storage.PublicationBlobs.PutAsync(Gathered, new(PublicationJson.Write(toGather)), cancellation);
        await SaveAsync(changes, cancellation);
    }

    /// <summary>Makes it count: the live site holds it.</summary>
    /// <returns>False when another publication has taken the number.</returns>
    public async Task<bool> TryCommitAsync(PublicationChanges changes, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, KeyOf(changes.Changes.Number)) { ["Publication"] = changes.Publication };
        return await storage.Publications.AddOnceAsync(row, cancellation) is Added;
    }

    /// <summary>The publications whose changes count, oldest first: one query.</summary>
    public async Task<IReadOnlyList<string>> NumberedAsync(CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        await foreach (var row in storage.Publications.QueryAsync($"PartitionKey eq {Partition}", cancellation))
            rows.Add(row);
        return [.. rows.OrderBy(r => r.RowKey, StringComparer.Ordinal).Select(r => r.Require("Publication"))];
    }

    /// <summary>Reads their changes: the gathered file, and at most a few beside it.</summary>
    /// <param name="numbered">The publications whose changes count.</param>
    /// <param name="cancellation">Stops between two reads.</param>
    /// <exception cref="InvalidDataException">The file of a publication and the copy of it are gone or damaged.</exception>
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
    /// All that counts, oldest first, each from its own file, which is put back where it was lost: the copies go when the history is
    /// written anew.
    /// </summary>
    /// <exception cref="InvalidDataException">The file of a publication and the copy of it are gone or damaged.</exception>
    public async Task<IReadOnlyList<PublicationChanges>> AllAsync(CancellationToken cancellation)
    {
        var known = await GatheredAsync(cancellation);
        return await Task.WhenAll((await NumberedAsync(cancellation)).Select(id => OwnOrPutBackAsync(id, known, cancellation)));
    }

    /// <summary>Writes what counts anew, as a purge does under the publish lock, and removes what never counted.</summary>
    /// <param name="changed">What differs from what is stored.</param>
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

    // It saves requests, and is a copy: whoever changes a publication's own file deletes this one.
    private async Task<IReadOnlyDictionary<string, PublicationChanges>> GatheredAsync(CancellationToken cancellation) =>
        (await FindAsync<List<PublicationChanges>>(Gathered, cancellation) ?? []).ToDictionary(c => c.Publication, StringComparer.Ordinal);

    /// <returns>Null when it is not there, or is none of ours.</returns>
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
