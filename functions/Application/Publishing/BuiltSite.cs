using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Gates;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>A file of the site to be.</summary>
/// <param name="Facts">What the gates ask of it; null for what is kept since an earlier publication.</param>
public sealed record BuiltFile(string Path, ManifestFile Entry, FileFacts? Facts);

/// <summary>The site to be: what was rendered now, and what an earlier publication has rendered from the same inputs.</summary>
public sealed class BuiltSite
{
    private readonly Manifest? earlier;

    private BuiltSite(IReadOnlyList<BuiltFile> files, Manifest? earlier)
    {
        this.earlier = earlier;
        Files = files;
        Check = new(
            [.. files.Select(f => f.Facts).OfType<FileFacts>()],
            [.. files.Where(f => f.Facts is null).Select(f => f.Path)],
            (earlier?.Files ?? new Dictionary<string, ManifestFile>(StringComparer.Ordinal))
                .ToDictionary(f => f.Key, f => f.Value.Linked ?? [], StringComparer.Ordinal));
    }

    public IReadOnlyList<BuiltFile> Files { get; }

    public int Rendered => Files.Count(f => f.Facts is not null);

    /// <summary>For the gates.</summary>
    public SiteToCheck Check { get; }

    /// <summary>With files that were not rendered.</summary>
    public BuiltSite With(IEnumerable<BuiltFile> others) =>
        new([.. Files.Concat(others).OrderBy(f => f.Path, StringComparer.Ordinal)], earlier);

    /// <param name="input">What it is made from.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="kept">What may be taken over; null for nothing.</param>
    /// <param name="spool">Where the contents that are rendered now are put, packed, each once.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public static async Task<BuiltSite> MakeAsync(
        SiteInput input, SiteOptions options, KeptSite? kept, ContentSpool spool, CancellationToken cancellation)
    {
        var scanner = new SiteScanner();
        var sink = new SiteSink<BuiltFile>(Made, (path, inputs) => kept?.Find(path, inputs) is { } entry ? new(path, entry, null) : null);
        return new(await SiteRenderer.RenderAsync(input, options, sink, cancellation), kept?.Manifest);

        BuiltFile Made(SiteFile file)
        {
            var entry = ManifestFile.Of(file);
            if (!spool.Has(entry.Sha256) && kept?.Contents.Contains(entry.Sha256) != true)
                spool.Add(PackedContent.Of(file, entry));
            return new(file.Path, entry, scanner.Of(file.Path, file.Bytes));
        }
    }
}

/// <summary>What an earlier publication was made of, as far as it can be taken over.</summary>
/// <param name="Manifest">Empty when nothing can be.</param>
/// <param name="Contents">SHA-256 of each content that is kept and whole.</param>
/// <param name="IsTrusted">Whether the manifest alone says so, and storage was not asked.</param>
public sealed record KeptSite(Manifest Manifest, IReadOnlySet<string> Contents, bool IsTrusted)
{
    /// <returns>Null where it was made from something else, or its content is gone or damaged.</returns>
    public ManifestFile? Find(string path, string inputs) =>
        Manifest.Files.TryGetValue(path, out var file) && file.Inputs == inputs && Contents.Contains(file.Sha256) ? file : null;
}
