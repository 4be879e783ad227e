using System.Collections.Concurrent;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>What has become of the files of a site so far.</summary>
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

    /// <returns>False when it is not kept, and is to be rendered.</returns>
    public bool TryKeep(string path, string inputs)
    {
        if (sink.Kept(path, inputs) is not { } kept)
            return false;
        files.Add((path, kept));
        return true;
    }

    /// <summary>Those that are to be rendered, each with its inputs.</summary>
    public IReadOnlyList<Page> NotKept(IEnumerable<Page> pages, ReportInputs inputs) =>
        [.. pages.AsParallel().AsOrdered().Select(p => p with { Inputs = inputs.Of(p) }).Where(p => !TryKeep(p.File, p.Inputs!))];

    public IReadOnlyList<T> ByPath() => [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => f.File)];
}
