using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Publications;

/// <summary>A change of one record, with the publication that brought it.</summary>
public sealed record DatedChange(PublishedChanges Publication, Changes Year, RecordChange Record);

/// <summary>The history with the look-ups that pages need, and divided into pages that keep their addresses.</summary>
public sealed class HistoryView(History history)
{
    /// <summary>So many publications of the newest are shown with what they changed.</summary>
    public const int Shown = 10;

    // Older ones stand a line each, on pages that never change once they are full.
    private const int LinesOnAPage = 50;

    // Of bytes as compressed, by estimate: markup shrinks to little, Japanese text to about a byte a character. A page stays below 60 kB.
    private const int MostOnAPage = 30_000, MarkupOfAnItem = 60, MarkupOfAField = 25;

    private readonly ILookup<(FiscalYear, string), DatedChange> byRecord = history.Publications
        .SelectMany(p => p.Years.SelectMany(y => y.Records.Select(r => new DatedChange(p, y, r))))
        .ToLookup(d => (d.Year.ReportingYear, d.Record.Id));

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PublishedChanges> Publications => history.Publications;

    /// <summary>Those that stand a line each on the first page.</summary>
    public IEnumerable<PublishedChanges> Lines => Publications.Skip(Shown).Where(p => p.Number > Archives * LinesOnAPage);

    /// <summary>How many full pages of lines there are, of the oldest publications.</summary>
    public int Archives => Math.Max(0, ((Publications.Count - 1) / LinesOnAPage) - 1);

    /// <summary>The publications of such a page, newest first.</summary>
    public IEnumerable<PublishedChanges> Archive(int page) => Publications.Where(p => (p.Number - 1) / LinesOnAPage == page - 1);

    public PublishedChanges? FirstOf(FiscalYear reportingYear) => history.FirstOf(reportingYear);

    /// <summary>What happened to a record of a reporting year, newest first.</summary>
    public IEnumerable<DatedChange> Of(FiscalYear reportingYear, string id) => byRecord[(reportingYear, id)];

    /// <summary>What a publication changed, page by page; a publication without records has one empty page.</summary>
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
