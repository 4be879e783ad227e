using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Gates;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>A file of the site that is being built.</summary>
/// <param name="Facts">The facts that the gates check; null for a file that is reused from an earlier publication.</param>
public sealed record BuiltFile(string Path, ManifestFile Entry, FileFacts? Facts);

/// <summary>
/// The site that is being built: files rendered now, and files that an earlier publication rendered from the same inputs.
/// </summary>
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

    /// <summary>The input of the gates.</summary>
    public SiteToCheck Check { get; }

    /// <summary>Adds files that were not rendered.</summary>
    public BuiltSite With(IEnumerable<BuiltFile> others) =>
        new([.. Files.Concat(others).OrderBy(f => f.Path, StringComparer.Ordinal)], earlier);

    /// <param name="input">The reports that the site is rendered from.</param>
    /// <param name="options">The settings of the site.</param>
    /// <param name="kept">The earlier publication whose files may be reused; null for none.</param>
    /// <param name="spool">Receives the contents that are rendered now, packed, each once.</param>
    /// <param name="cancellation">Cancels between two pages.</param>
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

/// <summary>The parts of an earlier publication that a new one can reuse.</summary>
/// <param name="Manifest">The manifest; empty when nothing can be reused.</param>
/// <param name="Contents">SHA-256 of each stored, undamaged content.</param>
/// <param name="IsTrusted">Whether the contents are taken from the manifest alone, without querying storage.</param>
public sealed record KeptSite(Manifest Manifest, IReadOnlySet<string> Contents, bool IsTrusted)
{
    /// <returns>Null when the file was rendered from other inputs, or when its content is missing or damaged.</returns>
    public ManifestFile? Find(string path, string inputs) =>
        Manifest.Files.TryGetValue(path, out var file) && file.Inputs == inputs && Contents.Contains(file.Sha256) ? file : null;
}
