using KawasakiServerless.Domain;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.PlainSummaries;

/// <summary>
/// Publishes the plain-language summaries (やさしい日本語). They have no pages: each is shown at the top of the page that it summarizes.
/// </summary>
internal sealed class PublishedPlainSummaries : PublishedKind
{
    public override ListPage? List => null;

    public override IEnumerable<(Record Record, string Href)> Addresses(ReportView view) =>
        SectionLinks.Of(view).SelectMany(s => view.PlainSummaries[s.Page].Select(summary => ((Record)summary, HrefOf(s.Link))));

    public override IEnumerable<SearchEntry> Entries(ReportView view) =>
        SectionLinks.Of(view).Where(s => view.PlainSummaries.Contains(s.Page)).Select(s => Of(s.Page, s.Link, view));

    private static string HrefOf(Link link) => $"{link.Href}#{SectionLinks.Anchor}";

    private static SearchEntry Of(SectionPage page, Link link, ReportView view) =>
        new(SearchKind.Site, HrefOf(link), $"やさしい日本語：{link.Text}")
        {
            Context = SectionPageNames.NameOf(page, view.Report.Register),
            Names = ["やさしい日本語"],
            Text = string.Join('／', view.PlainSummaries[page].Select(s => s.Text)),
        };
}
