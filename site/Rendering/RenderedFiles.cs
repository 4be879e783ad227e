using System.Collections.Concurrent;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering.Inputs;

namespace KawasakiServerless.Site.Rendering;

/// <summary>
/// Collects the files of a site: those that were just rendered, and those that were kept, that is, reused from an earlier rendering because
/// their inputs have not changed.
/// </summary>
internal sealed class RenderedFiles<T>(SiteSink<T> sink)
    where T : class
{
    private readonly ConcurrentBag<(string Path, T File)> files = [];

    /// <param name="file">The file.</param>
    /// <param name="copies">Other paths at which the same file is published.</param>
    public void Add(SiteFile file, params IEnumerable<string> copies)
    {
        var made = sink.Made(file);
        files.Add((file.Path, made));
        foreach (var path in copies)
            files.Add((path, sink.Copied(made, path)));
    }

    public void Add(IEnumerable<SiteFile> some)
    {
        foreach (var file in some)
            Add(file);
    }

    /// <returns>True when an earlier rendering made this file from the same inputs, so that it is reused; false when it must be
    /// rendered.</returns>
    public bool TryKeep(string path, string inputs)
    {
        if (sink.Kept(path, inputs) is not { } kept)
            return false;
        files.Add((path, kept));
        return true;
    }

    /// <summary>
    /// Adds every page that can be reused. Returns the other pages, which must be rendered, each with the fingerprint (hash) of its inputs.
    /// </summary>
    public IReadOnlyList<Page> NotKept(IEnumerable<Page> pages, ReportInputs inputs) =>
        [.. pages.AsParallel().AsOrdered().Select(p => p with { Inputs = inputs.Of(p) }).Where(p => !TryKeep(p.File, p.Inputs!))];

    public IReadOnlyList<T> ByPath() => [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => f.File)];
}
