using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>
/// What becomes of the files of a site while it is rendered, so that no more of it than one file a thread need be in memory.
/// </summary>
/// <param name="Made">Of a file that was just rendered. It is called by several threads at once.</param>
/// <param name="Kept">Of a file that an earlier rendering made at this path from inputs of this fingerprint; null when none is kept, and it
/// is rendered.</param>
public sealed record SiteSink<T>(Func<SiteFile, T> Made, Func<string, string, T?> Kept)
    where T : class;
