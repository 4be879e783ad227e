using KawasakiServerless.Domain;
using KawasakiServerless.Site.Gates;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>The gates before anything goes live: what was rendered is held against what was accepted.</summary>
public sealed class SiteGates(SubmissionStore submissions)
{
    private const int MostNamed = 5;

    /// <exception cref="GateClosedException">Something is wrong; nothing of it may go live.</exception>
    public async Task PassAsync(IReadOnlyList<SiteFile> files, PublicationInputs inputs, CancellationToken cancellation)
    {
        var totals = await Task.WhenAll(inputs.Years.Select(year => TotalsAsync(year, cancellation)));
        var breaches = SiteGate.Check(files, totals);
        if (breaches.Count > 0)
            throw new GateClosedException(Sum(breaches));
    }

    // As counted when they were accepted, and not from the records that were rendered.
    private async Task<YearTotals> TotalsAsync(YearInputs year, CancellationToken cancellation)
    {
        var accepted = await Task.WhenAll(year.Current.Select(pointer => CountsAsync(pointer.Submission, cancellation)));
        return new(year.Year.Year, accepted.Aggregate(DepartmentRecords.Empty.Counts, (all, counts) => all + counts));
    }

    private async Task<RecordCounts> CountsAsync(string submission, CancellationToken cancellation) =>
        SubmissionId.TryParse(submission, out var id) && await submissions.FindAsync(id, cancellation) is { Counts: { } counts } ? counts : DepartmentRecords.Empty.Counts;

    private static string Sum(IReadOnlyList<string> breaches) =>
        $"Not published: {string.Join(' ', breaches.Take(MostNamed))}{(breaches.Count > MostNamed ? $" And {breaches.Count - MostNamed} more." : "")}";
}

/// <summary>What was rendered may not go live; the earlier site stays.</summary>
#pragma warning disable CA1032 // Thrown in one place.
public sealed class GateClosedException(string message) : Exception(message);
#pragma warning restore CA1032
