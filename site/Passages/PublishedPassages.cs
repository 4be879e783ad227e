using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Data.Tables;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Passages;

/// <summary>Publishes a page for each document of the report, with its passages (本文), and the list of documents.</summary>
internal sealed class PublishedPassages : PublishedKind
{
    public static ListPage ListPage { get; } = new("report", "報告の本文")
    {
        Component = typeof(DocumentListPage),
        Count = view => view.Documents.Count,
        Description = _ => "取組の経過、成果、これからの方向性を述べた資料",
        OtherNames = _ => ["本文", "資料"],
    };

    public override ListPage List => ListPage;

    public override IReadOnlyList<OpenDataTable> Tables => PassageTables.All;

    public override IEnumerable<(Record Record, string Href)> Addresses(ReportView view) =>
        view.Documents.SelectMany(d => d.Passages.Select(p => ((Record)p, view.Links.To(d).Href)));

    public override IEnumerable<SearchEntry> Entries(ReportView view) =>
        view.Documents.SelectMany(d => PassageEntries.Of(d, view.Links));

    public override IEnumerable<Page> Pages(ReportView view) =>
    [
        .. view.Documents.Select(d => Page.Of<DocumentPage>(view.Links.To(d).Href, nameof(DocumentPage.Document), d)),
    ];
}
