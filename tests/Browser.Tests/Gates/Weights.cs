using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>
/// Two compressed sizes in bytes: that of a page with its style sheets, and that of the page's scripts with all scripts that they import.
/// </summary>
internal static partial class Weights
{
    public const int MostOfPageAndStyles = 60_000, MostOfScripts = 16_000;

    public static (int Page, int Scripts) Of(ShownSite site, ShownPage page)
    {
        var html = Encoding.UTF8.GetString(page.File.Bytes.Span);
        var styles = Styles().Matches(html).Sum(m => Compressed(site, m.Value));
        var scripts = WithImports(site, Scripts().Matches(html).Select(m => m.Value)).Sum(s => Compressed(site, s));
        return (SiteServer.Compress(page.File.Bytes.Span).Length + styles, scripts);
    }

    /// <summary>Returns the paths of the scripts and of all scripts that they import, directly or through other scripts.</summary>
    public static IReadOnlySet<string> WithImports(ShownSite site, IEnumerable<string> scripts)
    {
        HashSet<string> seen = [.. scripts];
        var next = new Queue<string>(seen);
        while (next.TryDequeue(out var script))
        {
            foreach (var import in Imports().Matches(Encoding.UTF8.GetString(site.Files[script].Bytes.Span))
                .Select(m => $"assets/{m.Value}").Where(seen.Add))
                next.Enqueue(import);
        }

        return seen;
    }

    private static int Compressed(ShownSite site, string path) => SiteServer.Compress(site.Files[path].Bytes.Span).Length;

    [GeneratedRegex("""(?<=<link rel="stylesheet" href="/)[^"]+""")]
    private static partial Regex Styles();

    [GeneratedRegex("""(?<=<script [^>]*src="/)[^"]+""")]
    private static partial Regex Scripts();

    [GeneratedRegex(
        @"(?<=^(import|export) [^'""]*['""]\./|await import\(['""]\./)[^'""]+", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Imports();
}
