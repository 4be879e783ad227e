using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>Receives the files of a site during rendering, so that only one file per thread needs to be in memory.</summary>
/// <param name="Made">Called for each file that was just rendered, by several threads at the same time.</param>
/// <param name="Kept">Returns the file that an earlier rendering made at this path from inputs with this fingerprint; null when there is
/// none, so that the file is rendered.</param>
public sealed record SiteSink<T>(Func<SiteFile, T> Made, Func<string, string, T?> Kept)
    where T : class;
