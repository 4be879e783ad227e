using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Gates;

/// <summary>What the departments reported of a year, counted where it was accepted.</summary>
public sealed record YearTotals(FiscalYear ReportingYear, RecordCounts Counts);

/// <summary>Looks at what was rendered before anything of it goes live: every link within the site leads somewhere, no page is empty, and the open data counts what was accepted.</summary>
public static class SiteGate
{
    /// <param name="files">All of the site.</param>
    /// <param name="totals">Of every year that the site shows.</param>
    /// <returns>What is wrong, a sentence each, for operators; nothing when the site may go live.</returns>
    public static IReadOnlyList<string> Check(IReadOnlyList<SiteFile> files, IEnumerable<YearTotals> totals)
    {
        var scans = ScansOf(files);
        return [.. EmptyFiles(files, scans), .. BrokenLinks(files, scans), .. WrongTotals(files, totals)];
    }

    private static ConcurrentDictionary<string, PageScan> ScansOf(IEnumerable<SiteFile> files)
    {
        var scans = new ConcurrentDictionary<string, PageScan>(StringComparer.Ordinal);
        Parallel.ForEach(files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)), f => scans[f.Path] = PageScan.Of(f.Bytes.Span));
        return scans;
    }

    private static IEnumerable<string> EmptyFiles(IEnumerable<SiteFile> files, ConcurrentDictionary<string, PageScan> scans) =>
        files.Where(f => f.Bytes.IsEmpty || scans.GetValueOrDefault(f.Path) is { HasText: false }).Select(f => $"{f.Path} is empty.");

    private static IEnumerable<string> BrokenLinks(IReadOnlyList<SiteFile> files, ConcurrentDictionary<string, PageScan> scans)
    {
        var known = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return scans.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(page => page.Value.Links
            .Where(href => LinkTarget.Of(page.Key, href) is { } target && !IsThere(target))
            .Select(href => $"{page.Key} links to {href}, which is not there."));

        bool IsThere(LinkTarget target) =>
            known.Contains(target.File) && (target.Anchor is null || scans.GetValueOrDefault(target.File)?.Anchors.Contains(target.Anchor) == true);
    }

    private static IEnumerable<string> WrongTotals(IReadOnlyList<SiteFile> files, IEnumerable<YearTotals> totals)
    {
        var byPath = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        return
            from year in totals
            from expected in TablesOf(year.Counts)
            let path = string.Create(CultureInfo.InvariantCulture, $"data/{year.ReportingYear.Year}/{expected.Table}.json")
            let shown = byPath.TryGetValue(path, out var file) ? CountOf(file.Bytes.Span) : 0
            where shown != expected.Count
            select string.Create(CultureInfo.InvariantCulture, $"{path} has {shown} records, and {expected.Count} were accepted.");
    }

    private static IEnumerable<(string Table, int Count)> TablesOf(RecordCounts counts) =>
    [
        ("initiatives", counts.Initiatives),
        ("indicators", counts.Indicators),
        ("directions", counts.Directions),
        ("collaborations", counts.Collaborations),
        ("ward-activities", counts.WardActivities),
        ("statistics", counts.Statistics),
        ("passages", counts.Passages),
    ];

    private static int CountOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var count = 0;
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType is JsonTokenType.StartObject)
                count++;
        }

        return count;
    }
}
