using KawasakiServerless.Domain;
using KawasakiServerless.Site.Collaborations;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Indicators;
using KawasakiServerless.Site.Initiatives;
using KawasakiServerless.Site.Passages;
using KawasakiServerless.Site.PlainSummaries;
using KawasakiServerless.Site.Search;
using KawasakiServerless.Site.Statistics;
using KawasakiServerless.Site.Viewpoints;
using KawasakiServerless.Site.Wards;

namespace KawasakiServerless.Site.Records;

/// <summary>What the site publishes for one kind of record: its pages, its tables of the open data, and its search entries.</summary>
internal abstract class PublishedKind
{
    /// <summary>Its tables in the open data, in the order in which the site offers them.</summary>
    public virtual IReadOnlyList<OpenDataTable> Tables => [];

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

    /// <summary>The address of the page that shows each of its records in a reporting year.</summary>
    public abstract IEnumerable<(Record Record, string Href)> Addresses(ReportView view);

    /// <summary>Its entries in the search index.</summary>
    public abstract IEnumerable<SearchEntry> Entries(ReportView view);

    /// <summary>Its own pages: lists, and a page for each record. Empty where its records are shown on pages of other kinds.</summary>
    public virtual IEnumerable<Page> Pages(ReportView view) => [];
}
