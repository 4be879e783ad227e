using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Azure;
using Azure.Storage.Blobs.Models;
using KawasakiServerless.Fault.Tests.Cities;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Fault.Tests.Promise;

/// <summary>A file of the live site as readers get it.</summary>
/// <param name="Breach">What is wrong with the file, apart from its links; null if nothing is.</param>
/// <param name="Links">The files of the site that the file links to.</param>
internal sealed record ReadFile(string Path, string? Breach, IReadOnlyList<string> Links);

/// <summary>Reads every file of the live site. A file that was not written again since the last reading is not read again.</summary>
internal sealed partial class LiveReader(CityView view)
{
    private const string Home = "index.html";

    private readonly ConcurrentDictionary<(string Path, ETag ETag), ReadFile> known = new();

    /// <summary>
    /// Returns what must not be wrong with the site even while a publication runs: files that are damaged or belong to no publication,
    /// missing pages, and broken links on the pages that a reader can reach. These are the home page, the pages that are in both the
    /// earlier and the new publication, and the pages to which these link. A page that only one of the two has must exist before any page
    /// links to it.
    /// </summary>
    /// <param name="before">The manifest of the publication that was live; null for none.</param>
    /// <param name="after">The manifest of the publication that is running; null if it has not changed the site yet.</param>
    public async Task<IReadOnlyList<string>> BreachesAsync(Manifest? before, Manifest? after)
    {
        var files = await ReadAsync();
        var roots = (before?.Files.Keys ?? []).Where(path => after?.Files.ContainsKey(path) != false).Append(Home).Where(files.ContainsKey);
        var gone = (before?.Files.Keys ?? []).Where(path => after?.Files.ContainsKey(path) != false && !files.ContainsKey(path))
            .Select(path => $"{path} is gone");
        return [.. gone, .. files.Values.Select(f => f.Breach).OfType<string>(), .. BrokenLinks(files, roots)];
    }

    /// <summary>
    /// Returns what is wrong with the site when no publication runs: damaged files, files of no publication, and broken links on any page.
    /// </summary>
    public async Task<IReadOnlyList<string>> BreachesAsync()
    {
        var files = await ReadAsync();
        return [.. files.Values.Select(f => f.Breach).OfType<string>(), .. BrokenLinks(files, files.Keys)];
    }

    private static IEnumerable<string> BrokenLinks(IReadOnlyDictionary<string, ReadFile> files, IEnumerable<string> roots)
    {
        var (reached, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(roots));
        while (open.TryDequeue(out var path))
        {
            if (!reached.Add(path))
                continue;
            foreach (var link in files[path].Links)
            {
                if (files.ContainsKey(link))
                    open.Enqueue(link);
                else
                    yield return $"{path} leads to {link}, which is not there";
            }
        }
    }

    private async Task<IReadOnlyDictionary<string, ReadFile>> ReadAsync()
    {
        var contents = await view.Get<ContentStore>().ListAsync(default);
        var files = new ConcurrentDictionary<string, ReadFile>(StringComparer.Ordinal);
        var listed = await view.Storage.Web.Client.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }).ToListAsync();
        await Parallel.ForEachAsync(listed, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (blob, _) =>
        {
            var key = (blob.Name, blob.Properties.ETag ?? default);
            var file = known.TryGetValue(key, out var read) ? read : known[key] = await ReadAsync(blob);
            files[blob.Name] = contents.ContainsKey(blob.Metadata.TryGetValue("sha256", out var hash) ? hash : "")
                ? file
                : file with { Breach = $"{blob.Name} is of no publication" };
        });
        return files;
    }

    private async Task<ReadFile> ReadAsync(BlobItem blob)
    {
        var read = (await view.Storage.Web.Client.GetBlobClient(blob.Name).DownloadContentAsync()).Value;
        try
        {
            var packed = new PackedContent(
                "", read.Details.ContentEncoding is { Length: > 0 } encoding ? encoding : null, read.Content.ToMemory());
            var content = packed.Unpack();
            var breach = blob.Metadata.TryGetValue("sha256", out var hash) && PackedContent.HashOf(content) == hash
                ? null
                : $"{blob.Name} is not what was written";
            return new(blob.Name, breach, blob.Name.EndsWith(".html", StringComparison.Ordinal)
                ? [.. LinksOf(blob.Name, Encoding.UTF8.GetString(content.Span))] : []);
        }
        catch (InvalidDataException)
        {
            return new(blob.Name, $"{blob.Name} is half a page", []);
        }
    }

    private static IEnumerable<string> LinksOf(string page, string html) => Link().Matches(html)
        .Select(m => new Uri(new Uri(CityView.Address, page), WebUtility.HtmlDecode(m.Groups["to"].Value)))
        .Where(to => to.Host == CityView.Address.Host && to.Scheme == CityView.Address.Scheme)
        .Select(to => Uri.UnescapeDataString(to.AbsolutePath.TrimStart('/')))
        .Select(path => path.Length == 0 || path.EndsWith('/') ? path + Home : path)
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("""<[a-z][^>]*?\s(?:href|src|action)="(?<to>[^"#]*)["#]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
