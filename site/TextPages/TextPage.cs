using System.Net;
using System.Text.RegularExpressions;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.TextPages;

/// <summary>A page whose text the municipality writes. For example, input/pages/about.md is published at /about/.</summary>
public sealed partial record TextPage(string Name, string Title, string Description, MarkdownText Text)
{
    public const string About = "about", Accessibility = "accessibility";

    /// <summary>The sentence below the page's title; null for none.</summary>
    public string? Lead { get; init; }

    /// <summary>
    /// Search words with which readers find the page or one of its sections. The key is "page" for the page, or the anchor of a section.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> FoundBy { get; init; }

    public Link Link => new($"/{Name}/", Title);

    public bool Has(string block) => Text.Parts.Any(p => p.Block == block);

    /// <summary>The plain text of a section, without markup.</summary>
    internal static string WordsOf(IEnumerable<MarkdownPart> parts, TextValues values) => string.Join(
        ' ', parts.Select(p => p.Html).OfType<string>().Select(html => WebUtility.HtmlDecode(Tag().Replace(values.Fill(html), " ")))
            .Select(words => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();
}
