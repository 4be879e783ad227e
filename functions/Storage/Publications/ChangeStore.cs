using System.Globalization;
using Azure;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Tables;

namespace KawasakiServerless.Storage.Publications;

/// <summary>
/// What each publication changed: `publications/{id}/changes.json`, written before the site is, and a row a number in the table, added when the
/// site holds it. The row counts, and there is one row a number: a publisher that died or was overtaken leaves a file that nobody reads.
/// </summary>
public sealed class ChangeStore(CityStorage storage)
{
    private const string Partition = "changes", FileName = "changes.json";

    // So many files are read one by one before they are gathered into one.
    private const int MostApart = 8;

    /// <summary>Says what a publication would change. Repeating it, as a retried publication does, replaces what it said before.</summary>
    public Task SaveAsync(PublicationChanges changes, CancellationToken cancellation) =>
        Blob(PathOf(changes.Publication)).UploadAsync(PublicationJson.Write(changes), overwrite: true, cancellation);

    /// <summary>Makes it count: the live site holds it.</summary>
    /// <exception cref="HistoryMovedOnException">Another publication has taken the number.</exception>
    public async Task CommitAsync(PublicationChanges changes, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, KeyOf(changes.Changes.Number)) { ["Publication"] = changes.Publication };
        try
        {
            await storage.Publications.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            // Our own write, perhaps, whose answer was lost before it was sent again.
            var found = await storage.Publications.GetEntityAsync<TableEntity>(Partition, row.RowKey, cancellationToken: cancellation);
            if (found.Value.GetString("Publication") != changes.Publication)
                throw new HistoryMovedOnException();
        }
    }

    /// <summary>The publication that counted last; null when none did.</summary>
    public async Task<string?> NewestAsync(CancellationToken cancellation) => await NumberedAsync(cancellation) is [.., var last] ? last : null;

    /// <summary>Reads all that counts: one query, the gathered file, and at most a few beside it.</summary>
    public async Task<StoredHistory> ReadAsync(CancellationToken cancellation)
    {
        var numbered = await NumberedAsync(cancellation);
        if (numbered is not [.., var last])
            return new(History.Empty, null);
        var known = (await GatheredAsync(cancellation)).ToDictionary(c => c.Publication, StringComparer.Ordinal);
        var apart = numbered.SkipLast(1).Where(id => !known.ContainsKey(id)).ToList();
        foreach (var changes in await Task.WhenAll(apart.Select(id => FindAsync(id, cancellation))))
            known[changes.Publication] = changes;
        var newest = known[last] = await FindAsync(last, cancellation);
        List<PublicationChanges> all = [.. numbered.Select(id => known[id])];
        if (apart.Count > MostApart)
            await Blob(Gathered).UploadAsync(PublicationJson.Write(all), overwrite: true, cancellation);
        return new(new([.. all.Select(c => c.Changes).Reverse()]), newest);
    }

    /// <summary>All that counts, oldest first, each from its own file.</summary>
    public async Task<IReadOnlyList<PublicationChanges>> AllAsync(CancellationToken cancellation) =>
        await Task.WhenAll((await NumberedAsync(cancellation)).Select(id => FindAsync(id, cancellation)));

    /// <summary>Writes what counts anew, as a purge does under the publish lock, and removes what never counted.</summary>
    /// <param name="changed">What differs from what is stored.</param>
    /// <param name="cancellation">Stops between two writes.</param>
    public async Task RewriteAsync(IEnumerable<PublicationChanges> changed, CancellationToken cancellation)
    {
        await Blob(Gathered).DeleteIfExistsAsync(cancellationToken: cancellation);
        foreach (var changes in changed)
            await SaveAsync(changes, cancellation);
        var numbered = await NumberedAsync(cancellation);
        await foreach (var blob in storage.PublicationBlobs.GetBlobsAsync(cancellationToken: cancellation))
        {
            if (blob.Name.Split('/') is [var publication, FileName] && !numbered.Contains(publication, StringComparer.Ordinal))
                await Blob(blob.Name).DeleteIfExistsAsync(cancellationToken: cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> NumberedAsync(CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        await foreach (var row in storage.Publications.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellation))
            rows.Add(row);
        return [.. rows.OrderBy(r => r.RowKey, StringComparer.Ordinal).Select(r => r.Require("Publication"))];
    }

    private async Task<PublicationChanges> FindAsync(string publication, CancellationToken cancellation)
    {
        var blob = await Blob(PathOf(publication)).DownloadContentAsync(cancellation);
        return PublicationJson.Read<PublicationChanges>(blob.Value.Content);
    }

    // It only saves requests: whoever changes a publication's own file deletes this one.
    private async Task<IReadOnlyList<PublicationChanges>> GatheredAsync(CancellationToken cancellation)
    {
        try
        {
            return PublicationJson.Read<List<PublicationChanges>>((await Blob(Gathered).DownloadContentAsync(cancellation)).Value.Content);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return [];
        }
    }

    private const string Gathered = "changes.json";

    private Azure.Storage.Blobs.BlobClient Blob(string path) => storage.PublicationBlobs.GetBlobClient(path);

    private static string PathOf(string publication) => $"{publication}/{FileName}";

    private static string KeyOf(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}

/// <summary>Another publication went live first; what this one changed must be compared anew.</summary>
#pragma warning disable CA1032 // Thrown in one place, with one message.
public sealed class HistoryMovedOnException() : Exception("Another publication went live meanwhile; the changes are to be compared with it.");
#pragma warning restore CA1032
