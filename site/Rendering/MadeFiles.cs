using System.Collections.Concurrent;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>Collects the rendered and the kept files of a site.</summary>
internal sealed class MadeFiles<T>(SiteSink<T> sink)
    where T : class
{
    private readonly ConcurrentBag<(string Path, T File)> files = [];

    public void Add(SiteFile file) => files.Add((file.Path, sink.Made(file)));

    public void Add(IEnumerable<SiteFile> some)
    {
        foreach (var file in some)
            Add(file);
    }

    /// <returns>False when the file is not kept and must be rendered.</returns>
    public bool TryKeep(string path, string inputs)
    {
        if (sink.Kept(path, inputs) is not { } kept)
            return false;
        files.Add((path, kept));
        return true;
    }

    /// <summary>The pages that must be rendered, each with its inputs.</summary>
    public IReadOnlyList<Page> NotKept(IEnumerable<Page> pages, ReportInputs inputs) =>
        [.. pages.AsParallel().AsOrdered().Select(p => p with { Inputs = inputs.Of(p) }).Where(p => !TryKeep(p.File, p.Inputs!))];

    public IReadOnlyList<T> ByPath() => [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => f.File)];
}
