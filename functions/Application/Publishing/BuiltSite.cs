using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Gates;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>A file of the site that a publication builds.</summary>
/// <param name="Facts">What the scanner found in the rendered file, such as its links, for the gates (the checks before publication); null
/// for a file that is reused from an earlier publication.</param>
public sealed record BuiltFile(string Path, ManifestFile Entry, FileFacts? Facts);

/// <summary>
/// The site that a publication builds. Its files are either rendered now or reused from an earlier publication that rendered them from the
/// same inputs.
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

    /// <summary>The input of the gates (the checks before a site goes live).</summary>
    public SiteToCheck Check { get; }

    /// <summary>Returns a copy of the site that also contains the given files, such as the public copies of the workbooks.</summary>
    public BuiltSite With(IEnumerable<BuiltFile> others) =>
        new([.. Files.Concat(others).OrderBy(f => f.Path, StringComparer.Ordinal)], earlier);

    /// <param name="input">The reports that the site is rendered from.</param>
    /// <param name="options">The settings of the site.</param>
    /// <param name="sources">The files that may be reused, and the temporary file to which each newly rendered content is added once,
    /// compressed, unless storage already has it.</param>
    /// <param name="cancellation">Cancellation takes effect between two pages.</param>
    public static async Task<BuiltSite> MakeAsync(
        SiteInput input, SiteOptions options, ContentSources sources, CancellationToken cancellation)
    {
        var scanner = new SiteScanner();
        var sink = new SiteSink<BuiltFile>(
            Made,
            (path, inputs) => sources.Kept?.Find(path, inputs) is { } entry ? new(path, entry, null) : null,
            (file, path) => file with { Path = path, Facts = file.Facts! with { Path = path } });
        return new(await SiteRenderer.RenderAsync(input, options, sink, cancellation), sources.Kept?.Manifest);

        BuiltFile Made(SiteFile file)
        {
            var entry = ManifestFile.Of(file);
            if (!sources.Contains(entry.Sha256))
                sources.Rendered.Add(PackedContent.Of(file, entry));
            return new(file.Path, entry, scanner.Of(file.Path, file.Bytes));
        }
    }
}

/// <summary>The two sources of the contents of a site that is being built.</summary>
/// <param name="Kept">What earlier publications stored and the site can reuse; null to render every file.</param>
/// <param name="Rendered">The temporary file to which new contents are added.</param>
public sealed record ContentSources(ReusableSite? Kept, ContentSpool Rendered)
{
    /// <summary>Whether the content is in one of the sources, so that it need not be compressed and stored again.</summary>
    public bool Contains(string sha256) => Rendered.Has(sha256) || Kept?.Contents.Contains(sha256) == true;
}

/// <summary>What earlier publications stored and a new publication can reuse.</summary>
/// <param name="Manifest">The manifest of the last live publication, whose files can be reused; empty when no file can be reused.</param>
/// <param name="Contents">SHA-256 of each content in storage that may be reused.</param>
/// <param name="IsTrusted">Whether <paramref name="Contents"/> was read from the manifest alone, without verifying that storage still has
/// these contents undamaged.</param>
public sealed record ReusableSite(Manifest Manifest, IReadOnlySet<string> Contents, bool IsTrusted)
{
    /// <returns>Null when the manifest has no file at this path or lists one that was rendered from other inputs, or when the content of
    /// the file is not in <see cref="Contents"/>.</returns>
    public ManifestFile? Find(string path, string inputs) =>
        Manifest.Files.TryGetValue(path, out var file) && file.Inputs == inputs && Contents.Contains(file.Sha256) ? file : null;
}
