using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Publications;

/// <summary>A change of one record, with the publication and the reporting year to which it belongs.</summary>
public sealed record DatedChange(PublishedChanges Publication, Changes Year, RecordChange Record);

/// <summary>
/// The recorded publications with an index of the changes of each record. It also splits the list of publications, and the changes of a
/// large publication, into pages whose addresses and entries do not change later.
/// </summary>
public sealed class HistoryView(History history)
{
    /// <summary>
    /// The number of publications that /changes/ shows together with their first changes; each older publication is listed with one line.
    /// </summary>
    public const int Shown = 10;

    /// <summary>
    /// The number of older publications on an archive page, with one line each. The page is made only when there are as many, so its list
    /// never changes.
    /// </summary>
    public const int LinesOnAPage = 50;

    // Estimated compressed sizes in bytes, so that a page of changes stays below 60 kB. Markup compresses to a few bytes per item and
    // field, Japanese text to about one byte per character.
    private const int MostOnAPage = 30_000, MarkupOfAnItem = 60, MarkupOfAField = 25;

    private readonly ILookup<(FiscalYear, string), DatedChange> byRecord = history.Publications
        .SelectMany(p => p.Years.SelectMany(y => y.Records.Select(r => new DatedChange(p, y, r))))
        .ToLookup(d => (d.Year.ReportingYear, d.Record.Id));

    /// <summary>All recorded publications, newest first.</summary>
    public IReadOnlyList<PublishedChanges> Publications => history.Publications;

    /// <summary>
    /// The publications that /changes/ lists with one line each: older than the newest ten, and not yet on an archive page.
    /// </summary>
    public IEnumerable<PublishedChanges> Lines => Publications.Skip(Shown).Where(p => p.Number > Archives * LinesOnAPage);

    /// <summary>The number of archive pages, each of which lists 50 of the oldest publications.</summary>
    public int Archives => Math.Max(0, ((Publications.Count - 1) / LinesOnAPage) - 1);

    /// <summary>The publications that an archive page lists, newest first.</summary>
    public IEnumerable<PublishedChanges> Archive(int page) => Publications.Where(p => (p.Number - 1) / LinesOnAPage == page - 1);

    public PublishedChanges? FirstOf(FiscalYear reportingYear) => history.FirstOf(reportingYear);

    /// <summary>
    /// The newest publication that removed records of a reporting year, of one kind or (null) of any; null if there is none.
    /// </summary>
    public PublishedChanges? LastRemoval(FiscalYear reportingYear, RecordKind? kind) => history.Publications.FirstOrDefault(
        p => p.Years.Any(y => y.ReportingYear == reportingYear
            && y.Records.Any(r => r.Change == ChangeKind.Removed && (kind is null || r.Kind == kind))));

    /// <summary>The changes of a record in a reporting year, newest first.</summary>
    public IEnumerable<DatedChange> Of(FiscalYear reportingYear, string id) => byRecord[(reportingYear, id)];

    /// <summary>The changes of a publication, split into pages; a publication without changed records has one empty page.</summary>
    public static IReadOnlyList<IReadOnlyList<DatedChange>> PagesOf(PublishedChanges publication)
    {
        List<List<DatedChange>> pages = [[]];
        var size = 0;
        foreach (var change in publication.Years.SelectMany(y => y.Records.Select(r => new DatedChange(publication, y, r))))
        {
            var own = SizeOf(change.Record);
            if (pages[^1].Count > 0 && size + own > MostOnAPage)
            {
                pages.Add([]);
                size = 0;
            }

            pages[^1].Add(change);
            size += own;
        }

        return pages;
    }

    private static int SizeOf(RecordChange record) =>
        MarkupOfAnItem + record.Title.Length
            + record.Fields.Sum(f => MarkupOfAField + (f.Before.Text?.Length ?? 0) + (f.After.Text?.Length ?? 0));
}
