using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;
using KawasakiServerless.Storage;

namespace KawasakiServerless.Testing;

/// <summary>
/// Searches everything that a store contains: every column of every table, every blob of every container except keys, and the files in
/// compressed blobs.
/// </summary>
public static class Everything
{
    /// <summary>
    /// Returns every place that contains a text, either as it is or as JSON, HTML or a URL encodes it. A place is the name of a table or
    /// container, the name of the row or blob, and the file within a compressed blob.
    /// </summary>
    /// <param name="storage">The storage that is searched.</param>
    /// <param name="text">One or two characters that occur nowhere else. A longer text could be missed, because the search index stores
    /// texts in pieces of at most two characters.</param>
    public static async Task<IReadOnlyList<string>> PlacesOfAsync(this CityStorage storage, string text)
    {
        var forms = new[] { text, EachAs(text, c => $"\\u{(int)c:x4}"), EachAs(text, c => $"\\u{(int)c:X4}"),
            EachAs(text, c => $"&#x{(int)c:X};"), Uri.EscapeDataString(text) }
            .Select(Encoding.UTF8.GetBytes).ToList();
        List<string> places = [];
        await foreach (var (place, bytes) in AllAsync(storage))
        {
            if (forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0))
                places.Add(place);
        }

        return places;
    }

    private static string EachAs(string text, Func<char, string> written) => string.Concat(text.Select(written));

    private static async IAsyncEnumerable<(string Place, byte[] Bytes)> AllAsync(CityStorage storage)
    {
        foreach (var table in new[] { storage.Submissions.Client, storage.Records.Client, storage.Current.Client, storage.Years.Client,
            storage.Publications.Client, storage.Audit.Client })
        {
            await foreach (var row in table.QueryAsync<TableEntity>())
                yield return ($"{table.Name} {row.PartitionKey} {row.RowKey}",
                    Encoding.UTF8.GetBytes(string.Join('\n', row.Select(c => $"{c.Key}={c.Value}"))));
        }

        foreach (var container in new[] { storage.SubmissionBlobs.Client, storage.RegisterBlobs.Client, storage.PublicationBlobs.Client,
            storage.Content.Client, storage.Locks.Client, storage.Checks.Client, storage.Web.Client })
        {
            await foreach (var blob in container.GetBlobsAsync())
            {
                var bytes = (await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray();
                foreach (var part in Unpacked($"{container.Name} {blob.Name}", bytes))
                    yield return part;
            }
        }
    }

    private static IEnumerable<(string Place, byte[] Bytes)> Unpacked(string place, byte[] bytes) => bytes switch
    {
        [0x1F, 0x8B, ..] => Unpacked(place, Unzip(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))),
        [(byte)'P', (byte)'K', 3, 4, ..] => Entries(place, bytes),
        _ => [(place, bytes)],
    };

    private static IEnumerable<(string Place, byte[] Bytes)> Entries(string place, byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        foreach (var entry in zip.Entries)
        {
            foreach (var part in Unpacked($"{place} {entry.FullName}", Unzip(entry.Open())))
                yield return part;
        }
    }

    private static byte[] Unzip(Stream packed)
    {
        using (packed)
        {
            using var bytes = new MemoryStream();
            packed.CopyTo(bytes);
            return bytes.ToArray();
        }
    }
}
