using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Publications;

/// <summary>One page of a publication's changes.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Of">The number of pages.</param>
public sealed record PublicationPart(PublishedChanges Publication, int Number, int Of, IReadOnlyList<DatedChange> Changes)
{
    internal static IEnumerable<PublicationPart> AllOf(PublishedChanges publication)
    {
        var pages = HistoryView.PagesOf(publication);
        return pages.Select((changes, i) => new PublicationPart(publication, i + 1, pages.Count, changes));
    }
}
