using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Publications;

/// <summary>One page of the changes of a publication; the changes of a large publication are split into several pages.</summary>
/// <param name="Number">The page number, from 1.</param>
/// <param name="Of">The number of pages of the publication.</param>
public sealed record PublicationPart(PublishedChanges Publication, int Number, int Of, IReadOnlyList<DatedChange> Changes)
{
    internal static IEnumerable<PublicationPart> AllOf(PublishedChanges publication)
    {
        var pages = HistoryView.PagesOf(publication);
        return pages.Select((changes, i) => new PublicationPart(publication, i + 1, pages.Count, changes));
    }
}
