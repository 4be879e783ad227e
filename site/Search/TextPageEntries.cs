using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.TextPages;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// Creates the search entries for a text page of the municipality: one for the page, and one for each section for which the page's own file
/// (input/pages) lists search words.
/// </summary>
internal static class TextPageEntries
{
    public static IEnumerable<SearchEntry> Of(TextPage page, ReportView view)
    {
        var values = new TextValues(view);
        return
        [
            new(SearchKind.Site, page.Link.Href, page.Title) { Text = page.Description, Names = page.FoundBy.GetValueOrDefault("page")
                ?? [] },
            .. page.Text.Sections.Where(s => page.FoundBy.ContainsKey(s.Anchor)).Select(s =>
                new SearchEntry(SearchKind.Site, $"{page.Link.Href}#{s.Anchor}", s.Heading)
                {
                    Context = page.Title,
                    Text = TextPage.WordsOf(s.Parts, values),
                    Names = page.FoundBy[s.Anchor],
                }),
        ];
    }
}
