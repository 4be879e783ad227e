using System.Collections.Concurrent;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Gates;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Publishing;

/// <summary>The result of the gates, the automatic checks before a site goes live.</summary>
public abstract record GateResult
{
    private GateResult()
    {
    }

    /// <param name="Site">The site that passed the checks, with the links, anchors and record counts that SiteScanner found in its
    /// files.</param>
    public sealed record Open(SiteToCheck Site) : GateResult;

    /// <summary>A check failed; no part of the site may go live.</summary>
    public sealed record Closed(string Reason) : GateResult;
}

/// <summary>
/// The automatic checks before a site goes live: every internal link has a target, no page is empty, every current submission is stored,
/// and the open data contains as many records as the accepted submissions.
/// </summary>
public sealed class SiteGates(SubmissionStore submissions, ContentStore contents)
{
    private const int MostNamed = 5, AtOnce = 8;

    public async Task<GateResult> CheckAsync(BuiltSite site, PublicationInputs inputs, CancellationToken cancellation)
    {
        var current = await Task.WhenAll(inputs.Years.Select(year => CurrentAsync(year, cancellation)));
        var seen = await RescanReusedAsync(site, cancellation);
        IReadOnlyList<string> breaches = [.. current.SelectMany(c => c.Missing), .. SiteGate.Check(seen, current.Select(c => c.Totals))];
        return breaches.Count == 0 ? new GateResult.Open(seen) : new GateResult.Closed(Sum(breaches));
    }

    private async Task<SiteToCheck> RescanReusedAsync(BuiltSite site, CancellationToken cancellation)
    {
        var unsettled = site.Check.Unsettled().ToHashSet(StringComparer.Ordinal);
        var (scanner, facts) = (new SiteScanner(), new ConcurrentBag<FileFacts>());
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(site.Files.Where(f => unsettled.Contains(f.Path)), options, async (file, _) =>
        {
            var content = await contents.FindAsync(file.Entry.Sha256, cancellation) ?? throw new ContentGoneException(file.Entry.Sha256);
            facts.Add(scanner.Of(file.Path, content.Unpack()));
        });
        return unsettled.Count == 0 ? site.Check : site.Check.With(facts);
    }

    // Adds up the numbers of records that were counted when the submissions were checked, independently of the records from which the site
    // was rendered. A current submission without a row would be published as a department without records; rows may be missing after an
    // import of tables.
    private async Task<(YearTotals Totals, IReadOnlyList<string> Missing)> CurrentAsync(YearInputs year, CancellationToken cancellation)
    {
        var rows = await Task.WhenAll(year.Current.Select(async pointer =>
            (pointer.Submission, Row: SubmissionId.TryParse(pointer.Submission, out var id)
                ? await submissions.FindAsync(id, cancellation)
                : null)));
        var counts = rows.Select(r => r.Row?.Counts).OfType<RecordCounts>();
        return (
            new(year.Year.Year, counts.Aggregate(RecordCounts.Zero, (all, some) => all + some)),
            [.. rows.Where(r => r.Row is null).Select(r => $"The current submission {r.Submission} is not in the table Submissions.")]);
    }

    private static string Sum(IReadOnlyList<string> breaches) =>
        $"Not published: {string.Join(' ', breaches.Take(MostNamed))}{(breaches.Count > MostNamed ? $" And {breaches.Count - MostNamed} more." : "")}";
}
