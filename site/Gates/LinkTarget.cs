namespace KawasakiServerless.Site.Gates;

/// <summary>Where a link within the site leads.</summary>
/// <param name="File">collaborations/index.html.</param>
/// <param name="Anchor">Null when it leads to the whole of the file.</param>
internal sealed record LinkTarget(string File, string? Anchor)
{
    private const string Index = "index.html";

    /// <param name="from">The file in which the link stands.</param>
    /// <param name="href">As written.</param>
    /// <returns>Null for an absolute address: pages link to each other without one, and below the site's own name may be more than this
    /// site.</returns>
    public static LinkTarget? Of(string from, string href)
    {
        if (href.StartsWith("//", StringComparison.Ordinal) || HasScheme(href))
            return null;
        var (page, anchor) = href.Split('#', 2) is [var before, var after] ? (before, after) : (href, null);
        var path = Uri.UnescapeDataString(page.Split('?')[0]);
        return new(FileOf(from, path), anchor is { Length: > 0 } ? Uri.UnescapeDataString(anchor) : null);
    }

    private static string FileOf(string from, string path) => path switch
    {
        "" => from,
        "/" => Index,
        ['/', .. var rooted] => rooted.EndsWith('/') ? rooted + Index : rooted,
        _ => FileOf(from, new Uri(new Uri($"file:///{from}"), path).AbsolutePath),
    };

    private static bool HasScheme(string href) => href.AsSpan().IndexOfAny(":/?#") is var at and > 0 && href[at] == ':';
}
