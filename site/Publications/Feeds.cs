using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Publications;

/// <summary>The addresses and names of the Atom feeds that announce changes.</summary>
public static class Feeds
{
    public static Link Site { get; } = new($"{Links.Changes.Href}feed.xml", "サイト全体の更新");

    public static Link Of(Viewpoint viewpoint) =>
        new($"{Links.Newest.To(viewpoint).Href}feed.xml", $"{Links.Newest.To(viewpoint).Text}の更新");

    public static Link OfWard(Department ward) => new($"{Links.Newest.ToWard(ward).Href}feed.xml", $"{Links.Newest.ToWard(ward).Text}の更新");

    /// <summary>
    /// All feeds of the site. A page of an earlier year may be about a viewpoint or a ward that the newest year's register lacks; these
    /// have no feed.
    /// </summary>
    internal static IEnumerable<Link> All(SiteView site) => FeedSubject.All(site).Select(s => s.Feed);

    /// <summary>The feed of the site with this address; null if the site has none.</summary>
    internal static Link? Find(string href, SiteView site) => All(site).FirstOrDefault(f => f.Href == href);
}

/// <summary>Determines which changes a feed contains: all, those of a viewpoint, or those of a ward.</summary>
/// <param name="Page">The address of the page to which the feed belongs.</param>
/// <param name="Concerns">Whether the feed contains the changes of a record that has the given viewpoint and wards.</param>
internal sealed record FeedSubject(Link Feed, string Page, Func<ChangePlace, bool> Concerns)
{
    /// <summary>The subjects of all feeds that the site has: none before the first recorded publication.</summary>
    public static IEnumerable<FeedSubject> All(SiteView site) => site.History is { Publications.Count: > 0 } ? All(site.Newest) : [];

    private static IEnumerable<FeedSubject> All(ReportView newest) =>
    [
        new(Feeds.Site, Links.Changes.Href, _ => true),
        .. newest.Viewpoints.Select(v => v.Viewpoint)
            .Select(v => new FeedSubject(Feeds.Of(v), Links.Newest.To(v).Href, place => place.Viewpoint == v.Number)),
        .. newest.Wards.Select(w => new FeedSubject(Feeds.OfWard(w), Links.Newest.ToWard(w).Href, place => place.Wards.Contains(w.Code))),
    ];

    public IEnumerable<RecordChange> RecordsOf(Changes year) => year.Records.Where(r => r.Places.Any(Concerns));

    // Whether the feed has an entry for a publication. The first publication of a reporting year has an entry in every feed, although its
    // records are not listed as changes.
    public bool IsAbout(PublishedChanges publication) => publication.Years.Any(y => y.IsFirst || RecordsOf(y).Any());
}
