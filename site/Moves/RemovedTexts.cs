using System.Text.RegularExpressions;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Moves;

/// <summary>
/// Redirects the addresses of topics (input/topics) and of texts (input/pages) that an editor has removed. Topics and texts do not belong
/// to a reporting year, so only the files of the previously published site show that a removed one existed.
/// </summary>
public static partial class RemovedTexts
{
    /// <param name="files">The paths of all files of the previously published site, such as topics/care/index.html.</param>
    /// <returns>The addresses of that site's topics and texts, such as /topics/care/. They include the topics and texts that had been
    /// removed earlier and that the site therefore redirected. They also include generated pages such as /search/.</returns>
    public static IEnumerable<string> AddressesIn(IEnumerable<string> files) =>
        files.Where(file => TopicOrText().IsMatch(file)).Select(file => $"/{file[..^Page.Index.Length]}");

    /// <summary>Redirects a topic to the list of topics, and a text to the home page.</summary>
    internal static Moved Of(string path) =>
        new(path, null, null, [path.StartsWith(Links.Topics.Href, StringComparison.Ordinal) ? Links.Topics : Links.Newest.Home]);

    // A text is a page directly below the root. The pattern also matches generated pages there, such as search/index.html, which need no
    // redirect, because the site always has them. It does not match the home page of a reporting year, such as 2017/index.html.
    [GeneratedRegex("^(topics/[^/]+|(?![0-9]{4}/)[^/]+)/index[.]html$")]
    private static partial Regex TopicOrText();
}
