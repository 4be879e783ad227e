using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Purging;

/// <summary>
/// Removes purged data from what was already published: deletes the affected changes from the change history, and deletes the manifests of
/// the publications that contained the data, so that no restore can show it again.
/// </summary>
public sealed class PublicationPurge(ChangeStore changes, ManifestStore manifests, HoldStore holds, PublicationStore publications,
    CurrentStore current, HoldLift lift)
{
    /// <summary>Removes the data. Idempotent: after a crash, the method can run again.</summary>
    /// <param name="purge">The running purge.</param>
    /// <param name="purged">The submissions whose content was purged.</param>
    /// <param name="cancellation">Cancellation takes effect between two removals.</param>
    public async Task RunAsync(Purge purge, IReadOnlyList<SubmissionId> purged, CancellationToken cancellation)
    {
        var replacements = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var id in purged)
            replacements[id.Value] = (await current.FindAsync(id.ReportingYear, id.Department, cancellation))?.Submission;
        var history = await changes.AllAsync(cancellation);
        var changed = new PurgedHistory(purge.What, replacements).Of(history).Where((after, i) => after != history[i]).ToList();
        // The manifests are deleted before the history is rewritten, because only the unmodified history shows which publications contain
        // the purged data, and a run after a crash needs it to find the remaining manifests.
        var shownSince = changed.Count == 0
            ? DateTimeOffset.MaxValue
            : await StartOfAsync(changed[0].Publication, cancellation) ?? DateTimeOffset.MinValue;
        foreach (var publication in await manifests.ListAsync(cancellation))
        {
            if (await IsConcernedAsync(publication, replacements.Keys, shownSince, cancellation))
                await RemoveAsync(publication, purge, cancellation);
        }

        await changes.RewriteAsync(changed, cancellation);
    }

    // Whether the manifest of a publication must be deleted: because the manifest lists a purged submission; because the manifest cannot be
    // read and may therefore reference the purged data; because the publication started at or after `shownSince` (the start of the
    // publication that first showed an affected change), so that its pages may list such changes; or because its start is unknown.
    private async Task<bool> IsConcernedAsync(
        string publication, IReadOnlyCollection<string> purged, DateTimeOffset shownSince, CancellationToken cancellation) =>
        await manifests.FindAsync(publication, cancellation) is not { } manifest || manifest.Years.Holds(purged)
            || !(await StartOfAsync(publication, cancellation) < shownSince);

    private async Task RemoveAsync(string publication, Purge purge, CancellationToken cancellation)
    {
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
        await lift.TryAsync(hold, purge.Who, cancellation);
    }
}

/// <summary>The change history without the purged data.</summary>
/// <param name="what">The purged data: the id of a submission, or the 管理番号 of a record.</param>
/// <param name="replacements">Maps the id of each purged submission to the id of the department's current submission; to null if there is
/// none.</param>
internal sealed class PurgedHistory(string what, IReadOnlyDictionary<string, string?> replacements)
{
    /// <param name="history">The entries of the change history, oldest first.</param>
    public IReadOnlyList<PublicationChanges> Of(IReadOnlyList<PublicationChanges> history) =>
    [
        .. history.Select((changes, i) => Purged(new(changes)
        {
            IsConcerned = changes.Inputs.Holds([what]) || (i > 0 && history[i - 1].Inputs.Holds([what])),
            IsNewest = i == history.Count - 1,
        })),
    ];

    private PublicationChanges Purged(Entry entry) => entry.Changes with
    {
        // The next publication is compared with the inputs of the newest entry. These inputs must not contain a purged submission, because
        // its records no longer exist.
        Inputs = entry.IsNewest ? [.. entry.Changes.Inputs.Select(Replaced)] : entry.Changes.Inputs,
        Changes = entry.Changes.Changes with
        {
            Years =
            [.. entry.Changes.Changes.Years.Select(y => y with { Records = [.. y.Records.Where(r => !IsMeant(entry, y, r))] })]
        },
    };

    private PublishedYear Replaced(PublishedYear year) => year with
    {
        Submissions = [.. year.Submissions
            .Select(s => replacements.TryGetValue(s.Id, out var other) ? (other is null ? null : s with { Id = other }) : s)
            .OfType<PublishedSubmission>()],
    };

    // Texts of a purged submission can appear only in the entries of publications that contain the submission, and in the next entry, in
    // which another submission replaces it. The history does not record which texts came from which submission, so all changes of the
    // department are removed from these entries.
    private bool IsMeant(Entry entry, Changes year, RecordChange record) => SubmissionId.TryParse(what, out var id)
        ? entry.IsConcerned && id.ReportingYear == year.ReportingYear && record.Places.Any(p => p.Department == id.Department)
        : record.Id == what || record.Places.Any(p => p.Initiative == what);

    /// <summary>An entry of the change history.</summary>
    private sealed record Entry(PublicationChanges Changes)
    {
        /// <summary>Whether the publication of this entry, or that of the previous entry, contained the purged submission.</summary>
        public bool IsConcerned { get; init; }

        public bool IsNewest { get; init; }
    }
}

internal static class PublishedYears
{
    public static bool Holds(this EquatableList<PublishedYear> years, IEnumerable<string> submissions) =>
        years.SelectMany(y => y.Submissions).Select(s => s.Id).Intersect(submissions, StringComparer.Ordinal).Any();
}
