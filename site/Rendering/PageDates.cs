using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;

namespace KawasakiServerless.Site;

/// <summary>
/// The date of each page's last change, according to the recorded publications (更新の履歴). The page of a record changed with the publication
/// that last changed the record, or first published it; any other page of a year with the last publication that changed the year; a page
/// about all years with the last publication of all.
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
        // Newest first, so that the first date found for an address wins.
        foreach (var publication in history.Publications)
            Add(site, publication);
        foreach (var year in site.Years)
            AddUnchanged(year, history.FirstOf(year.Report.ReportingYear)?.PublishedAt);
    }

    /// <returns>Null where no publications are recorded.</returns>
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

    // The page of an initiative also shows its indicators.
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
