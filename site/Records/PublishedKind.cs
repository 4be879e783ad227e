using KawasakiServerless.Domain;
using KawasakiServerless.Site.Collaborations;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Indicators;
using KawasakiServerless.Site.Initiatives;
using KawasakiServerless.Site.Passages;
using KawasakiServerless.Site.PlainSummaries;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;
using KawasakiServerless.Site.Statistics;
using KawasakiServerless.Site.Viewpoints;
using KawasakiServerless.Site.Wards;

namespace KawasakiServerless.Site.Records;

/// <summary>
/// What the site publishes for one kind of record, such as initiatives: the pages, the open-data tables, and the entries in the search
/// index.
/// </summary>
internal abstract class PublishedKind
{
    /// <summary>The open-data tables of this kind of record, in the order in which the site lists them.</summary>
    public virtual IReadOnlyList<OpenDataTable> Tables => [];

    /// <summary>The page that lists the records of this kind; null if there is none.</summary>
    public abstract ListPage? List { get; }

    public static IEnumerable<PublishedKind> All => RecordKinds.All.Select(Of);

    /// <summary>The kind of record from which an open-data table is made; null for a table of the register.</summary>
    public static RecordKind? KindOf(string table) => RecordKinds.All.Cast<RecordKind?>()
        .FirstOrDefault(kind => Of(kind!.Value).Tables.Any(t => t.Description.Name == table));

    public static PublishedKind Of(RecordKind kind) => kind switch
    {
        RecordKind.Initiative => new PublishedInitiatives(),
        RecordKind.Indicator => new PublishedIndicators(),
        RecordKind.Direction => new PublishedDirections(),
        RecordKind.Collaboration => new PublishedCollaborations(),
        RecordKind.WardActivity => new PublishedWardActivities(),
        RecordKind.Statistic => new PublishedStatistics(),
        RecordKind.Passage => new PublishedPassages(),
        RecordKind.PlainSummary => new PublishedPlainSummaries(),
    };

    /// <summary>Every record of this kind in a reporting year, with the address of the page that shows it.</summary>
    public abstract IEnumerable<(Record Record, string Href)> Addresses(ReportView view);

    /// <summary>The entries of this kind of record in the search index.</summary>
    public abstract IEnumerable<SearchEntry> Entries(ReportView view);

    /// <summary>
    /// The pages that exist for this kind of record in addition to <see cref="List"/>, usually a page for each record. Empty for a kind
    /// whose records are shown on the list page or on pages of other kinds.
    /// </summary>
    public virtual IEnumerable<Page> Pages(ReportView view) => [];
}
