using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>Receives each file as soon as it is rendered, so that the files of a site need not all be in memory at the same time.</summary>
/// <param name="Made">Called for each file that was just rendered, possibly by several threads at the same time. Returns what the caller
/// wants to keep of the file.</param>
/// <param name="Kept">Called with the path of a file and the fingerprint of its inputs. Returns the file if an earlier rendering made it
/// from the same inputs; null if it must be rendered.</param>
public sealed record SiteSink<T>(Func<SiteFile, T> Made, Func<string, string, T?> Kept)
    where T : class;
