using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site.Rendering;

/// <summary>
/// The date of each page's last change, computed from the recorded publications (更新の履歴). For the page of an initiative, indicator or
/// collaboration it is the date of the publication that last changed the record, or else of the year's first publication. For any other
/// page of a reporting year it is the date of the last publication that changed that year's report; for a page about all years, the date of
/// the newest publication.
/// </summary>
internal sealed class PageDates
{
    private static readonly string[] OfAllYears = [Links.Data.Href, Links.Changes.Href, Links.Compare.Href];

    private readonly Dictionary<string, DateTimeOffset> records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> years = new(StringComparer.Ordinal);
    private readonly DateTimeOffset? newest;

    public PageDates(SiteView site)
    {
        if (site.Input.History is not { } history)
            return;
        newest = history.Newest?.PublishedAt;
        // The publications are ordered newest first, and TryAdd ignores later calls for an address, so each address gets its newest date.
        foreach (var publication in history.Publications)
            Add(site, publication);
        foreach (var year in site.Years)
            AddUnchanged(year, history.FirstOf(year.Report.ReportingYear)?.PublishedAt);
    }

    /// <returns>The date as ISO 8601 in Japan time; null when no publication is recorded.</returns>
    public string? Of(string path) =>
        (records.TryGetValue(path, out var date) ? date : YearOf(path)) is { } known ? DataTime.Of(known) : null;

    private DateTimeOffset? YearOf(string path)
    {
        if (OfAllYears.Any(p => path.StartsWith(p, StringComparison.Ordinal)))
            return newest;
        var root = years.Keys.Where(r => path.StartsWith(r, StringComparison.Ordinal)).MaxBy(r => r.Length);
        return root is null ? newest : years[root];
    }

    private void Add(SiteView site, PublishedChanges publication)
    {
        foreach (var changes in publication.Years)
        {
            if (site.YearOf(changes.ReportingYear) is not { } year)
                continue;
            years.TryAdd(year.Links.Root, publication.PublishedAt);
            foreach (var change in changes.Records
                .Where(c => c.Kind is RecordKind.Initiative or RecordKind.Indicator or RecordKind.Collaboration))
                Add(year, change, publication.PublishedAt);
        }
    }

    // The page of an initiative also shows its indicators, so a change of an indicator is a change of that page too.
    private void Add(ReportView year, RecordChange change, DateTimeOffset date)
    {
        Add(year.Addresses.Find(change.Kind, change.Id), date);
        if (change.Place.Initiative is { } initiative)
            Add(year.Addresses.Find(RecordKind.Initiative, initiative), date);
    }

    private void AddUnchanged(ReportView year, DateTimeOffset? first)
    {
        if (first is not { } date)
            return;
        foreach (var place in year.Places)
        {
            Add(year.Links.To(place.Initiative).Href, date);
            foreach (var indicator in place.Indicators)
                Add(year.Links.To(indicator).Href, date);
        }

        foreach (var listed in year.Report.Collaborations)
            Add(year.Links.To(listed.Collaboration).Href, date);
    }

    private void Add(string? address, DateTimeOffset date)
    {
        if (address is not null)
            records.TryAdd(address, date);
    }
}
