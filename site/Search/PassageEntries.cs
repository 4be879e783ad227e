using KawasakiServerless.Site.Passages;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Search;

/// <summary>Creates the search entries for a document of the report: one for the document and one for each of its headings.</summary>
internal static class PassageEntries
{
    public static IEnumerable<SearchEntry> Of(ReportDocumentView document, Links links)
    {
        var (root, href) = (PassageSection.Of(document), links.To(document).Href);
        return
        [
            new(SearchKind.Report, href, document.Label)
            {
                Context = links.Report.Text,
                Names = document.Title is null ? [] : [document.Code, document.Title],
                Text = TextOf(root),
            },
            .. root.Sections.SelectMany(s => Below(s, href, document.Label)),
        ];
    }

    private static IEnumerable<SearchEntry> Below(PassageSection section, string href, string context) =>
    [
        new(SearchKind.Report, $"{href}#{section.Anchor}", section.Heading) { Context = context, Text = TextOf(section) },
        .. section.Sections.SelectMany(s => Below(s, href, $"{context}・{section.Heading}")),
    ];

    private static string TextOf(PassageSection section) => string.Join('／', section.Parts.SelectMany(p => p.Passages).Select(p => p.Text));
}
