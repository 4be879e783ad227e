using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Purging;

/// <summary>
/// Takes what is purged out of what was published: the history of changes loses its lines, and publications that held it can no longer be
/// put back, since to put one back is to show it as it was.
/// </summary>
public sealed class PublicationPurge(ChangeStore changes, ManifestStore manifests, HoldStore holds, PublicationStore publications,
    CurrentStore current, AuditLog audit, TimeProvider time)
{
    /// <summary>Safe to be killed and repeated.</summary>
    /// <param name="purge">Under way.</param>
    /// <param name="purged">The submissions that were emptied.</param>
    /// <param name="cancellation">Cancels between two removals.</param>
    public async Task RunAsync(Purge purge, IReadOnlyList<SubmissionId> purged, CancellationToken cancellation)
    {
        var replacements = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var id in purged)
            replacements[id.Value] = (await current.FindAsync(id.ReportingYear, id.Department, cancellation))?.Submission;
        var history = await changes.AllAsync(cancellation);
        var changed = new PurgedHistory(purge.What, replacements).Of(history).Where((after, i) => after != history[i]).ToList();
        // The manifests first: which of them show it is told by the history as it was.
        var shownSince = changed.Count == 0
            ? DateTimeOffset.MaxValue
            : await StartOfAsync(changed[0].Publication, cancellation) ?? DateTimeOffset.MinValue;
        foreach (var publication in await manifests.ListAsync(cancellation))
            await RemoveIfConcernedAsync(publication, purge, replacements, shownSince, cancellation);
        await changes.RewriteAsync(changed, cancellation);
    }

    // What cannot be read cannot be shown to be free of it. Every later publication tells of what changed before.
    private async Task RemoveIfConcernedAsync(
        string publication, Purge purge, Dictionary<string, string?> purged, DateTimeOffset shownSince, CancellationToken cancellation)
    {
        if (await manifests.FindAsync(publication, cancellation) is { } manifest && !manifest.Years.Holds(purged.Keys)
            && await StartOfAsync(publication, cancellation) < shownSince)
            return;
        await LiftHoldAsync(publication, purge, cancellation);
        await manifests.RemoveAsync(publication, cancellation);
    }

    private async Task<DateTimeOffset?> StartOfAsync(string publication, CancellationToken cancellation) =>
        (await publications.FindAsync(publication, cancellation))?.StartedAt;

    private async Task LiftHoldAsync(string publication, Purge purge, CancellationToken cancellation)
    {
        if (await holds.FindAsync(cancellation) is not { } hold
            || (await publications.FindAsync(hold.Restored, cancellation))?.Manifest != publication)
            return;
        await audit.WriteAsync(new($"lift-{hold.Publication}", purge.Who, "lift hold", hold.Restored, time.GetUtcNow()), cancellation);
        await holds.TryLiftAsync(hold, cancellation);
    }
}

/// <summary>The history of changes without what is purged.</summary>
/// <param name="what">The id of a submission, or a 管理番号.</param>
/// <param name="replacements">By purged submission what counts in its place; null for nothing.</param>
internal sealed class PurgedHistory(string what, IReadOnlyDictionary<string, string?> replacements)
{
    /// <param name="history">Oldest first.</param>
    public IReadOnlyList<PublicationChanges> Of(IReadOnlyList<PublicationChanges> history) => [.. history.Select((changes, i) => Without(
        changes,
        isConcerned: changes.Inputs.Holds([what]) || (i > 0 && history[i - 1].Inputs.Holds([what])),
        isNewest: i == history.Count - 1))];

    private PublicationChanges Without(PublicationChanges changes, bool isConcerned, bool isNewest) => changes with
    {
        // The next publication is compared with these; a purged submission has nothing to compare with.
        Inputs = isNewest ? [.. changes.Inputs.Select(Replaced)] : changes.Inputs,
        Changes = changes.Changes with
        {
            Years =
            [.. changes.Changes.Years.Select(y => y with { Records = [.. y.Records.Where(r => !IsMeant(y, r, isConcerned))] })]
        },
    };

    private PublishedYear Replaced(PublishedYear year) => year with
    {
        Submissions = [.. year.Submissions
            .Select(s => replacements.TryGetValue(s.Id, out var other) ? (other is null ? null : s with { Id = other }) : s)
            .OfType<PublishedSubmission>()],
    };

    // What a submission said stands in the changes it brought, and in those that took it away; which of them are its own words cannot be
    // told.
    private bool IsMeant(Changes year, RecordChange record, bool isConcerned) => SubmissionId.TryParse(what, out var id)
        ? isConcerned && id.ReportingYear == year.ReportingYear && record.Places.Any(p => p.Department == id.Department)
        : record.Id == what || record.Places.Any(p => p.Initiative == what);
}

internal static class PublishedYears
{
    public static bool Holds(this EquatableList<PublishedYear> years, IEnumerable<string> submissions) =>
        years.SelectMany(y => y.Submissions).Select(s => s.Id).Intersect(submissions, StringComparer.Ordinal).Any();
}
