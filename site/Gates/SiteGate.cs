using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Gates;

/// <summary>
/// The number of records of each kind in the accepted submissions of a reporting year, counted when the submissions were accepted.
/// </summary>
public sealed record YearTotals(FiscalYear ReportingYear, RecordCounts Counts);

/// <summary>
/// Checks the rendered site before any file of it is published: every internal link has a target, no page is empty, and the open data
/// contains as many records as were accepted.
/// </summary>
public static class SiteGate
{
    /// <param name="files">All files of the site.</param>
    /// <param name="totals">How many records of each kind were accepted, for every year on the site.</param>
    /// <returns>The faults, one sentence each, for operators; empty when the site may be published.</returns>
    public static IReadOnlyList<string> Check(IReadOnlyList<SiteFile> files, IEnumerable<YearTotals> totals)
    {
        var scanner = new SiteScanner();
        return Check(SiteToCheck.Of([.. files.AsParallel().AsOrdered().Select(f => scanner.Of(f.Path, f.Bytes))]), totals);
    }

    /// <param name="site">The scanned files of the site: all new files, and of the pages reused from the last publication only those that
    /// must be checked again (see SiteToCheck.Unsettled).</param>
    /// <param name="totals">How many records of each kind were accepted, for every year on the site.</param>
    public static IReadOnlyList<string> Check(SiteToCheck site, IEnumerable<YearTotals> totals) =>
        [.. site.Looked.Where(f => f.IsEmpty).Select(f => $"{f.Path} is empty."), .. site.BrokenLinks(), .. WrongTotals(site, totals)];

    private static IEnumerable<string> WrongTotals(SiteToCheck site, IEnumerable<YearTotals> totals) =>
        from year in totals
        from kind in RecordKinds.Counted
        let path = string.Create(CultureInfo.InvariantCulture, $"data/{year.ReportingYear.Year}/{kind.Facts().Plural}.json")
        let shown = site.RecordsIn(path)
        where shown != year.Counts[kind]
        select string.Create(CultureInfo.InvariantCulture, $"{path} has {shown} records, but {year.Counts[kind]} were accepted.");
}
