using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>Receives each file as soon as it is rendered, so that the files of a site need not all be in memory at the same time.</summary>
/// <param name="Made">Called for each file that was just rendered, possibly by several threads at the same time. Returns what the caller
/// wants to keep of the file.</param>
/// <param name="Kept">Called with the path of a file and the fingerprint of its inputs. Returns the file if an earlier rendering made it
/// from the same inputs; null if it must be rendered.</param>
/// <param name="Copied">Called with what <paramref name="Made"/> returned, and the path at which the same file is published a second time.
/// Returns what the caller wants to keep of the copy.</param>
public sealed record SiteSink<T>(Func<SiteFile, T> Made, Func<string, string, T?> Kept, Func<T, string, T> Copied)
    where T : class;

internal static class SiteSink
{
    /// <summary>Creates a sink that keeps the rendered files themselves.</summary>
    public static SiteSink<SiteFile> OfFiles(Func<string, string, SiteFile?> kept) =>
        new(file => file, kept, (file, path) => file with { Path = path });
}
