using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Gates;

/// <summary>What the departments reported of a year, counted where it was accepted.</summary>
public sealed record YearTotals(FiscalYear ReportingYear, RecordCounts Counts);

/// <summary>
/// Looks at what was rendered before anything of it goes live: every link within the site leads somewhere, no page is empty, and the open
/// data counts what was accepted.
/// </summary>
public static class SiteGate
{
    /// <param name="files">All of the site.</param>
    /// <param name="totals">Of every year that the site shows.</param>
    /// <returns>What is wrong, a sentence each, for operators; nothing when the site may go live.</returns>
    public static IReadOnlyList<string> Check(IReadOnlyList<SiteFile> files, IEnumerable<YearTotals> totals)
    {
        var scanner = new SiteScanner();
        return Check(SiteToCheck.Of([.. files.AsParallel().AsOrdered().Select(f => scanner.Of(f.Path, f.Bytes))]), totals);
    }

    /// <param name="site">With every page in it that has to be looked at again.</param>
    /// <param name="totals">Of every year that the site shows.</param>
    public static IReadOnlyList<string> Check(SiteToCheck site, IEnumerable<YearTotals> totals) =>
        [.. site.Looked.Where(f => f.IsEmpty).Select(f => $"{f.Path} is empty."), .. site.BrokenLinks(), .. WrongTotals(site, totals)];

    private static IEnumerable<string> WrongTotals(SiteToCheck site, IEnumerable<YearTotals> totals) =>
        from year in totals
        from kind in RecordKinds.Counted
        let path = string.Create(CultureInfo.InvariantCulture, $"data/{year.ReportingYear.Year}/{kind.Facts().Plural}.json")
        let shown = site.RecordsIn(path)
        where shown != year.Counts[kind]
        select string.Create(CultureInfo.InvariantCulture, $"{path} has {shown} records, and {year.Counts[kind]} were accepted.");
}
