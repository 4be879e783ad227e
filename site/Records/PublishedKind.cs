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

/// <summary>What the site publishes of one kind of record: its pages, its tables of the open data, and how its records are found.</summary>
internal abstract class PublishedKind
{
    /// <summary>Its tables in the open data, in the order in which they are offered.</summary>
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

    /// <summary>On which page of a reporting year each of its records stands.</summary>
    public abstract IEnumerable<(Record Record, string Href)> Addresses(ReportView view);

    /// <summary>What the search finds of it.</summary>
    public abstract IEnumerable<SearchEntry> Entries(ReportView view);

    /// <summary>The pages that are there for its sake: lists, and a page for each record. None where its records stand on pages of other
    /// things.</summary>
    public virtual IEnumerable<Page> Pages(ReportView view) => [];
}
