namespace KawasakiServerless.Site.Gates;

/// <summary>The target of a link within the site.</summary>
/// <param name="File">The path of the file, such as collaborations/index.html.</param>
/// <param name="Anchor">Null when the link targets the file as a whole.</param>
internal sealed record LinkTarget(string File, string? Anchor)
{
    private const string Index = "index.html";

    /// <param name="from">The file that contains the link.</param>
    /// <param name="href">The address as written in the link.</param>
    /// <returns>Null for an address with a scheme or host. Such an address is not checked: the site's pages link to each other without
    /// scheme and host, and the host may also serve content that is not part of the site.</returns>
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
